"""English words for days, and those that tell which day is meant."""

from __future__ import annotations

from typing import Final

from articles.extraction.day_words import DayWords, split

DAYS: Final = DayWords(
    shifts={
        "today": ("day", 0),
        "this morning": ("day", 0),
        "this afternoon": ("day", 0),
        "this evening": ("day", 0),
        "tonight": ("day", 0),
        "earlier today": ("day", 0),
        "last night": ("day", -1),
        "yesterday": ("day", -1),
        "the day before yesterday": ("day", -2),
        "tomorrow": ("day", 1),
        "the day after tomorrow": ("day", 2),
        "this week": ("week", 0),
        "last week": ("week", -1),
        "next week": ("week", 1),
        "this month": ("month", 0),
        "last month": ("month", -1),
        "next month": ("month", 1),
        "this year": ("year", 0),
        "last year": ("year", -1),
        "next year": ("year", 1),
    },
    units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    counts={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    ago=split("ago"),
    later=split("from now"),
    back=(),
    ahead=split("next, to come"),
    now=(),
    parts=split("morning, afternoon, evening, night"),
    to_come=split(
        "will, is to, are to, scheduled, due to, planned, plans to, set to, expected to, upcoming, slated, deadline, "
        "is set, are set, no later than"
    ),
    since=split("since, ever since"),
    until=split("until, till, through, until the end of"),
    through=split("to, until, till, through"),
    and_=split("and, &"),
    before_month=split(
        "in, since, until, by, during, of, last, next, this, early, late, mid, from, between, through, in early, "
        "in late, in mid"
    ),
    before_year=split(
        "in, since, until, by, during, of, year, early, late, mid, from, between, through, before, after, season, "
        "for, in early, in late, back in, circa"
    ),
    before_weekday=split("on, last, next, this, since, until, by, late, early, from"),
    before_back=split("last"),
    before_ahead=split("next"),
    counted=split(
        "people, units, homes, houses, residents, metres, meters, km, kilometres, kilometers, miles, hectares, acres, "
        "tonnes, tons, kg, litres, students, participants, times, dollars, percent, officers, soldiers, troops, jobs"
    ),
    every=split("every, each, on every"),
    quarters={"first": 1, "second": 2, "third": 3, "fourth": 4},
    quarter=split("quarter"),
    half=split("half"),
    decade=r"s(?!\w)",
    before_decade=split("the, early, late, mid"),
    number=split("number, no, no., act, law"),
    that_occasion=split("on the same occasion, on that occasion"),
    that_day=split("that day, the same day, that date"),
    that_time=split("at that time, at the time"),
    that_year=split("that year, the same year"),
    after=split("after, since, following"),
    same=split("or, that is"),
    some=split("some, a few, several"),
    within=split("within, in, after, for, over"),
    hours=split("hour, hours, minutes"),
    vague=split(
        "recently, in recent days, in recent weeks, in recent months, in recent years, lately, some time ago, "
        "a few days ago, several days ago, a few weeks ago, several weeks ago, a few months ago, several months ago, "
        "a few years ago, several years ago, in the coming days, in the coming weeks, in the coming months"
    ),
    last_time=split("the last time"),
)
