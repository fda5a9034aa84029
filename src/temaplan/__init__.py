"""Temaplan: arbeidsbenk for kommunale temaplaner.

The package has two halves: `temaplan.analysis` is a plain library for regional
analysis (numpy and narwhals only), `temaplan.workbench` the Django application.
"""

from temaplan.errors import BadInput, MachineLacks, TemaplanError

__all__ = ["BadInput", "MachineLacks", "TemaplanError"]
