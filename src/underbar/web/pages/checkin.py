"""Not built yet."""

from django.http import HttpResponse
from django.urls import path


def view(request):
    return HttpResponse("not built yet")


urls = [path("checkin/", view, name="checkin")]
