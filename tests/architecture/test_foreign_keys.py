"""Foreign keys point backwards along the chain. As text they are invisible to an import linter."""

from typing import Any

from django.apps import apps

from temaplan.workbench.chain import CHAIN

MODELS = [
    model
    for model in apps.get_app_config("temaplan").get_models()
    if model.__module__.startswith("temaplan.workbench.")
]


def house_of(model: Any) -> str:
    return str(model.__module__.split(".")[2])


def test_every_model_lives_in_a_house_of_the_chain() -> None:
    assert sorted({house_of(model) for model in MODELS} - set(CHAIN)) == []


def test_no_model_refers_to_a_link_that_stands_on_it() -> None:
    forward = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in MODELS
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if field.related_model in MODELS
        and CHAIN.index(house_of(field.related_model)) > CHAIN.index(house_of(model))
    ]
    assert forward == []


def test_events_hold_no_reference_so_that_history_never_blocks_anything() -> None:
    (event,) = [model for model in MODELS if model.__name__ == "Event"]
    assert [field.name for field in event._meta.fields if field.related_model] == []
