from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.stemming import english, indonesian
from articles.text.stemming.lists import pairs, words
from articles.text.stems import asked, stored

FAMILIES = Path(__file__).parents[1] / "data/words/families.txt"
LATIN = st.text(alphabet="abdegikmnprstuyaeinkg", min_size=1, max_size=14)


def finds(typed: str, printed: str, language: str = "id") -> bool:
    """Whether a word typed without quotation marks finds a text that prints the other."""
    return not {typed, *asked(typed)}.isdisjoint({printed, *stored(printed, language)})


def meet(one: str, other: str, language: str = "id") -> bool:
    return finds(one, other, language) and finds(other, one, language)


def lines(language: str) -> Iterator[str]:
    section = ""
    for line in FAMILIES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section == language:
            yield line


@pytest.mark.parametrize(("language", "least"), [("id", 0.99), ("en", 0.99)])
def test_the_words_of_a_family_meet(language: str, least: float) -> None:
    families = [line.split() for line in lines(language) if "!=" not in line and "-" not in line]
    pairs_of_words = [pair for family in families for pair in combinations(family, 2)]
    assert len(families) > {"id": 250, "en": 80}[language]
    assert sum(meet(*pair, language) for pair in pairs_of_words) / len(pairs_of_words) >= least


@pytest.mark.parametrize("language", ["id", "en"])
def test_words_that_only_look_alike_do_not_meet(language: str) -> None:
    strangers = [line.split(" != ") for line in lines(language) if "!=" in line]
    assert len(strangers) > 90
    assert [(a, b) for a, b in strangers if finds(a, b, language) or finds(b, a, language)] == []


@pytest.mark.parametrize(
    "family",
    [
        "tawarkan menawarkan",
        "mengatakan dikatakan",
        "menewaskan tewas",
        "evakuasi dievakuasi mengevakuasi",
        "ketidakpastian pasti",
        "memperbaiki terbaik",
        "mempertanggungjawabkan pertanggungjawaban",
        "pembelajaran mempelajari belajar pengajar",
        "mengecek pengecekan dicek",
        "pepohonan pohonnya",
        "izin perijinan mengizinkan",
        "prabowo prabowonya",
        "dinormalisasikan normalisasinya",
        "kurung mengurung mengurungnya",
        "tunjuk menunjukkan menunjukan",
        "vaksin vaksinasi divaksin",
    ],
)
def test_prefixes_suffixes_and_clitics_are_seen_through(family: str) -> None:
    assert [pair for pair in combinations(family.split(), 2) if not meet(*pair)] == []


@pytest.mark.parametrize(
    "word",
    [
        *("hamas", "medvedev", "putin", "netanyahu", "bekasi", "kediri", "maluku", "merapi", "santoso", "kapolri"),
        *("merdeka", "berlian", "jakarta", "kenya", "chechnya", "ramallah", "hizbullah", "mekkah", "sonya"),
    ],
)
def test_a_name_is_never_cut(word: str) -> None:
    assert indonesian.root(word) == word


@pytest.mark.parametrize("word", ["menteri", "beruang", "perempuan", "peristiwa", "masalah", "sekolah", "berita"])
def test_a_word_that_only_looks_built_is_never_cut(word: str) -> None:
    assert indonesian.root(word) == word


@pytest.mark.parametrize(
    ("built", "small"), [("mengatasi", "atas"), ("membagi", "bagi"), ("menentang", "tentang"), ("mendalam", "dalam")]
)
def test_a_small_word_belongs_to_no_family_though_others_are_built_on_it(built: str, small: str) -> None:
    assert not meet(built, small)
    assert asked(small) == ()


def test_small_words_are_no_forms_of_others() -> None:
    for word in ("sebagai", "secara", "setelah", "merupakan", "menjadi", "the", "was", "during"):
        assert asked(word) == stored(word, "id") == stored(word, "en") == ()


def test_a_family_is_never_taken_for_a_printed_word_nor_one_language_for_the_other() -> None:
    assert stored("dimakan", "id") == ("i:makan",)
    assert stored("killed", "en") == ("e:kill",)
    assert asked("killing") == ("e:kill", "kill")


def test_what_is_asked_for_is_the_same_from_every_word_of_a_family() -> None:
    for family in ("serang menyerang serangan", "kill kills killing"):
        marked = [{lexeme for lexeme in asked(word) if ":" in lexeme} for word in family.split()]
        assert marked[0] == marked[1] == marked[2] != set()


@given(LATIN)
def test_a_root_is_its_own_root(word: str) -> None:
    for language in (indonesian, english):
        assert language.root(language.root(word)) == language.root(word)


@given(LATIN, st.sampled_from(["", "id", "en"]))
def test_any_word_finds_itself_and_what_is_built_on_one_root_with_it(word: str, language: str) -> None:
    assert finds(word, word, language)
    assert finds(indonesian.root(word), word, "id") or indonesian.small(indonesian.root(word))


def test_the_lists_agree_with_each_other() -> None:
    roots = words("indonesian-roots")
    assert set(pairs("indonesian-exceptions").values()) <= roots
    assert set(pairs("indonesian-spellings").values()) <= roots
    assert not roots & words("names")
    assert set(pairs("english-irregular").values()) <= words("english-roots")
    assert words("indonesian-doubled") <= roots


@pytest.mark.parametrize("piece", ["me", "ke", "nya", "per", "tidak", "an"])
def test_a_word_without_end_is_not_taken_apart(piece: str) -> None:
    assert indonesian.root(piece * 20_000) == piece * 20_000
