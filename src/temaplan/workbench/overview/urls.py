"""Addresses of the overview house, below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
