from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from articles.actions.merge import merge
from articles.models import Article, Entity, EntityName, Topic
from articles.search.counting import MOST_VALUES
from articles.search.panel import PER_PAGE
from tests.factories import make_article, make_entity, make_mention, make_quote, make_topic

pytestmark = pytest.mark.django_db


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def plain(page: str) -> str:
    """Return what a page says, without its masthead and markup."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def links(page: str) -> dict[str, str]:
    """Return where the links of a page lead, by their words."""
    found = re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    return {" ".join(re.sub(r"<[^>]*>", " ", words).split()): to.replace("&amp;", "&") for to, words in found}


class TestFilters:
    def test_the_list_asks_for_no_facet_but_tells_where_they_are(self, client: Client) -> None:
        make_article("Banjir", mentioning=("Ana Wijaya",))
        for path in ("/search/", "/quotes/", "/statistics/"):
            page = text(client, f"{path}?q=banjir")
            assert f'data-later="{path}filters/?q=banjir"' in page
            assert links(page)["People, places, topics and more"] == f"{path}filters/?q=banjir"
            assert 'id="h-actor"' not in page

    def test_all_conditions_facets_and_days_stand_on_the_page_and_lead_on_within_it(self, client: Client) -> None:
        make_article("Banjir", mentioning=("Ana Wijaya", "Budi Santoso"), published="2023-12-06")
        page = text(client, "/search/filters/?q=banjir&actor=ana-wijaya&from=2023&to=2023")
        to = links(page)
        assert to["Show the list"] == "/search/?q=banjir&actor=ana-wijaya&from=2023&to=2023"
        assert to["Budi Santoso"] == "?q=banjir&actor=ana-wijaya&from=2023&to=2023&actor=budi-santoso"
        assert to["Without Budi Santoso"].endswith("&not_actor=budi-santoso")
        assert to["Ana Wijaya take off"] == "?q=banjir&from=2023&to=2023"
        assert to["D December 2023: 1"] == "?q=banjir&actor=ana-wijaya&from=2023-12&to=2023-12"
        assert to["All years"] == "?q=banjir&actor=ana-wijaya"

    def test_quotes_and_figures_have_their_own(self, client: Client) -> None:
        article = make_article("Banjir", mentioning=("Ana Wijaya",))
        make_quote(article, "Dewan", speaker=make_entity("Ana Wijaya"))
        assert "Said by Ana Wijaya 1" in plain(text(client, "/quotes/filters/"))
        page = text(client, "/search/filters/?kind=quotes")
        assert links(page)["Show the list"] == "/search/?kind=quotes"
        assert 'href="?kind=quotes&amp;said_by=ana-wijaya"' in page

    def test_several_may_be_asked_for_all_together_or_any(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya", "Budi Santoso"))
        make_article("Dua", mentioning=("Ana Wijaya",))
        both = "actor=ana-wijaya&actor=budi-santoso"
        assert links(text(client, f"/search/filters/?{both}"))["any of them"] == f"?{both}&actor_match=any"
        page = text(client, f"/search/filters/?{both}&actor_match=any")
        assert links(page)["all of them"] == f"?{both}"
        assert "any of them" not in links(text(client, "/search/filters/?actor=ana-wijaya"))
        assert "2 articles" in text(client, f"/search/?{both}&actor_match=any")

    def test_places_too(self, client: Client) -> None:
        article = make_article("Satu", paragraphs=["Di Aceh dan Bali."])
        for name in ("Aceh", "Bali"):
            make_mention(article, make_entity(name, kind=Entity.Kind.PLACE), name)
        both = "place=aceh&place=bali"
        assert links(text(client, f"/search/filters/?{both}"))["any of them"] == f"?{both}&place_match=any"

    def test_without_time_it_says_so_and_shows_what_was_chosen(self, client: Client, settings: Any) -> None:
        make_article("Banjir", mentioning=("Ana Wijaya",))
        settings.FACETS_SECONDS = 0.0
        said = plain(text(client, "/search/filters/?actor=ana-wijaya"))
        assert "Who is in it Counting ran out of time. Ana Wijaya Without Ana Wijaya" in said
        assert "Date published / said / happened Counting ran out of time." in said
        assert "Counting ran out of time." in plain(text(client, "/search/filters/actor/"))

    def test_with_time_for_a_sample_alone_it_says_about(self, client: Client, monkeypatch: Any) -> None:
        for _ in range(40):
            make_article("Banjir", mentioning=("Ana Wijaya",))
        monkeypatch.setattr("articles.search.sampling.EXACT_SHARE", 0.0)
        said = plain(text(client, "/search/filters/"))
        assert re.search(r"the numbers are about right\. Ana Wijaya about (35|40|45)", said)
        assert "the heights are about right" in said

    def test_a_wrong_value_is_named(self, client: Client) -> None:
        for path in ("/search/filters/", "/search/filters/actor/"):
            assert "knows no “nobody” here" in text(client, f"{path}?actor=nobody", 400)
        assert "nonsense" in text(client, "/search/filters/?kind=nonsense", 400)

    def test_names_have_no_filters(self, client: Client) -> None:
        assert "data-later" not in text(client, "/search/?kind=entities&q=ana")
        assert "Reference notes" in text(client, "/search/filters/?kind=entities&q=ana")

    def test_hidden_articles_change_nothing(self, client: Client) -> None:
        make_article("Banjir", mentioning=("Ana Wijaya",))
        addresses = ("/search/filters/?q=banjir", "/search/filters/actor/?find=a", "/search/filters/topic/")
        before = [text(client, address) for address in addresses]
        for _ in range(3):
            draft = make_article("Banjir", mentioning=("Ana Wijaya", "Ani Draf"), state=Article.State.DRAFT)
            make_topic("local:draf", article=draft)
        assert [text(client, address) for address in addresses] == before


class TestValues:
    def test_more_than_fit_are_all_on_a_page_of_their_own_and_lead_to_the_list(self, client: Client) -> None:
        make_article("Ramai", mentioning=[f"Orang {number:02}" for number in range(PER_PAGE + 3)])
        page = text(client, "/search/filters/?q=ramai")
        assert page.count("?q=ramai&amp;not_actor=") == MOST_VALUES
        [(words, to)] = [(words, to) for words, to in links(page).items() if words.startswith("Show all")]
        assert (words, to) == (f"Show all {PER_PAGE + 3} : Who is in it", "/search/filters/actor/?q=ramai")
        first = text(client, to)
        assert links(first)["Orang 59"] == "/search/?q=ramai&actor=orang-59"
        assert "Orang 60" not in links(first)
        last = links(text(client, f"/search/filters/actor/{links(first)['Next']}"))
        assert [name for name in last if name.startswith("Orang")] == ["Orang 60", "Orang 61", "Orang 62"]
        assert last["Previous"] == "?q=ramai&page=1"
        assert last["Back to the list"] == "/search/?q=ramai"

    def test_they_come_by_number_or_by_name(self, client: Client) -> None:
        make_article("Satu", mentioning=("Budi Santoso", "Ana Wijaya"))
        make_article("Dua", mentioning=("Budi Santoso",))
        names = ("Budi Santoso", "Ana Wijaya")
        assert [one for one in links(text(client, "/search/filters/actor/")) if one in names] == list(names)
        by_name = text(client, "/search/filters/actor/?order=name")
        assert [one for one in links(by_name) if one in names] == list(reversed(names))

    def test_a_name_is_found_by_a_part_of_any_of_its_spellings(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya", "Budi Santoso"))
        ana = make_entity("Ana Wijaya")
        EntityName.objects.create(entity=ana, name="Anna Widjaja", kind=EntityName.Kind.ALIAS, key="anna widjaja")
        found = plain(text(client, "/search/filters/actor/?find=WIDJ"))
        assert "1 value ·" in found
        assert "Ana Wijaya 1" in found
        assert "Budi Santoso" not in found
        assert "0 values" in plain(text(client, "/search/filters/actor/?find=b_di"))

    def test_a_topic_is_found_by_its_label_in_any_language(self, client: Client) -> None:
        topic = make_topic("local:gempa", article=make_article("Satu"))
        make_topic("local:lain", label="Lain", article=make_article("Dua"))
        Topic.objects.filter(pk=topic.pk).update(labels={"id": "Gempa", "en": "Earthquake"}, alternatives=["Lindu"])
        for typed in ("gempa", "earthq", "lindu"):
            found = plain(text(client, f"/search/filters/topic/?find={typed}"))
            assert "Earthquake 1" in found
            assert "Lain" not in found

    def test_who_said_it_is_found_by_name(self, client: Client) -> None:
        article = make_article("Satu", mentioning=("Ana Wijaya", "Budi Santoso"))
        for name in ("Ana Wijaya", "Budi Santoso"):
            make_quote(article, "Dewan", speaker=make_entity(name))
        found = plain(text(client, "/quotes/filters/said_by/?find=budi"))
        assert "Budi Santoso 1" in found
        assert "Ana" not in found

    def test_what_was_chosen_stands_in_its_place_and_can_be_taken_back(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya", "Budi Santoso"))
        page = text(client, "/search/filters/actor/?actor=budi-santoso&q=satu")
        assert links(page)["Budi Santoso"] == "/search/?q=satu"

    @pytest.mark.parametrize(
        ("address", "status"),
        [
            ("/search/filters/nonsense/", 404),
            ("/search/filters/said_by/", 404),
            ("/search/filters/actor/?page=2", 404),
            ("/search/filters/actor/?page=0", 400),
            ("/search/filters/actor/?page=99999999999999", 400),
            ("/search/filters/actor/?page=x", 400),
            ("/search/filters/actor/?order=nonsense", 400),
            ("/search/filters/actor/?find=" + "x" * 101, 400),
            ("/search/filters/actor/?find=" + "%E2%80%8F" * 20, 200),
            ("/search/filters/actor/?find=%5C%25_'", 200),
            ("/search/filters/topic/?find=%5C%25_'&order=name", 200),
            ("/search/filters/language/?find=x&order=name", 200),
            ("/quotes/filters/type/", 200),
            ("/statistics/filters/series/?find=%25", 200),
        ],
    )
    def test_bad_input_is_input(self, client: Client, address: str, status: int) -> None:
        make_article("Satu", mentioning=("Ana Wijaya",))
        text(client, address, status)


class TestMoved:
    def test_a_merged_name_leads_to_the_same_list_by_its_present_address(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya", "A. Wijaya"))
        merge(make_entity("A. Wijaya"), into=make_entity("Ana Wijaya"), by=None)
        query = "q=satu&not_actor=a-wijaya&actor=a-wijaya"
        for path in ("/search/", "/quotes/", "/statistics/", "/search/filters/", "/search/filters/actor/"):
            answer = client.get(f"{path}?{query}")
            assert (answer.status_code, answer["Location"]) == (
                301,
                f"{path}?q=satu&not_actor=ana-wijaya&actor=ana-wijaya",
            )
            assert "no-cache" in answer["Cache-Control"]

    def test_a_merged_topic_too_and_one_that_is_asked_for_by_its_label(self, client: Client) -> None:
        kept = make_topic("local:gempa", label="Gempa bumi", article=make_article("Satu"))
        make_topic("local:lindu", label="Lindu", merged_into=kept)
        for value in ("local-lindu", "Gempa+Bumi"):
            answer = client.get(f"/search/?topic={value}")
            assert (answer.status_code, answer["Location"]) == (301, "/search/?topic=local-gempa")

    def test_one_of_several(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya", "A. Wijaya", "Budi Santoso"))
        merge(make_entity("A. Wijaya"), into=make_entity("Ana Wijaya"), by=None)
        answer = client.get("/search/?actor=budi-santoso&actor=a-wijaya&actor=ana-wijaya")
        assert answer["Location"] == "/search/?actor=budi-santoso&actor=ana-wijaya"

    def test_who_is_gone_is_named_and_can_be_taken_off_alone(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Wijaya",))
        page = text(client, "/search/?q=satu&actor=ana-wijaya&actor=budi-santoso", 400)
        assert "The archive knows no “budi-santoso” here." in plain(page)
        assert links(page)["Ask without it"] == "?q=satu&actor=ana-wijaya"

    def test_whom_only_drafts_know_leads_nowhere(self, client: Client) -> None:
        make_article("Satu", mentioning=("Ana Draf", "A. Draf"), state=Article.State.DRAFT)
        merge(make_entity("A. Draf"), into=make_entity("Ana Draf"), by=None)
        make_topic("local:draf", label="Draf")
        for address in ("/search/?actor=a-draf", "/search/?actor=nobody", "/search/?topic=Draf"):
            assert client.get(address).status_code == 400
