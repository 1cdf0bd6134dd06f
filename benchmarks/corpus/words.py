"""Sentences nobody has written, in the shape of those inspectors write.

Every slot in braces is filled from a list by chance; `{n}` is a number smaller than `{m}`. The
marks are curly, as printed reports have them.
"""

from __future__ import annotations

import re
from random import Random

_LISTS: dict[str, str] = {
    "who": (
        "the leadership team|frontline staff|senior managers|the service’s leaders|the board|"
        "team leaders|newly appointed officers|the deputy director|partner agencies|the QAT|"
        "managers at the northern office|the RSU|the people who answer the telephone|"
        "the provider’s trainers|caseworkers|the regional manager|administrators|volunteers"
    ),
    "did": (
        "had reviewed|understood|did not always record|had begun to mend|rarely questioned|"
        "measured|had set out|could explain|were slow to follow|kept a close eye on|"
        "had not yet agreed|wrote down|relied upon|described|had redrawn|did little to improve|"
        "took pride in|were clear about|overlooked|had inherited"
    ),
    "what": (
        "the plans for each family|a timetable of home visits|the risks to other people|"
        "the children’s own views|the workload of the smallest teams|a backlog of assessments|"
        "the new IT system|the handover between offices|the reasons for each delay|"
        "the advice of the LSB|the results of its last audit|a programme of training|"
        "the state of the waiting rooms|what neighbours had reported|the service’s own targets|"
        "an unusually long list of vacancies|the agreed minimum of contact|"
        "the letters sent to parents|the order in which cases were seen"
    ),
    "when": (
        "before the end of March|in the weeks after the merger|since the last inspection|"
        "at every stage|without being asked|in most of the offices we saw|during the winter|"
        "as the guidance requires|when a worker was away|for the first time in years|"
        "despite repeated reminders|with the help of the council|under great pressure|"
        "well within ten working days|long after they fell due|more often than not"
    ),
    "how": (
        "thorough|uneven|thoughtful|too hurried|well recorded|hard to follow|consistent|"
        "behind schedule|warm and purposeful|short of detail|better than before|"
        "not good enough|impressive|still fragile"
    ),
    "part": (
        "Supervision|Planning|Case recording|Partnership work|Recruitment|The induction of staff|"
        "Work with families|The quality of visits|Risk assessment|The use of data|Oversight|"
        "Practice at the coast office|The out-of-hours service|Preparation for court"
    ),
    "name": (
        "Ines Alder|Tom Whitlock|Rosalind Pike|Owen Marsh|Farah Linden|Joan Harrow|"
        "Peter Sallow|Miriam Thorne|Gareth Ashby|Nell Bracken"
    ),
    "month": ("January|February|March|April|May|June|July|September|October|November"),
}
_CHOICES = {name: words.split("|") for name, words in _LISTS.items()}
_PLAIN = (
    "{Who} {did} {what} {when}.",
    "{Who} {did} {what}, and {who} {did} {what} {when}.",
    "{part} was {how} {when}, although {who} {did} {what}.",
    "{part} is {how}; {who} {did} {what} {when}.",
    "We found that {who} {did} {what} {when}, which {who} {did} before us.",
    "Where {who} {did} {what}, work was {how} and {who} {did} {what}.",
)
_COUNTED = (
    "In {n} of the {m} cases we read, {who} {did} {what}.",
    "{part} was {how} in {percent}% of cases, against {other}% in {month} {year}.",
    "By {day} {month} {year}, {who} {did} {what} in {n} of {m} offices.",
    "The service spent £{n}.{other}m on this work, and {who} {did} {what} {when}.",
)
_MARKED = (
    "{name}’s team {did} what it called “a fair start” {when}.",
    "“It isn’t {how}, but it’s ours,” {name} told us, and {who} {did} {what}.",
    "The officers’ notes – {n} pages of them – show that {who} {did} {what}.",
    "{Who} {did} the so-called ‘open door’ {when}, and {who} {did} {what}.",
    "We don’t think that {who} {did} {what} {when}; {who} {did}.",
)
SHAPES = (*_PLAIN * 3, *_COUNTED * 2, *_MARKED)
_SLOT = re.compile(r"\{(\w+)\}")


def sentence(chance: Random, shapes: tuple[str, ...] = SHAPES) -> str:
    """One sentence, 6 to 45 words, ending in a full stop or a closing mark."""
    most = chance.randrange(8, 95)
    numbers = {
        "n": chance.randrange(2, most - 1),
        "m": most,
        "percent": chance.randrange(11, 97),
        "other": chance.randrange(11, 97),
        "day": chance.randrange(1, 29),
        "year": chance.randrange(2011, 2025),
    }

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        if name in numbers:
            return str(numbers[name])
        words = chance.choice(_CHOICES[name.lower()])
        return words[0].upper() + words[1:] if name[0].isupper() else words

    return _SLOT.sub(fill, chance.choice(shapes))


def plain_sentence(chance: Random) -> str:
    """A sentence without figures and quotation marks, fit to be cut with an ellipsis."""
    return sentence(chance, _PLAIN)


def marked_sentence(chance: Random) -> str:
    """A sentence with marks that somebody who types it by hand would type straight."""
    return sentence(chance, _MARKED)


def paragraph(chance: Random, sentences: int) -> list[str]:
    """So many sentences, no two alike."""
    found: dict[str, None] = {}
    while len(found) < sentences:
        found[sentence(chance)] = None
    return list(found)


def our_words(chance: Random, fewest: int, most: int) -> str:
    """Prose of an editor: so many words about, with some Markdown, straight marks as typed."""
    wanted, parts, count = chance.randrange(fewest, most), [], 0
    while count < wanted:
        words = sentence(chance).translate(STRAIGHT)
        count += len(words.split())
        parts.append(words)
    text = " ".join(parts)
    kind = chance.random()
    if kind < 0.4:
        return _emphasised(text)
    if kind < 0.55:
        return f"{text} See [the method](https://inspectorate.example/method/{count})."
    if kind < 0.62:
        return "\n\n".join([parts[0], "\n".join(f"- {part}" for part in parts[1:])])
    return text


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})


def _emphasised(text: str) -> str:
    """One word of each text stands out."""
    words = text.split(" ")
    middle = next((i for i in range(len(words) // 2, len(words)) if words[i].isalpha()), None)
    if middle is not None:
        words[middle] = f"*{words[middle]}*"
    return " ".join(words)
