"""The small site after people have answered: corrected, contested, replied to, withdrawn.

`ANSWERS` are added to the digest of `small_site`; `WITHDRAWN` is a second one, withdrawn.
"""

from __future__ import annotations

from tests.small_site import DIGEST, MOOR

from inspection_digest.composing.edition import Edition
from inspection_digest.reading.library import Digest

OLD = "digests/moor-line/2031-05-02.yaml"
WITHDRAWAL = """\
withdrawn:
  date: 2031-07-01
  because: It was made from a *draft*.
  replaced_by: moor-line/2031-05-14
"""
BEFORE = DIGEST.replace("published: 2031-05-14\ninspected", "published: 2031-05-02\ninspected")
WITHDRAWN = BEFORE + WITHDRAWAL
REPLIES = """\
  in-the-contrast:
    by: Moor Line
    published: 2031-05-16
    source: release
    to: on-time-without-track
    text: It should act now.
  to-a-quote:
    by: Ada Buffer
    published: 2031-05-17
    source: release
    to: paper
    text: The leaders are outstanding.
corrections:
"""
MORE = """\
  - date: 2031-06-03
    what: The last words were left out.
    about: no-track
  - date: 2031-06-04
    what: It was unfair.
    about: unfair-pair
    removed: contrast
  - date: 2031-06-04
    what: Nothing used it any more.
    about: unfair
    removed: quote
contested:
  - date: 2031-05-20
    by: Moor Line
    what: The track is in a *shed*.
    about: on-time-without-track
  - date: 2031-05-21
    by: A signaller
    what: The paper is thin.
    about: paper
    outcome: upheld
    decided: 2031-08-01
    because: It is.
"""
ANSWERS = DIGEST.replace("corrections:\n", REPLIES) + MORE
ANSWERED = {MOOR: ANSWERS}
ALL = {MOOR: ANSWERS, OLD: WITHDRAWN}


def moor(made: Edition) -> Digest:
    return made.library.digests["moor-line/2031-05-14"]
