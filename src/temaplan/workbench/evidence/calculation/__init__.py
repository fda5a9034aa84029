"""From a table of figures to a result: one method, one selection, every digit kept.

table = input_table(run.source_table, run.data_table)
calculated = calculate(table, Question(method="growth", selection={…}, parameters={…}))
calculated.text       # the canonical CSV that a run keeps
"""

from temaplan.workbench.evidence.calculation.calculate import Calculated, Question, calculate
from temaplan.workbench.evidence.calculation.inputs import InputTable, input_table
from temaplan.workbench.evidence.calculation.methods import METHOD, METHODS, Method

__all__ = [
    "METHOD",
    "METHODS",
    "Calculated",
    "InputTable",
    "Method",
    "Question",
    "calculate",
    "input_table",
]
