"""The methods that a plan can use speak the language of the page."""

import pytest
from django.utils import translation

from temaplan.analysis.catalogue import ANALYSIS
from temaplan.workbench.evidence.calculation import METHOD

QUESTION_IN_NYNORSK = {
    "location_quotient": "Er ei næring større her enn ein skulle vente?",
    "growth": "Kor mykje voks kvar næring?",
    "shift_share": "Skuldast endringa landet, næringssamansetjinga eller regionen sjølv?",
}


@pytest.mark.parametrize("code", QUESTION_IN_NYNORSK)
def test_question_of_a_method_follows_the_language_of_the_page(code: str) -> None:
    with translation.override("nn"):
        assert METHOD[code].question == QUESTION_IN_NYNORSK[code]
    with translation.override("nb"):
        assert METHOD[code].question == ANALYSIS[code].question
