"""The first article, its annotations with the nine reference notes, and the topics that they use."""

from pathlib import Path

FOLDER = Path(__file__).parent
ARTICLE = FOLDER / "first-article.txt"
ANNOTATIONS = FOLDER / "first-article.json"
TOPICS = FOLDER / "topics.json"
