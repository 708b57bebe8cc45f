"""The bench counts what is right, missed and not there, on an annotated article of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articles.extraction.days import find_days
from articles.extraction.figures import find_figures
from articles.extraction.findings import Findings
from articles.extraction.story import Story
from bench.against_gold.confidence import bins_of, plot
from bench.against_gold.day_tasks import days
from bench.against_gold.figure_tasks import denominators, figures
from bench.against_gold.gold import Case, cases_of
from bench.against_gold.intervals import interval_of, score_of
from bench.against_gold.outcome import Outcome
from bench.against_gold.speech_tasks import direct_quotes_and_speakers
from bench.against_gold.tasks import TASKS

BODY = (
    "Banjir merendam 40 rumah, Senin (9/6/2025).\n"
    "Baca Juga: 7 Jalan Ditutup 3 Juni 2025\n\n"
    "  Sebanyak 12\u00a0orang dari 80 warga mengungsi.\n"
    "“Air naik cepat,” kata Rina Matulessy."
)


def marked(words: str, **told: object) -> dict[str, object]:
    start = BODY.replace("\u00a0", " ").index(words)
    return {"start": start, "end": start + len(words), "text": words, **told}


def counted(words: str, value: float, *, tier: str = "c", denominator: int | None = None) -> dict[str, object]:
    return marked(words, value=value, unit="orang", qualifier="", tier=tier, denominator=denominator, kind="count")


@pytest.fixture(name="case")
def make_case(tmp_path: Path) -> Case:
    line = {
        "n": 1,
        "title": "Banjir Merendam Rumah Warga",
        "date_raw": "10 Juni 2025",
        "body": BODY,
        "quotes": [marked("Air naik cepat,", speaker="Rina Matulessy", how="name", optional=False)],
        "stats": [counted("40 rumah", 40, tier="o"), counted("12 orang", 12, denominator=80), counted("7 Jalan", 7)],
        "dates": [marked("Senin (9/6/2025)", iso="2025-06-09"), marked("3 Juni 2025", iso="2025-06-03")],
        "indirect": None,
    }
    path = tmp_path / "annotated.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    [case] = cases_of(path)
    return case


def test_what_was_marked_is_moved_to_the_text_that_the_archive_stores(case: Case) -> None:
    stored = [case.story.words(mark.span) if mark.span else None for mark in (*case.quotes, *case.figures, *case.days)]
    assert stored == ["Air naik cepat,", "40 rumah", "12 orang", None, "Senin (9/6/2025)", None]
    assert "Baca Juga" not in case.story.body
    assert case.story.published is not None
    assert case.story.published.edtf == "2025-06-10"


def test_what_the_importer_left_out_counts_as_missed(case: Case) -> None:
    outcome = days(case, Findings(days=find_days(case.story)))
    assert (outcome.right, outcome.predicted, outcome.gold) == (1, 1, 2)
    assert outcome.remarks == ("missed    3 Juni 2025 = 2025-06-03  (the importer left it out)",)


def test_what_is_optional_never_counts(case: Case) -> None:
    outcome = figures(case, Findings())
    assert (outcome.right, outcome.predicted, outcome.gold) == (0, 0, 2)
    assert denominators(case, Findings()).gold == 1


def test_what_nobody_marked_is_a_fault() -> None:
    story = Story(body="Ratusan rumah dan delapan warung terendam.", language="id")
    bare = Case(name="", story=story, quotes=(), statements=None, figures=(), days=())
    outcome = figures(bare, Findings(figures=find_figures(story, ())))
    assert (outcome.right, outcome.predicted, outcome.gold) == (0, 2, 0)


def test_a_quote_of_the_wrong_speaker_is_wrong(case: Case) -> None:
    outcome = direct_quotes_and_speakers(case, Findings())
    assert (outcome.right, outcome.predicted, outcome.gold) == (0, 0, 1)


def test_intervals_hold_the_score_and_come_out_the_same_each_time() -> None:
    outcomes = [Outcome(right=one % 3, predicted=3, gold=3) for one in range(12)]
    low, high = interval_of(outcomes)
    assert low < score_of(outcomes).f1 < high
    assert (low, high) == interval_of(outcomes)


def test_confidence_is_held_against_truth_in_ten_bins() -> None:
    outcome = Outcome(sure=((0.95, True), (0.91, False), (1.0, True), (0.3, False)))
    assert [(one.number, one.right, one.all) for one in bins_of([outcome])] == [(3, 0, 1), (9, 2, 3)]
    assert plot({"day": [outcome]}).count("<circle") == 2


def test_every_task_passes_over_an_article_without_marks(case: Case) -> None:
    bare = Case(name="", story=case.story, quotes=(), statements=None, figures=(), days=())
    assert [task(bare, Findings()).gold for _, task in TASKS.values()] == [0] * len(TASKS)
