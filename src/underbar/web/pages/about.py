"""What this is, and what it is not."""

from __future__ import annotations

from importlib.metadata import version

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from underbar.wording import en_pages


def about(request: HttpRequest) -> HttpResponse:
    """For anybody: what it is for, whose it is, how to use it by keyboard."""
    return render(
        request,
        "about/about.html",
        {
            "here": "more",
            "about": en_pages.ABOUT,
            "source": en_pages.SOURCE,
            "shortcuts": en_pages.SHORTCUTS,
            "version": version("underbar"),
        },
    )


urls = [path("about/", about, name="intended_use")]
