from __future__ import annotations

from django.test import SimpleTestCase

from articles.models import Block
from articles.search.hits import Finder
from articles.search.query import parse
from articles.search.snippets import LONGEST, Snippet, best
from articles.search.snippets import cut as cut_out
from articles.search.terms import Term

LONG = (
    "Terkait upaya itu, juru bicara mengungkapkan bahwa sebanyak 883 warga telah tiba. "
    "Setelah dimulainya kembali keluarnya warga asing secara bertahap melalui perbatasan, kami berhasil. "
    "Informasi ini baru diperoleh kemarin, jadi harap dipahami bahwa angka-angka ini dapat berubah."
)


def terms(text: str) -> list[Term]:
    query = parse(text)
    assert query
    return query.terms


def shown(snippet: Snippet) -> str:
    words = "".join(f"[{text}]" if hit else text for text, hit in snippet.segments)
    return f"{'…' if snippet.cut_before else ''}{words}{'…' if snippet.cut_after else ''}"


def cut(query: str, *texts: str, language: str = "") -> list[str]:
    blocks = [Block(position=number, type=Block.Type.PARAGRAPH, text=text) for number, text in enumerate(texts)]
    found, _places = best(blocks, Finder(terms(query)), language)
    return [shown(cut_out(one)) for one in found]


class SnippetTests(SimpleTestCase):
    def test_a_short_block_is_shown_whole_with_every_hit_marked(self) -> None:
        self.assertEqual(cut("gaza", "Dari Gaza ke GAZA."), ["Dari [Gaza] ke [GAZA]."])

    def test_phrases_prefixes_numbers_and_days_are_marked_as_printed(self) -> None:
        for query, text, marked in (
            ('"warga Rusia"', "Ada warga Rusia.", "Ada [warga Rusia]."),
            ('"warga Rusia"', "Ada warga negara Rusia.", None),
            ("evaku*", "Evakuasi, dievakuasi.", "[Evakuasi], dievakuasi."),
            ("1100", "Sekitar 1.100 orang.", "Sekitar [1.100] orang."),
            ("10/12/2023", "Pada 10 Desember 2023 ia pergi.", "Pada [10 Desember 2023] ia pergi."),
            ('"warga Rusia"', "Ada warga\u00a0Rusia.", "Ada [warga\u00a0Rusia]."),
        ):
            self.assertEqual(cut(query, text), [marked] if marked else [], (query, text))

    def test_words_found_by_their_family_are_marked_as_printed(self) -> None:
        for query, text, marked in (
            ("tawarkan", "Putin menawarkan bantuan.", "Putin [menawarkan] bantuan."),
            ("dievakuasi", "Evakuasi warga, lalu dievakuasi.", "[Evakuasi] warga, lalu [dievakuasi]."),
            ("angka-angka", "Angkanya berubah.", "[Angkanya] berubah."),
            ('"evakuasi"', "Evakuasi, dievakuasi.", "[Evakuasi], dievakuasi."),
            ("1.100.000", "Sekitar 1,1 juta orang.", "Sekitar [1,1 juta] orang."),
        ):
            self.assertEqual(cut(query, text, language="id"), [marked], (query, text))

    def test_what_is_excluded_is_not_marked(self) -> None:
        self.assertEqual(cut("gaza -hamas", "Gaza, Hamas."), ["[Gaza], Hamas."])

    def test_of_a_long_block_the_sentences_round_the_first_hit_are_shown(self) -> None:
        (snippet,) = cut("883", LONG)
        self.assertEqual(
            snippet,
            "Terkait upaya itu, juru bicara mengungkapkan bahwa sebanyak [883] warga telah tiba. Setelah dimulainya "
            "kembali keluarnya warga asing secara bertahap melalui perbatasan, kami berhasil.",
        )

    def test_a_long_sentence_is_cut_between_words_and_says_so(self) -> None:
        text = "kata " * 60 + "gempa " + "kata " * 60
        (snippet,) = cut("gempa", text.strip())
        self.assertTrue(snippet.startswith("…kata"))
        self.assertTrue(snippet.endswith("kata…"))
        self.assertIn("[gempa]", snippet)
        self.assertLessEqual(len(snippet), LONGEST + 4)

    def test_one_word_longer_than_a_snippet_is_shown_whole(self) -> None:
        word = "x" * (LONGEST + 20)
        self.assertEqual(cut(word, f"{word} {'kata ' * 30}".strip()), [f"[{word}]…"])

    def test_three_blocks_at_most_those_with_more_of_the_words_first_in_text_order(self) -> None:
        found = cut("gaza rusia", "Gaza satu.", "Tidak ada.", "Gaza dua.", "Gaza tiga.", "Rusia dan Gaza.")
        self.assertEqual(found, ["[Gaza] satu.", "[Gaza] dua.", "[Rusia] dan [Gaza]."])

    def test_places_are_counted_beyond_those_shown(self) -> None:
        blocks = [Block(position=number, text="Gaza, Gaza.") for number in range(5)]
        self.assertEqual(best(blocks, Finder(terms("gaza")))[1], 10)

    def test_each_snippet_knows_its_block(self) -> None:
        (found,), _ = best([Block(position=7, text="Gaza.")], Finder(terms("gaza")))
        self.assertEqual(cut_out(found).fragment, "b7")

    def test_hits_never_overlap(self) -> None:
        text = "warga Rusia itu"
        self.assertEqual(
            [span.of(text) for span in Finder(terms('"warga Rusia" warga "Rusia itu"')).find(text)], [text]
        )

    def test_words_are_found_as_well_beside_numbers_that_make_the_whole_text_be_read(self) -> None:
        text = "Pada 10 Desember 2023, undang-undang itu: 1,1 juta orang dievakuasi; Jum'at, B.N.P.B. (evakuasi)."
        for words in ("evakuasi", "undang-undang", '"undang-undang itu"', "evaku*", "jumat", "bnpb", "orang evakuasi"):
            quick, whole = Finder(terms(words)), Finder([*terms(words), *terms("7777")])
            self.assertTrue(quick.find(text, "id"), words)
            self.assertEqual(quick.find(text, "id"), whole.find(text, "id"), words)
