"""
The person and the further subsets: identity, posts, education, training, awards.

References: annex 1, steps 1 to 3.
Limitations: which items each subset has was shown on screenshots that are
missing; what does not exist (a degree up to 高中, a major up to 初中) is not a gap.
"""

from __future__ import annotations

from typing import Final

from credrules import text
from credrules.codes import EDUCATION
from credrules.engine import Context, Violation, rule, violation
from credrules.fields import fields_of, spec_of
from credrules.lists import is_cut
from credrules.systems.lianyungang.names import CERTIFICATE_CLASS
from credrules.systems.lianyungang.records.whole import Education, Person, Post, Training, Worker
from credrules.systems.lianyungang.rules.latest import present_posts
from credrules.systems.lianyungang.rules.paths import below

__all__ = [
    "SUBSET_RULES",
    "TECHNICAL_WORKER",
    "as_full_as_possible",
    "certificate_of_the_class",
    "has_major",
    "has_training",
    "is_technical_worker",
    "main_post_is_updated",
    "major_is_filled",
    "may_have_major",
    "originals_were_seen",
    "subsets_are_there",
    "training_is_expected",
]
__dir__ = __all__.copy

TECHNICAL_WORKER: Final = "TECHNICAL_WORKER"
"""技术工人, the only identity that is promoted (step 1)."""

# 初级中学 in EDUCATION: no level up to it has a major; 普通高级中学 has one only if the school says so.
_JUNIOR_SCHOOL: Final = "70"
_SENIOR_SCHOOL: Final = "60"


@rule("LYG.ENTRY.IDENTITY", requires=("personal_identity",))
def is_technical_worker(person: Person, _: Context) -> Violation | None:
    """
    Promotion is for staff whose identity is 技术工人.
    """
    return violation("personal_identity") if person.personal_identity != TECHNICAL_WORKER else None


@rule("LYG.ENTRY.CHECK_ORIGINALS", reads=("verified_against_original",))
def originals_were_seen(person: Person, _: Context) -> Violation | None:
    """
    Units are advised to check the originals while entering.
    """
    return violation("verified_against_original") if person.verified_against_original is False else None


_TRAINING: Final = ("person.establishment", *below("training", Training))


@rule(
    "LYG.SUBSET.REQUIRED",
    reads=("posts.post", *below("education", Education), *_TRAINING),
    reports_missing=True,
)
def subsets_are_there(worker: Worker, _: Context) -> list[Violation]:
    """
    Posts and education are filled in; training too for staff off the establishment, for whom nothing is extracted.
    """
    there = {
        "posts": any(item.post for item in worker.posts),
        "education": any(item != Education() for item in worker.education),
        "training": has_training(worker) or worker.person.establishment != "OFF",
    }
    parts = spec_of(Worker).parts
    return [violation(name, subset=parts[name].label) for name, filled in there.items() if not filled]


def has_training(worker: Worker) -> bool:
    """
    Return whether any training is entered.
    """
    return any(item != Training() for item in worker.training)


@rule("LYG.TRAIN.NONE", reads=_TRAINING, reports_missing=True)
def training_is_expected(worker: Worker, _: Context) -> Violation | None:
    """
    No training entered for staff on the establishment: the system may extract it later, so a person checks.
    """
    return violation("training") if not has_training(worker) and worker.person.establishment != "OFF" else None


@rule(
    "LYG.POST.ACTUAL",
    reads=("person.main_post", "posts.post", "posts.current", "posts.started_on", "posts.ended_on"),
)
def main_post_is_updated(worker: Worker, _: Context) -> Violation | None:
    """
    The main information shows the present post by actual appointment.
    """
    shown = worker.person.main_post
    posts = tuple(item.post for item in present_posts(worker) if item.post is not None)
    if shown is None or not posts or is_cut(worker.posts) or any(text.same_name(shown, post) for post in posts):
        return None
    return violation("person", "main_post", suggestion=posts[0] if len(posts) == 1 else None)


@rule("LYG.EDU.NO_GAPS", requires=("level",), reads=("major",), reports_missing=True)
def major_is_filled(education: Education, _: Context) -> Violation | None:
    """
    The major is filled in whenever there surely is one: after 普通高中 and above 初中.
    """
    if education.major is not None or not has_major(education.level or ""):
        return None
    major = spec_of(Education).by_name["major"]
    return violation("major", field=major.label, basis=major.declared.basis.value)


def has_major(level: str) -> bool:
    """
    Return whether an education surely has a major: 专业证书班 has one, 普通高中 may, 初中 and below have none.

    >>> has_major("30"), has_major("60"), has_major("70"), has_major(CERTIFICATE_CLASS)
    (True, False, False, True)
    """
    return may_have_major(level) and not EDUCATION.subsumes(_SENIOR_SCHOOL, level)


def may_have_major(level: str | None) -> bool:
    """
    Return whether an education may have a major; for an unknown education, True.

    >>> may_have_major("60"), may_have_major("71"), may_have_major(None)
    (True, False, True)
    """
    if level is None:
        return True
    rank, limit = EDUCATION[level].rank, EDUCATION[_JUNIOR_SCHOOL].rank
    return rank is None or limit is None or rank > limit


@rule("LYG.EDU.CERT_CLASS", requires=("level",), reads=("certificate_obtained",))
def certificate_of_the_class(education: Education, _: Context) -> Violation | None:
    """
    专业证书班 is for those who attended it and obtained the certificate.
    """
    without = education.level == CERTIFICATE_CLASS and education.certificate_obtained is False
    return violation("level") if without else None


# The major has a separate rule; whether a degree exists is unknown.
_OPTIONAL: Final = {
    section: tuple(
        spec
        for spec in fields_of(record)
        if spec.on_form and not spec.declared.required and spec.name not in {"major", "degree"}
    )
    for section, record in (("posts", Post), ("education", Education), ("training", Training))
}


@rule(
    "LYG.ENTRY.AS_FULL",
    reads=tuple(f"{section}.{spec.name}" for section, optional in _OPTIONAL.items() for spec in optional),
    reports_missing=True,
)
def as_full_as_possible(worker: Worker, _: Context) -> list[Violation]:
    """
    Optional items are filled in as far as possible; an empty one is only mentioned.
    """
    return [
        violation(section, place, spec.name, field=spec.label)
        for section, optional in _OPTIONAL.items()
        for place, item in enumerate(getattr(worker, section))
        for spec in optional
        if getattr(item, spec.name) is None
    ]


SUBSET_RULES: Final = (
    is_technical_worker,
    originals_were_seen,
    subsets_are_there,
    training_is_expected,
    main_post_is_updated,
    major_is_filled,
    certificate_of_the_class,
    as_full_as_possible,
)
"""The rules of the person and of the further subsets."""
