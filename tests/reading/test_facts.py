"""What stands round the text of the first article: who said it by which way, what was counted, who made it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from django.urls import reverse

from articles.models import Anchor, Printing, RelayHop, Statistic
from tests.reading.first_article import FirstArticle, by_id, holding
from tests.views import seen


class VoiceTests(FirstArticle):
    def test_quote_2_is_the_kremlin_s_by_way_of_tass_both_named_by_the_article(self) -> None:
        way = [("Kremlin", "stated"), ("TASS", "stated"), ("Republika", "stated")]
        self.assertEqual(self.chain_of(self.main(), 2), way)

    def test_quote_17_came_by_tass_as_stated_and_quotes_15_and_18_as_inferred(self) -> None:
        tree = self.main()
        self.assertIn(("TASS", "stated"), self.chain_of(tree, 17))
        self.assertIn(("TASS", "inferred"), self.chain_of(tree, 15))
        self.assertIn(("TASS", "inferred"), self.chain_of(tree, 18))

    def test_no_way_of_zakharova_s_words_names_tass(self) -> None:
        tree = self.main()
        for number in range(9, 15):
            way = [("Maria Zakharova", "stated"), ("An agency not named", "inferred"), ("Republika", "stated")]
            self.assertEqual(self.chain_of(tree, number), way)

    def test_an_inferred_hop_says_so_in_words_too(self) -> None:
        for hop in self.main().findall(".//li[@class='hop inferred']"):
            self.assertIn("inferred", seen.words(hop))
        for hop in self.main().findall(".//li[@class='hop stated']"):
            self.assertNotIn("inferred", seen.words(hop))

    def test_a_further_way_of_a_voice_is_drawn_in_a_line_unless_words_name_a_hop(self) -> None:
        tree = self.main()
        drawn = {number: self.drawing_of(tree, number).attrib["class"] for number in (1, 3, 4, 6)}
        self.assertEqual(drawn, {1: "chain", 3: "chain across", 4: "chain", 6: "chain"})

    def test_the_words_that_name_a_hop_are_quoted_and_led_to(self) -> None:
        tree = self.main()
        hop = RelayHop.objects.get(quote=self.quote(17), role=RelayHop.Role.AGENCY)
        assert hop.evidence
        link = next(link for link in tree.iter("a") if link.get("href") == f"#{hop.evidence.fragment}")
        self.assertIn(hop.evidence.exact, seen.words(link))

    def test_a_voice_tells_its_role_as_printed_and_when_it_spoke(self) -> None:
        tree = self.main()
        voice = seen.words(holding(tree, "voice", by_id(tree, "q10")))
        self.assertIn("Maria Zakharova Juru Bicara Kementerian Luar Negeri Rusia", voice)
        self.assertIn("Wednesday 6 December 2023 Printed pada Rabu (6/12/2023) the weekday fits", voice)
        ushakov = seen.words(holding(tree, "voice", by_id(tree, "q17")))
        self.assertIn("27 November 2023, uncertain", ushakov)

    def test_remarks_tell_kind_fidelity_and_how_quotes_bear_on_one_another(self) -> None:
        tree = self.main()
        remarks = {number: seen.words(by_id(tree, f"q{number}")) for number in (1, 2, 3, 6, 8, 9, 10, 20)}
        self.assertIn("Repeats 8.", remarks[1])
        self.assertIn("on behalf of Rusia, translated from Russian", remarks[2])
        self.assertIn("Reported quote, its own page: a topic, no words", remarks[3])
        self.assertIn("In marks: “berbahaya”", remarks[6])
        self.assertIn("Repeated in 1.", remarks[8])
        self.assertIn("Says 13 in other words.", remarks[9])
        self.assertIn("kemarin is 5 December 2023", remarks[10])
        self.assertIn("Continues 19.", remarks[20])

    def test_putin_is_not_given_the_words_of_the_kremlin(self) -> None:
        tree = self.main()
        self.assertNotIn("Vladimir Putin", seen.words(holding(tree, "voice", by_id(tree, "q2"))).split("Direct")[0])


class FigureTests(FirstArticle):
    def card(self, tree: Element, value: int) -> str:
        statistic = Statistic.objects.get(
            value=value,
            printings__article=self.article,
            printings__quote__number__in=[
                9,
                10,
                12,
            ],
        )
        return seen.words(by_id(tree, f"s{statistic.pk}"))

    def test_883_stands_with_about_1100_its_share_and_both_places_that_print_it(self) -> None:
        card = self.card(self.main(), 883)
        self.assertIn("883 of about 1,100 (about 80 %, our reckoning)", card)
        self.assertIn("persons arrived in Russia after leaving Gaza", card)
        self.assertIn("Printed 883 in 9 883 in 13", card)
        self.assertIn("sekitar 1.100 in 9 1.100 in 13", card)

    def test_898_and_135_stand_apart_with_their_own_people_and_days(self) -> None:
        tree = self.main()
        evacuated, taken_out = self.card(tree, 898), self.card(tree, 135)
        self.assertIn("Counted warga Rusia dan anggota keluarga Palestina Since 12 November 2023", evacuated)
        self.assertIn("Series 3 figures", evacuated)
        self.assertIn("Counted warga negara Rusia dan Palestina Since 2 December 2023 As of 5 December 2023", taken_out)
        self.assertIn("Caution angka-angka ini dapat berfluktuasi dalam beberapa jam", taken_out)

    def test_a_figure_in_the_text_leads_to_its_card_and_back(self) -> None:
        tree = self.main()
        for printing in Printing.objects.filter(article=self.article):
            number = by_id(tree, printing.anchors.get(role=Anchor.Role.NUMBER).fragment)
            self.assertEqual(number.attrib["href"], f"#s{printing.statistic_id}")
            card = by_id(tree, f"s{printing.statistic_id}")
            self.assertIn(f"#{number.attrib['id']}", seen.links(card))

    def test_figures_side_by_side_tell_what_joins_and_what_parts_them(self) -> None:
        section = seen.words(self.section("side"))
        self.assertIn("883 of about 1,100", section)
        self.assertIn("reviewed 898 counts something else than 883:", section)
        self.assertIn("unreviewed 135 may be part of 898:", section)

    def section(self, ident: str) -> Element:
        return next(one for one in self.main().iter("section") if one.get("aria-labelledby") == ident)

    def test_events_tell_their_day_the_printed_one_and_the_event_before(self) -> None:
        words = seen.words(self.main())
        call = "Happened Sunday 10 December 2023 Printed Ahad (10/12/2023) the weekday fits Before it 16 October 2023"
        self.assertIn(call, words)
        self.assertIn(
            "Happened Saturday 7 October 2023 Printed sepuluh hari pasca pecahnya pertempuran di Gaza "
            "Means 6 or 7 October 2023",
            words,
        )

    def test_what_others_print_stands_with_its_state_and_what_it_touches(self) -> None:
        table = seen.words(self.section("else"))
        self.assertIn("Contradicts. Says the call of 10 December was the first since the war began", table)
        self.assertIn("9, 10, 12, 13, 14 unreviewed", table)
        for link in self.section("else").iter("a"):
            if link.attrib["href"].startswith("http"):
                self.assertEqual(link.attrib["rel"], "noreferrer")


class HeadTests(FirstArticle):
    def test_the_head_tells_publisher_uncertain_date_and_why_credits_and_picture(self) -> None:
        head = seen.words(seen.part(self.client.get(self.article.get_absolute_url()), ".//main//header"))
        self.assertIn("between 10 and 31 December 2023, date uncertain: why", head)
        self.assertIn("latest dated event in the text: Ahad (10/12/2023)", head)
        self.assertIn("Kamran Dikarma, reporter; Esthi Maharani, editor", head)
        self.assertIn("Vladimir Putin (kanan) dan Benyamin Netanyahu (kiri). AP", head)

    def test_topics_and_places_lead_to_their_pages(self) -> None:
        links = seen.links(seen.part(self.client.get(self.article.get_absolute_url()), ".//main//header"))
        self.assertIn(reverse("articles:topic_detail", args=["evakuasi-warga-rusia"]), links)
        self.assertIn(reverse("articles:place_detail", args=["jalur-gaza"]), links)

    def test_the_cast_tells_where_each_is_named_and_quoted(self) -> None:
        section = next(one for one in self.main().iter("section") if one.get("aria-labelledby") == "cast")
        row = next(row for row in section.iter("tr") if "Zakharova" in seen.words(row))
        self.assertIn("9, 10, 11, 12, 13, 14", seen.words(row))
        self.assertEqual(len([link for link in seen.links(row) if link.startswith("#a")]), 3)

    def test_the_citation_names_the_text_that_was_read(self) -> None:
        assert self.article.current
        words = seen.words(self.main())
        self.assertIn("newsarchive, article", words)
        self.assertIn("version 1 of 1", words)
        self.assertIn(self.article.current.source.sha256, words)
