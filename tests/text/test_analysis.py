from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.analysis import Field, analyse, quote_lexeme, tsvector
from tests.steps import LINE, assert_steady, filled

WEIGHTS = st.sampled_from(["A", "B", "C", "D"])
ENTRY = re.compile(r"'((?:[^'\\]|''|\\\\)+)':([0-9]+[ABCD](?:,[0-9]+[ABCD])*)")


def lexemes_of(text: str, language: str = "") -> list[str]:
    return [token.lexeme for token in analyse(text, language)]


def printed_of(text: str, language: str = "") -> list[str]:
    """Return the lexemes without those of families."""
    return [token.lexeme for token in analyse(text, language) if token.kind != "stem"]


def entries_of(vector: str) -> dict[str, str]:
    """Read a tsvector's text back: lexeme to positions with weights."""
    return {found[1].replace("''", "'").replace("\\\\", "\\"): found[2] for found in ENTRY.finditer(vector)}


@pytest.mark.parametrize(
    ("text", "lexemes"),
    [
        ("Putin TAWARKAN Bantuan", ["putin", "tawarkan", "bantuan"]),
        ("Jum’at Jum'at Jumat", ["jumat", "jumat", "jumat"]),
        ("angka-angka", ["angka", "angka"]),
        ("REPUBLIKA.CO.ID", ["republika", "co", "id"]),
        ("Erdoğan, Владимир", ["erdogan", "владимир"]),
        ("Putin's 'kata' Putins’", ["putin", "kata", "putins"]),
        ("Zak\u00adharova Gaza\u200b", ["zakharova", "gaza"]),
        ("Erdog\u0306an", ["erdogan"]),
        ("1.100 1,100 1100", ["1100", "1100", "1100"]),
        ("2,5 2.5 2,50", ["2.5", "2.5", "2.5"]),
        ("Rp2,36 1.240GW 5kg", ["rp", "2.36", "1240", "gw", "5", "kg"]),
        ("COVID-19 5G G20", ["covid", "19", "5g", "g20"]),
        ("v1.2.3 0812", ["v1", "2.3", "0812"]),
        ("versi 1.2.3", ["versi", "1", "2", "3"]),
        ("B.N.P.B., U.S. dan B.J. Habibie", ["bnpb", "us", "dan", "bj", "habibie"]),
        ("A. Yani, vitamin C. Ia", ["a", "yani", "vitamin", "c", "ia"]),
        ("“ – ” ... \x00 \ud800", []),
        ("ʼ ʹʻ gaza ʼʼ rusia ʼs", ["gaza", "rusia"]),
    ],
)
def test_a_text_becomes_its_lexemes(text: str, lexemes: list[str]) -> None:
    assert printed_of(text) == lexemes


@pytest.mark.parametrize("printed", ["10/12/2023", "10 Desember 2023", "December 10, 2023", "2023-12-10"])
def test_a_printed_day_is_also_one_date_where_it_begins(printed: str) -> None:
    tokens = list(analyse(f"pada {printed} lalu"))
    [day] = [token for token in tokens if token.kind == "date"]
    assert (day.lexeme, day.position, day.span.of(f"pada {printed} lalu")) == ("2023-12-10", 2, printed)
    assert [token.position for token in tokens if token.kind != "date"] == [1, 2, 3, 4, 5]
    assert {"10", "2023"} <= {token.lexeme for token in tokens}


def test_a_weekday_is_a_word_of_its_own_before_the_date() -> None:
    assert [(token.lexeme, token.position) for token in analyse("Ahad (10/12/2023)")][:2] == [
        ("ahad", 1),
        ("2023-12-10", 2),
    ]


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert lexemes_of("31/02/2023") == ["31", "02", "2023"]


def test_figures_are_found_by_their_shape_and_by_their_meaning_in_the_language() -> None:
    assert [(token.lexeme, token.position) for token in analyse("14,455 persen", "id")] == [
        ("14455", 1),
        ("14.455", 1),
        ("persen", 2),
    ]
    assert lexemes_of("14,455", "en") == lexemes_of("14,455") == ["14455"]


@given(st.text(), st.sampled_from(["", "id", "en"]))
def test_what_a_query_without_language_asks_for_stands_in_the_document(text: str, language: str) -> None:
    asked = {(token.lexeme, token.position) for token in analyse(text) if token.kind != "stem"}
    assert asked <= {(token.lexeme, token.position) for token in analyse(text, language)}


def test_the_family_of_a_word_stands_where_the_word_does() -> None:
    tokens = [(token.lexeme, token.kind, token.position) for token in analyse("Putin tawarkan bantuan", "id")]
    assert tokens == [
        ("putin", "word", 1),
        ("tawarkan", "word", 2),
        ("i:tawar", "stem", 2),
        ("bantuan", "word", 3),
        ("i:bantu", "stem", 3),
    ]


def test_the_language_of_a_text_decides_first_which_family_a_word_is_of() -> None:
    assert lexemes_of("killings", "en") == lexemes_of("killings", "id") == ["killings", "e:kill"]
    assert lexemes_of("paling banned", "id") == ["paling", "banned", "e:ban"]
    assert lexemes_of("dikatakan", "en") == ["dikatakan", "i:kata"]
    assert lexemes_of("gegeven dikatakan", "nl") == ["gegeven", "dikatakan"]


def test_a_law_is_not_of_the_family_that_invites() -> None:
    assert lexemes_of("undang-undang", "id") == ["undang", "undang"]
    assert lexemes_of("Ia undang tamu", "id") == ["ia", "undang", "i:undang", "tamu"]


@given(st.text() | st.text(alphabet="0123456789.,/- aMeis'’\u02bc\u0301"))
def test_tokens_stand_in_order_and_inside_the_text(text: str) -> None:
    tokens = list(analyse(text))
    assert [token.position for token in tokens] == sorted(token.position for token in tokens)
    assert all(token.lexeme and token.span.of(text).strip() for token in tokens)
    assert {token.position for token in tokens} == set(range(1, len({token.position for token in tokens}) + 1))


@given(st.text(alphabet="aé漢😀ŉ", min_size=200, max_size=400))
def test_a_lexeme_is_cut_at_255_bytes_between_characters(word: str) -> None:
    assert all(0 < len(lexeme.encode()) <= 255 for lexeme in lexemes_of(word))


def test_a_vector_names_positions_and_weights() -> None:
    assert tsvector([Field("Gaza, Gaza", "A"), Field("di Gaza", "C")]) == "'gaza':1A,2A,14C 'di':13C"


def test_no_phrase_reaches_from_one_field_into_the_next() -> None:
    positions = entries_of(tsvector([Field("akhir judul", "A"), Field("", "B"), Field("awal isi", "D")]))
    assert int(positions["awal"].rstrip("D")) - int(positions["judul"].rstrip("A")) > 5


def test_readings_of_one_place_share_a_position() -> None:
    assert tsvector([Field("10/12/2023", "D")]) == "'2023-12-10':1D '10':1D '12':2D '2023':3D"


def test_quotes_and_backslashes_are_doubled() -> None:
    assert quote_lexeme("it's") == "'it''s'"
    assert quote_lexeme("a\\b", prefix=True) == "'a\\\\b':*"


def test_positions_stop_where_postgresql_stops() -> None:
    entries = entries_of(tsvector([Field("kata " * 300 + " ".join(f"w{n}" for n in range(17_000)), "D")]))
    assert entries["kata"].count(",") == 255
    assert entries["w16500"] == entries["w16999"] == "16383D"


def test_of_two_weights_at_the_last_position_the_heavier_stays() -> None:
    filler = " ".join(f"w{n}" for n in range(16_400))
    assert entries_of(tsvector([Field(filler, "D"), Field("gaza", "B"), Field("gaza", "D")]))["gaza"] == "16383B"


def test_a_vector_stays_below_what_postgresql_takes_and_keeps_what_came_first() -> None:
    endless = " ".join(f"{n}{'é' * 120}" for n in range(8_000))
    vector = tsvector([Field("judul", "A"), Field(endless, "D")])
    assert 900_000 < len(vector.encode()) <= 1_000_000
    assert vector.startswith("'judul':1A ")


@given(st.lists(st.builds(Field, st.text(), WEIGHTS), max_size=4))
def test_a_vector_can_be_read_back(fields: list[Field]) -> None:
    entries = entries_of(tsvector(fields))
    assert set(entries) == {lexeme for field in fields for lexeme in lexemes_of(field.text)}


PRINTED = st.lists(
    st.sampled_from(
        [
            *(
                "gaza",
                "Jum’at",
                "“Kami",
                "kata.",
                "(Antara),",
                "angka-angka",
                "KOMPAS.com",
                "Erdoğan",
                "5kg",
                "Rp2,36",
                "a’10",
            ),
            *(
                "1.100",
                "14,455",
                "1.2.3",
                "0812",
                "2023",
                "2023-12-10",
                "10/12/2023-",
                "10 Desember 2023",
                "Mei 1st,2023",
                "Senin (20/10/23)",
                "seribu seratus",
                "Rp 2,5 triliun",
                "14,455 juta",
                "minus",
                "(",
                "B.N.P.B.",
                "undang-undang",
                "menawarkan",
            ),
            *(" ", "\n\n", "\u00a0", "\u200b", "\u0301", "ʼ", "'s", "_", "-", ",", "\x1c", "\u2028"),
        ]
    )
    | st.just(" ")
    | st.characters(),
    max_size=30,
).map("".join)


@given(PRINTED, st.sampled_from(["", "id", "en"]))
def test_a_vector_holds_what_the_analysis_finds_place_by_place(text: str, language: str) -> None:
    told = [(token.lexeme, f"{token.position}D") for token in analyse(text, language)]
    entries = entries_of(tsvector([Field(text, "D")], language))
    assert sorted(told) == sorted((lexeme, place) for lexeme, at in entries.items() for place in at.split(","))


@pytest.mark.parametrize("piece", ["1.", "a'", "é", "rp", "1 ", "Mei 1, ", "10/12/2023 "])
def test_a_long_line_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(lambda body: tsvector([Field(body, "D")]), piece)


@pytest.mark.parametrize("piece", ["a'", "é", "rp", "9"])
def test_no_pattern_goes_back_over_a_line_of_a_million_characters(piece: str) -> None:
    assert entries_of(tsvector([Field(f"{filled(piece, LINE)} gaza", "D")]))["gaza"] == "2D"
