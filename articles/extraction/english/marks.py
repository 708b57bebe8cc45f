"""What stands around quotation marks in English news."""

from __future__ import annotations

from typing import Final

from articles.extraction.mark_words import MarkWords
from articles.extraction.speech_words import words

ENGLISH: Final = MarkWords(
    titles=words("""
        titled entitled film films movie movies song songs single album book books novel novels memoir biography play
        musical opera poem poems story stories series sitcom show programme program podcast magazine newspaper journal
        article articles essay column editorial headline headlined paper report study documentary exhibition exhibit
        concert tour festival seminar webinar workshop conference lecture speech campaign operation project mission
        video channel episode sequel prequel trilogy soundtrack painting sculpture photograph game ballad anthem hit
        category award act bill law themed theme track tune comic manga anime dubbed codenamed document
        """),
    naming=words("""
        so-called word words term terms phrase nickname nicknamed known dubbed called calling calls named label labelled
        labeled deemed considered described describing branded aka alias as a an the of its his her their is was are
        were being more less very such
        """),
    slogans=words("""
        slogan slogans motto mottos tagline catchphrase hashtag reading banner banners placard placards sign signs
        poster posters sticker mural graffiti chant chants chanted chanting shouted shouting sang singing emblazoned
        mantra principle
        """),
    scripture=words("verse verses scripture scriptures psalm gospel quran koran bible hadith surah prayer"),
    sources=words("quran koran psalm matthew mark luke john genesis exodus romans corinthians hadith surah"),
    links=frozenset(
        {
            *("read more", "read also", "also read", "read next", "see also", "watch also", "watch video", "more on"),
            *("related article", "related story", "see more", "watch more", "listen to", "don't miss"),
        }
    ),
    not_a_title=words("""
        a an the of and or but nor for to in on at by with from as into over up out vs is x de la le du von van
        """),
)
