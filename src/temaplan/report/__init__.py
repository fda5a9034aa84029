"""The default report of industrial structure: open figures in, one document out.

    make_report(Question(regions=("4003", "4001"), period=(2021, 2022))).document

It reads the tables of `sources`, asks the methods of `analysis` and returns the frozen
`PlanDocument` of `documents`, which page, PDF and Word show. It knows no plan, no
database and no clock: the same tables give the same report.
"""

from temaplan.report.question import Brought, Question
from temaplan.report.report import Report, make_report

__all__ = ["Brought", "Question", "Report", "make_report"]
