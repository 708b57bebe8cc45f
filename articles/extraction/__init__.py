"""Understanding news: who is named, what is said and by whom, what is counted, which days are meant.

One engine, a rule pack for each language (`indonesian/`, `english/`), no Django. `docs/extraction.md` says how to add
a rule. Start at `read()` in `articles.extraction.engine`.
"""
