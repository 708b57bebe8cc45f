from __future__ import annotations

import pytest

from articles.extraction.topic_stock import BROADER, stock
from articles.extraction.topic_words import Lesson, standard, words_of
from articles.extraction.topics import MOST, RULES, SECTIONS, Filed, above, find_topics
from tests.steps import assert_steady

SPORT, SOCCER, CRIME, ECONOMY = "medtop:15000000", "medtop:20001065", "medtop:02000000", "medtop:04000000"
MATCH = (
    "Tuan rumah menang lewat gol penalti",
    "Striker tuan rumah mencetak gol pada babak kedua. Kiper lawan menepis tendangan gelandang, tetapi wasit menunjuk "
    "titik putih. Pelatih memuji skuadnya, yang naik ke puncak klasemen liga. Suporter memenuhi stadion sejak sore.",
)
THEFT = (
    "Polisi tangkap pencuri sepeda motor",
    "Kapolsek mengatakan pelaku ditangkap di rumahnya. Penyidik menyita barang bukti, dan tersangka dijerat pasal "
    "pencurian dengan ancaman penjara tujuh tahun. Polres masih memburu seorang residivis.",
)
SAYS_NOTHING = (
    "Warga berkumpul di balai desa",
    "Mereka duduk bersama sampai malam, lalu pulang ke rumah masing-masing.",
)


def codes(headline: str, body: str, **filed: object) -> list[str]:
    return [topic.code for topic in find_topics(headline, body, Filed(**filed))]  # type: ignore[arg-type]


def filed_under(filed: Filed) -> str:
    """Return what the publisher's own words tell, without a text."""
    return next((topic.code for topic in find_topics("", "", filed)), "")


class TestWhatThePublisherTells:
    @pytest.mark.parametrize(
        ("section", "code"),
        [
            ("Ekonomi", ECONOMY),
            ("EKONOMI & BISNIS", ECONOMY),
            ("Olahraga / Sepak Bola", SOCCER),
            ("News > Hukum dan Kriminal", CRIME),
            ("Business", ECONOMY),
            ("economy, business and finance", ECONOMY),
            ("hukum - pidana", CRIME),
            ("Nasional", ""),
            ("Internasional", ""),
            ("", ""),
        ],
    )
    def test_a_section_is_known_by_its_name_or_its_narrowest_part(self, section: str, code: str) -> None:
        assert filed_under(Filed(section=section)) == code

    @pytest.mark.parametrize(
        ("url", "code"),
        [
            ("https://ekonomi.example.co.id/berita/1/harga-naik", ECONOMY),
            ("https://www.example.com/bola/read/1/tuan-rumah-menang", SOCCER),
            ("https://sport.example.com/raket/d-1/ganda-putra-menang", SPORT),
            ("https://sport.example.com/sepakbola/d-1/tuan-rumah-menang", SOCCER),
            ("https://www.example.com/hukum-dan-kriminal/1/pencuri", CRIME),
            ("https://www.example.com/read/1/bola-ekonomi-saham", ""),
            ("https://www.example.com/bola", ""),
            ("https://nasional.example.com/read/1/x", ""),
            ("http://[::1", ""),
            ("bukan alamat", ""),
        ],
    )
    def test_an_address_tells_the_section_by_its_host_and_its_folders(self, url: str, code: str) -> None:
        assert filed_under(Filed(url=url)) == code

    def test_the_address_is_taken_where_it_is_narrower_than_the_section(self) -> None:
        told = Filed(section="Olahraga", url="https://www.example.com/olahraga/sepakbola/1/x")
        assert filed_under(told) == SOCCER

    def test_the_section_is_taken_where_the_address_says_something_else(self) -> None:
        assert filed_under(Filed(section="Hukum", url="https://ekonomi.example.com/read/1/x")) == CRIME

    def test_a_tag_tells_where_neither_does(self) -> None:
        [topic] = find_topics(*SAYS_NOTHING, Filed(section="News", tags=("desa", "Bisnis")))
        assert (topic.code, topic.rule) == (ECONOMY, "topic.tag")

    def test_comes_before_what_the_words_tell(self) -> None:
        first, *_ = find_topics(*THEFT, Filed(section="Ekonomi"))
        assert (first.code, first.rule) == (ECONOMY, "topic.section")


class TestWhatWordsTell:
    def test_the_subject(self) -> None:
        assert codes(*MATCH) == [SOCCER]
        assert codes(*THEFT) == [CRIME]

    def test_in_english_too(self) -> None:
        headline = "Striker seals win with late penalty"
        body = "The midfielder won a penalty and the goalkeeper was beaten. The soccer club leads the premier league."
        assert codes(headline, body) == [SOCCER]

    def test_nothing_where_no_subject_stands_out(self) -> None:
        assert codes(*SAYS_NOTHING) == []
        assert codes("Polisi di stadion", "Polisi berjaga di stadion.") == []

    def test_nothing_where_two_subjects_are_as_strong(self) -> None:
        assert codes("", "gelandang striker kiper skuad, tersangka penyidik residivis jaksa") == []
        assert codes("", "gelandang striker kiper skuad") == [SOCCER]

    def test_a_narrower_topic_stands_for_the_broader_one_of_the_publisher(self) -> None:
        body = f"{MATCH[1]} " * 2
        assert codes(MATCH[0], body, section="Olahraga") == [SOCCER]

    def test_words_of_a_broader_topic_speak_for_a_narrower_one_too(self) -> None:
        told = "KPK menyita uang suap dan gratifikasi"
        assert codes("", told) == []
        assert codes("", f"{told} dari seorang terdakwa") == ["medtop:20000093"]

    def test_never_more_than_few(self) -> None:
        everything = " ".join(word for word in standard().weights)
        assert len(codes(everything[:2_000], everything, section="Ekonomi")) <= MOST

    def test_a_short_word_of_many_subjects_tells_less_of_each(self) -> None:
        shared = [word for word, codes in standard().weights.items() if len(codes) > 1]
        assert shared
        for word in shared:
            assert sum(standard().weights[word].values()) <= 1

    @pytest.mark.parametrize("odd", ["", "\0", "a" * 200_000, "gol " * 50_000, "ı̇" * 100_000, "-" * 200_000])
    def test_no_text_raises(self, odd: str) -> None:
        find_topics(odd, odd, Filed(section=odd, url=odd, tags=(odd,)))

    @pytest.mark.parametrize("piece", ["a", "gol ", "ı̇", "-", "gol-", f"{MATCH[1]} "])
    def test_a_long_text_takes_no_more_than_its_share_of_work(self, piece: str) -> None:
        assert_steady(lambda text: find_topics(text, text, Filed(section=text, url=text, tags=(text,))), piece)


class TestWhatEditorsTeach:
    LOCAL = "local:layang-layang"

    def lessons(self, number: int) -> list[Lesson]:
        on_it = f"Festival layang di Kendal: benang, ekor layang dan angin timur membawa naga terbang {{}} {'x' * 3}"
        others = ("Dewan bertemu hari itu untuk membahas jalan {}", "Pasar ramai sejak pagi karena panen {}")
        taught = [
            Lesson(words=words_of("", on_it.format(at)), about=frozenset({self.LOCAL}), not_about=frozenset())
            for at in range(number)
        ]
        return taught + [
            Lesson(words=words_of("", others[at % 2].format(at)), about=frozenset({ECONOMY}), not_about=frozenset())
            for at in range(12)
        ]

    def scores(self, lessons: list[Lesson], text: str) -> dict[str, float]:
        return dict(standard().taught(lessons).scores("", text))

    def test_words_of_a_topic_that_no_list_knows(self) -> None:
        text = "Layang berekor naga terbang di Kendal; benang putus oleh angin timur"
        assert self.LOCAL not in dict(standard().scores("", text))
        assert self.scores(self.lessons(6), text)[self.LOCAL] > 2

    def test_nothing_by_a_few_articles(self) -> None:
        assert self.LOCAL not in self.scores(self.lessons(2), "Layang berekor naga terbang di Kendal")

    def test_not_the_words_of_every_article(self) -> None:
        everywhere = [
            Lesson(words=words_of("", "balai kota itu"), about=frozenset({code}), not_about=frozenset())
            for code in (self.LOCAL, ECONOMY) * 6
        ]
        assert self.LOCAL not in self.scores(everywhere, "balai kota itu")

    def test_a_word_that_misled_tells_less(self) -> None:
        wrong = [Lesson(words=frozenset({"gol", "gawang"}), about=frozenset(), not_about=frozenset({SOCCER}))] * 3
        assert self.scores(wrong, "gol gawang")[SOCCER] < dict(standard().scores("", "gol gawang"))[SOCCER]


class TestTheStock:
    def test_has_names_in_both_languages_and_broader_topics_first(self) -> None:
        seen: set[str] = set()
        for concept in stock():
            assert concept["labels"]["en"] and concept["labels"]["id"]  # type: ignore[index]
            assert concept["broader"] is None or concept["broader"] in seen
            seen.add(str(concept["code"]))
        assert seen == set(BROADER)

    def test_has_the_seventeen_at_the_top_of_the_standard(self) -> None:
        assert [code for code, broader in BROADER.items() if not broader] == [
            f"medtop:{number:02}000000" for number in range(1, 18)
        ]

    def test_is_all_that_lists_speak_of(self) -> None:
        told = {code for codes in standard().weights.values() for code in codes}
        assert told | set(SECTIONS.values()) <= set(BROADER)

    def test_a_broader_topic_is_found_from_its_narrower_one(self) -> None:
        assert list(above(SOCCER)) == [SPORT]


def test_every_rule_is_used_with_its_own_confidence() -> None:
    found = [
        *find_topics(*SAYS_NOTHING, Filed(section="Hukum")),
        *find_topics(*SAYS_NOTHING, Filed(url="https://www.example.com/bola/1/x")),
        *find_topics(*SAYS_NOTHING, Filed(tags=("Bisnis",))),
        *find_topics(*THEFT, Filed()),
        *find_topics(*THEFT, Filed(section="Ekonomi")),
    ]
    assert {topic.rule for topic in found} == set(RULES)
    assert all(RULES[topic.rule] <= topic.confidence < 1 for topic in found)
