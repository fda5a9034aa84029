"""Addresses of the plan house: `site` at the root, `urlpatterns` below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver

site: list[URLPattern | URLResolver] = []
urlpatterns: list[URLPattern | URLResolver] = []
