"""What each field of the data files means, as it is published beside them (`data_files`)."""

from __future__ import annotations

from collections.abc import Mapping

Fields = Mapping[str, tuple[str, str]]  # by name: the type, and what it says

GRADE_FIELDS: Fields = {
    "digest": ("string", "The digest's identity: `<provider>/<when>`. It never changes."),
    "provider": ("string", "The provider's id."),
    "provider_name": ("string", "The provider's name."),
    "inspectorate": ("string", "Who inspected."),
    "framework": ("string", "The framework's id: scale and standards of the time."),
    "round": ("string", "The round of inspections, where the inspectorate goes round."),
    "owner": ("string", "Who ran the provider at the time, where known."),
    "inspected_from": ("string", "When the inspection began: ISO 8601, as far as known."),
    "inspected_to": ("string", "When the inspection ended: ISO 8601, as far as known."),
    "published": ("string", "When the report was published: ISO 8601, as far as known."),
    "standard": ("string", "The standard's id in its framework, or `overall`."),
    "standard_name": ("string", "The standard's name."),
    "role": ("string", "`leadership`, `practice` or empty."),
    "grade": ("string", "The grade as the framework spells it, or a word that is no grade."),
    "step": ("integer", "The grade's step on the scale, from 0 at the lowest; empty if none."),
    "steps": ("integer", "The step of the scale's highest grade; empty if none."),
    "certain": ("boolean", "False where the grade is inferred."),
    "cited": ("string", "The page that states the grade, where it is not the report."),
    "address": ("string", "The digest's page."),
}

DIGEST_FIELDS: Fields = {
    "digest": GRADE_FIELDS["digest"],
    "address": GRADE_FIELDS["address"],
    "title": ("string", "The digest's headline, or empty."),
    **{
        name: GRADE_FIELDS[name]
        for name in (
            *("provider", "provider_name", "inspectorate", "framework", "round"),
            *("inspected_from", "inspected_to", "published"),
        )
    },
    "added": ("string", "When the digest was put on the site: ISO 8601; empty if not typed."),
    "overall": ("string", "The overall grade, or a word that is no grade; empty if not known."),
    "ratings": ("object", "The grade of each standard of which it is known, by its id."),
    "spread": (
        "object",
        "How many standards, those in `ratings` too, were given each grade, as a source says.",
    ),
    "points": ("integer", "The points the report gives in all; null if not known."),
    "cited": ("object", "The page that states a fact, by its name, where it is not the report."),
    "uncertain": ("array", "The facts that are inferred, by the names of these fields or ids."),
    "missing": ("string", "In plain words, what is not known yet; empty if nothing is said."),
    "sources": ("object", "The sources the digest quotes, by its own name for each."),
    "quotes": ("array", "The quotations, letter for letter, and how each was proved."),
    "contrasts": ("array", "The contrasts: names of quotes set beside each other, and why."),
    "status": ("string", "`current` or `withdrawn`."),
    "withdrawn": ("object", "When the digest was withdrawn and why; null if it stands."),
    "replies": ("array", "What was answered by those who are spoken of."),
    "corrections": ("array", "What was corrected since, and when."),
    "contested": ("array", "What was objected to, and what came of it."),
}
