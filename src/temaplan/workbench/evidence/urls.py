"""Addresses of the evidence house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
