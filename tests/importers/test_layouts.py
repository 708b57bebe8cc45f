"""Invented layouts by the thousand: each line is read as what it was written as, and nothing is lost."""

from __future__ import annotations

import unicodedata
from functools import partial
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.rawtext import RawText
from articles.text.normalise import body_from, normalise_line

WORDS = ["perahu", "badai", "desa", "nelayan", "yang", "kembali", "dengan", "Ambon", "tiga", "1.100", "tidak", "untuk"]
NAMES = ["Ana Putri", "Budi Santoso", "Citra", "Eko N. Wibowo", "Siti binti Ahmad"]

Written = tuple[str, str]  # type and line


def written(type_: str, lines: st.SearchStrategy[str]) -> st.SearchStrategy[Written]:
    return lines.map(lambda line: (type_, line))


def phrase(fewest: int, most: int) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), min_size=fewest, max_size=most)
    return words.map(lambda chosen: "Kapal " + " ".join(chosen))


names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(", ".join)
headlines = written(
    "headline", st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(lambda w: " ".join(w).title())
)
decks = written("deck", phrase(4, 14))
credits_ = written(
    "photo_credit",
    st.sampled_from(["AP", "EPA-EFE", "ANTARA FOTO/Citra Dewi", "Foto: Istimewa", "Republika/Eko Wibowo", "Dok BPBD"]),
)
captions = written("photo_caption", phrase(4, 14))
bylines = written(
    "byline",
    st.one_of(
        st.builds("Rep: {}{}Red: {}".format, names, st.sampled_from([" ", " / ", " | "]), names),
        names.map("Rep: {}".format),
        names.map("Red: {}".format),
    ),
)
sentences = st.one_of(phrase(4, 40).map("{}.".format), phrase(4, 20).map("“{},” katanya.".format))
datelines = st.sampled_from(["REPUBLIKA.CO.ID, MOSKOW – ", "SUARATIMUR.com, AMBON -- ", "AMBON - "])
paragraphs = written("paragraph", sentences)
crossheads = written("crosshead", st.one_of(phrase(0, 6), phrase(0, 6).map("{}....".format)))
boilerplate = written("boilerplate", st.sampled_from(["Baca Juga", "BACA JUGA: Kapal Baru", "Advertisement", "***"]))
feet = written("boilerplate", st.sampled_from(["Berita Terpopuler", "BACA JUGA: Kapal, Klik di Sini", "Halaman 1 2"]))
white = st.just(("whitespace", "\u00a0"))


@st.composite
def layouts(draw: st.DrawFn) -> list[list[Written]]:
    """Return groups of lines, as an empty line parts them."""
    has_photo, has_byline = draw(st.booleans()), draw(st.booleans())
    photo = [draw(credits_), draw(captions)] if has_photo else []
    byline = [draw(bylines)] if has_byline else []
    first = draw(paragraphs)
    if not has_byline or draw(st.booleans()):
        first = (first[0], draw(datelines) + first[1])
    head = [[draw(headlines)], [draw(decks)] if draw(st.booleans()) else [], photo + byline]
    within = st.one_of(
        paragraphs.map(lambda line: [[line]]),
        st.tuples(crossheads, paragraphs).map(lambda lines: [[line] for line in lines]),
        boilerplate.map(lambda line: [[line]]),
        white.map(lambda line: [[line]]),
    )
    parts = draw(st.lists(within, max_size=6))
    foot = draw(st.lists(feet, max_size=2))
    return [*head, [first], *(group for part in parts for group in part), [draw(paragraphs)], foot]


def read(content: bytes) -> list[RawArticle | Unreadable]:
    return list(RawText().read(Given(name="text.txt", open=partial(BytesIO, content))))


def accounts_for(article: RawArticle, text: str) -> None:
    """Assert that each visible character is in exactly one block and that the blocks make the body."""
    covered = [0] * len(text)
    for block in article.blocks:
        assert block.source_start is not None
        assert block.source_end is not None
        assert block.text == normalise_line(text[block.source_start : block.source_end]) or block.type == "whitespace"
        for at in range(block.source_start, block.source_end):
            covered[at] += 1
    for character, times in zip(text, covered, strict=True):
        assert times == 1 or (times == 0 and not is_visible(character))
    assert article.body == body_from(block.text for block in article.blocks if block.in_body)
    for block, place in zip(article.blocks, article.body_places, strict=True):
        assert block.in_body == (place is not None)
        assert place is None or article.body[slice(*place)] == block.text


def is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in {"Cc", "Cf"}


@given(
    layout=layouts(),
    ending=st.sampled_from(["\n", "\r\n"]),
    apart=st.integers(2, 3),
    space=st.sampled_from([" ", "\u00a0"]),
)
def test_every_line_is_read_as_what_it_was_written_as(
    layout: list[list[Written]], ending: str, apart: int, space: str
) -> None:
    groups = [group for group in layout if group]
    text = (ending * apart).join(ending.join(line for _, line in group) for group in groups)
    text = text.replace(" kembali ", f"{space}kembali{space}")
    (article,) = read(text.encode())
    assert isinstance(article, RawArticle), article
    assert [block.type.value for block in article.blocks] == [type_ for group in groups for type_, _ in group]
    accounts_for(article, text)


LINES = st.one_of(
    *(lines.map(lambda line: line[1]) for lines in (headlines, decks, credits_, captions, bylines, paragraphs, feet)),
    st.builds("{}{}".format, datelines, sentences),
    st.sampled_from(["", " ", "\u00a0", "\u200b", "Baca Juga", "AP", "“", ")", "1."]),
    st.text(max_size=30),
)


@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"])), max_size=14))
def test_whatever_comes_is_refused_or_accounted_for(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + ending for line, ending in lines)
    encoded = text.encode("utf-8", "surrogatepass")
    for record in read(encoded):
        if isinstance(record, RawArticle):
            accounts_for(record, encoded.decode(record.charset))
        else:
            assert record.place.startswith("text.txt")
            assert record.reason.endswith(".")
