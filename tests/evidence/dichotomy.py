"""The texts the project began with: a blog post's extracts of a report, and the press release.

The only real quotations in the tests of proofs. Crown copyright, Open Government Licence v3.
"""

from __future__ import annotations

from inspection_digest.documents.text import parse_text
from inspection_digest.evidence.prepared import prepare

REPORT = """
A minority of operational staff (16.7 full-time equivalent) are qualified probation officers. The \
majority of responsible officers are probation service officers, many are new to this role and \
some have progressed from support roles.

Dynamic senior leadership has driven forward change at a fast pace, supported by an effective \
performance management system. The organisation has made great progress in improving performance \
and is now meeting or exceeding all key contractual performance targets.

Most operational staff are unqualified and require more extensive training in assessing and \
managing risk of harm to others.

The assessment of risk of harm to others is not good enough, and deficiencies in identifying \
relevant information on file, or which can be obtained from other statutory partners, result in \
inadequate planning and provision of interventions to keep others safe.
"""

RELEASE = """
South Yorkshire CRC - Beginning to address problems arising from shortage of qualified probation \
officers

South Yorkshire Community Rehabilitation Company (CRC) was found by inspectors to have weak case \
supervision, with some inadequate aspects and a lack of qualified probation staff.

However, though the inspection in November and December rated the Sodexo-owned CRC as ‘Requires \
Improvement’ inspectors also found an outstanding leadership team which was driving improvements.

Dame Glenys Stacey, HM Chief Inspector of Probation, said: “The CRC is making significant changes \
to its operating model. Individuals will no longer be subject to telephone-only supervision, and \
leaders have taken swift action – following our findings in Sodexo’s Northumbria CRC – to improve \
the important work of assessing each individual subject to probation supervision.”

Overall, Dame Glenys said:

“Unpaid work delivery in this CRC is good, but urgent improvements are needed to the rest of its \
work, and in probation supervision overall. There have been too many changes of practitioners for \
individuals under supervision, and those practitioners have also experienced changes in line \
managers. That needs to stop now, so far as possible, and leaders must concentrate on improving \
the skills base, and with it the quality of work delivered.”
"""

# A reader's comment under the post: half a sentence of each document in one pair of marks.
COMMENT = (
    '"Dynamic senior leadership has driven forward change at a fast pace, supported by an '
    "effective performance management system. The organisation has made great progress in "
    "improving performance and is now meeting or exceeding all key contractual performance "
    "targets... but urgent improvements are needed to the rest of its work, and in probation "
    "supervision overall..."
    '"'
)

HELD = {
    "report": prepare(parse_text(REPORT, extracts=True)),
    "release": prepare(parse_text(RELEASE)),
}
