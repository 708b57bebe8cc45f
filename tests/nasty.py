"""Addresses and values that nobody asks in earnest, and those that are wrong in earnest."""

from __future__ import annotations

SEARCH, QUOTES, STATISTICS, PEOPLE = "/search/", "/quotes/", "/statistics/", "/people/"
SECTIONS = (PEOPLE, "/organisations/", "/places/")
LISTS = (SEARCH, QUOTES, STATISTICS, *SECTIONS, "/series/")
DATES = ("/", "/dates/", "/2023/", "/2023/12/", "/2023/12/06/")
OTHERS = (*DATES, "/topics/", "/about/", "/help/", "/people/vladimir-putin/")
# Every parameter that some list knows, and some that none does.
PARAMETERS = (
    *("q", "actor", "not_actor", "actor_match", "topic", "not_topic", "publisher", "place", "language", "from", "to"),
    *("date", "reviewed", "kind", "sort", "match", "notes", "page", "said_by", "about", "to_whom", "type", "relay"),
    *("relay_stated", "number", "unit", "stated_by", "series", "letter", "p", "order_by", "status__exact", "id"),
)
# Where a wrong value is refused, and how the page names it.
WRONG: dict[str, dict[str, tuple[str, ...]]] = {
    SEARCH: {
        **dict.fromkeys(("from", "to"), ("31/02/2023", "0000", "2023-13-01", "9999", "kemarin", "2023-12-06T10:00")),
        "page": ("1e23", "-1", "0", "x", "1.5", "99999999999999999999999", "٣x"),
        **dict.fromkeys(("actor", "publisher", "place", "topic", "not_actor"), ("nobody", "pk;drop", "../..")),
        **dict.fromkeys(("date", "sort", "match", "reviewed", "notes", "kind"), ("never", "pk;drop", "-pk", "𝓁")),
        "language": ("xx", "klingon"),
        "q": ("OR", "()", "-", "((((((((((a))))))))))", "a" * 257, " ".join(["kata"] * 40)),
    },
    QUOTES: {
        **dict.fromkeys(("said_by", "about", "to_whom", "relay", "actor"), ("nobody",)),
        **dict.fromkeys(("from", "to"), ("31/02/2023",)),
        **dict.fromkeys(("type", "relay_stated", "sort", "match", "notes"), ("never",)),
        "page": ("1e23",),
    },
    STATISTICS: {
        "number": ("banyak", "1.1.1", "NaN", "1e9999999", "--5"),
        **dict.fromkeys(("unit", "stated_by", "series"), ("nothing",)),
        **dict.fromkeys(("from", "to"), ("31/02/2023",)),
        **dict.fromkeys(("sort", "match", "notes"), ("never",)),
        "page": ("1e23",),
    },
    **{
        section: {"page": ("1e23",), "sort": ("never",), "kind": ("poem",), "notes": ("never",)} for section in SECTIONS
    },
    "/series/": {"page": ("1e23", "-1")},
}
NASTY = (
    *("", " ", "%", "%zz", "\ufeff", "\u200b", "\u202e", "\u200fשלום\u200f", "\ufffd", "\U0010ffff", "ﷺ", "İ", "ß"),
    *("👩\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e007f", "e\u0301" * 60, "\u0300" * 60, "१२३", "٣"),
    *("'", '"', "\\", "`", "<script>alert(1)</script>", "';--", "' OR '1'='1", "{{7*7}}", "${7*7}", "%s%s%n"),
    *("../../etc", "\r\nX: y", "\t", "a\nb", "NaN", "inf", "-0", "1e400", "0x10", "null", "None", "True", "[]"),
    *("&amp;", ":*", "!!", "|", "&", "<->", "a <-> b", "foo:*", "***", "-*", '""', '"a', "(", ")", "OR OR", "a OR"),
    *("-a", "2023-12-06/2023-12-01", "[2023..", "2023/..", "/..", "~", "?", "2023?", "99999999999999999999"),
    *("1" * 200, "a" * 256),
)
PATHS = (
    *("/articles/0/", "/articles/99999999999999999999/", "/articles/999999999999999999/", "/articles/1e3/"),
    *("/articles/-1/", "/articles/1/v/0/", "/articles/1/v/99999999999999999999/", "/articles/١/", "/articles/1/ /"),
    *("/quotes/99999999999999999999/", "/statistics/0/", "/events/999999999999999999/", "/series/../", "/topics/%00/"),
    *("/people/%00/", "/people/%ff/", "/people/%ED%A0%80/", "/people/..%2f..%2fetc/passwd/", "/people/👻/"),
    *("/people/%E2%80%AE/", "/people/" + "a" * 200 + "/", "/people//", "/people/a/b/c/", "/topics/" + "-" * 130 + "/"),
    *("/2023/13/", "/0000/", "/0000/00/00/", "/2023/02/30/", "/2023/12/6/", "/٢٠٢٣/", "/99999/", "/2023/12/06/../"),
    *("/id/2023/13/", "/id/%00/", "/en/%00/", "/id/id/", "/idx/", "/admin/%00/", "/static/../settings.py"),
    *("/static/%00", "/en//example.org/", "/\\example.org/", "/%2e%2e/", "/;/", "/%", "/%zz/", "/.env", "/.git/HEAD"),
    *("/sitemap-%00.xml", "/sitemap-../.xml", "/healthz/", "/favicon.ico/", "/" + "a" * 1000 + "/", "/" + "a/" * 400),
)
