"""Not built yet."""

from django.http import HttpResponse
from django.urls import path


def view(request):
    return HttpResponse("not built yet")


urls = [path("about/", view, name="intended_use")]
