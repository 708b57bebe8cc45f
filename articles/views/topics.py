"""Topics: the tree of them and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.browsing import topics
from articles.views.moved import moved


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/topic_list.html", {"branches": topics.tree()})


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    topic = topics.find(slug)
    if topic is None:
        raise Http404(_("No article of the archive has this topic."))
    if topic.slug != slug:
        return moved(request, topic.get_absolute_url())
    return render(request, "articles/topic_detail.html", {"page": topics.topic_page(topic)})
