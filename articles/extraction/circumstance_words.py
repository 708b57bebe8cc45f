"""How a language tells when, where, to whom and by what way something was said; the engine knows no word itself."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceWords:
    """Patterns of one language. Each matches how a phrase begins; its name or noun stands after that."""

    relays: re.Pattern[str]  # words were taken from somebody who had them: "dikutip dari", "as quoted by"
    hearers: re.Pattern[str]  # somebody heard or received them, which counts if it is a newsroom: "kepada", "told"
    issuers: re.Pattern[str]  # a body's own paper tells them: "menurut keterangan", "according to a statement by"
    relay_ends: re.Pattern[str]  # where the phrase of a relay ends
    passed_on: re.Pattern[str]  # a day after these is the one of passing on: "dikutip", "dilihat", "diterima"

    agency: re.Pattern[str]  # words for a news agency: "kantor berita"
    newsroom: re.Pattern[str]  # words for a newspaper or channel, and web addresses: "harian", ".com"
    papers: re.Pattern[str]  # what a body issues itself: "laman resmi", "keterangan"
    accounts: re.Pattern[str]  # where somebody writes alone, so that nobody passes words on: "akun", "unggahan"

    listeners: re.Pattern[str]  # before the one who is spoken to: "kepada", "told"
    given: re.Pattern[str]  # ends right before a receiver to whom nothing is said: "memberikan bantuan", "gave aid"
    listener_ends: re.Pattern[str]
    media: re.Pattern[str]  # "dalam" before "keterangannya": the phrase wanted begins after it
    medium_ends: re.Pattern[str]
    occasions: re.Pattern[str]  # "saat berbicara", "in Geneva"; its group "place" is a bare place
    openings: re.Pattern[str]  # of these those that tell of the saying even where its words come only later
    places_after: re.Pattern[str]  # ends right before a bare place where something was said: a name, "wartawan"
    occasion_ends: re.Pattern[str]

    more_said: re.Pattern[str]  # opens a second clause of words, told of by the paper: "seraya menambahkan", "that"

    day_leads: re.Pattern[str]  # ends right before a day and belongs to it: "pada hari", "on"
    not_said: re.Pattern[str]  # ends right before a day on which nothing was said: "sejak", "until"
    subjects: re.Pattern[str]  # opens what was spoken about, whose days are not those of speaking: "tentang", "yang"
    earlier: re.Pattern[str]  # opens a sentence on another time, so that no day is taken over: "sebelumnya"
