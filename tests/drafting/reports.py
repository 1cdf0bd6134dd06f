"""Invented reports on an invented council, in the layouts of the real ones."""

from __future__ import annotations

from inspection_digest.documents.text import SourceText

SIF = """\
Fairshire County Council

Inspection of services for children in need of help and
protection, children looked after and care leavers

and

Review of the effectiveness of the Local Safeguarding Children
Board¹

Inspection date: 24 November – 17 December 2015

Report published: 16 February 2016

Children’s services in Fairshire require improvement to
be good

1. Children who need help and protection

Inadequate

2. Children looked after and achieving
permanence

Requires improvement to
be good

2.1 Adoption performance

Good

2.2 Experiences and progress of care leavers

Outstanding

3. Leadership, management and governance

Requires
Improvement

¹ This report is made under a power to combine reports.

1
"""

ILACS = """\
Inspection of Fairshire local authority
children’s services

Inspection dates: 9 to 20 May 2022

Lead inspector: A. Person, Her Majesty’s Inspector

Judgement

Grade

The impact of leaders on social work
practice with children and families

Outstanding

The experiences and progress of
children who need help and protection

Requires improvement to be good

The experiences and progress of
children in care and care leavers

Good

Overall effectiveness

Good

Services were judged inadequate at the last inspection, in 2014. They are now
good. Riverton, the council next door, is outstanding.
"""

SPLIT = ILACS.replace(
    "children in care and care leavers\n\nGood",
    "children in care\n\nGood\n\nThe experiences and progress of care\nleavers\n\nInadequate",
)

LETTER = """\
1 June 2017

A. Director
Fairshire County Council

Dear Director

Monitoring visit to Fairshire children’s services

This was the second visit since the council was judged inadequate.

Leadership, management and governance

Good
"""


def report(*pages: str) -> SourceText:
    """These pages as the pages of a PDF."""
    return SourceText(pages, paged=True)
