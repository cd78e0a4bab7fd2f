"""
The person and the further subsets: identity, posts, education, training, awards.

References: annex 1, steps 1 to 3.
Limitations: which items each subset holds was shown on screenshots that are
missing; what does not exist (a degree to 高中, a major to 初中) is no gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from credrules import text
from credrules.codes import EDUCATION
from credrules.engine import Context, Violation, violation
from credrules.fields import FieldSpec, fields_of, sections_of
from credrules.systems.lianyungang.names import CERTIFICATE_CLASS
from credrules.systems.lianyungang.records.whole import Education, Person, Post, Training, Worker
from credrules.systems.lianyungang.rules.latest import present_posts
from credrules.systems.lianyungang.rules.making import rule

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
    "originals_were_seen",
    "subsets_are_there",
    "training_is_expected",
]


def __dir__() -> list[str]:
    return sorted(__all__)


TECHNICAL_WORKER: Final = "TECHNICAL_WORKER"
"""技术工人, the only identity that is promoted (step 1)."""

# 初级中学 in EDUCATION: nothing up to it has a major.
_JUNIOR_SCHOOL: Final = "70"


@rule("LYG.ENTRY.IDENTITY", requires=("personal_identity",))
def is_technical_worker(person: Person, _: Context) -> Violation | None:
    """
    Promotion concerns staff whose identity reads 技术工人.
    """
    return violation("personal_identity") if person.personal_identity != TECHNICAL_WORKER else None


@rule("LYG.ENTRY.CHECK_ORIGINALS")
def originals_were_seen(person: Person, _: Context) -> Violation | None:
    """
    Units are advised to check the originals while entering.
    """
    return violation("verified_against_original") if person.verified_against_original is False else None


@rule("LYG.SUBSET.REQUIRED", reports_missing=True)
def subsets_are_there(worker: Worker, _: Context) -> Iterator[Violation]:
    """
    Posts and education are filled in; training too for staff off the establishment, where nothing is extracted.
    """
    if not any(item.post for item in worker.posts):
        yield _subset("posts")
    if not any(item != Education() for item in worker.education):
        yield _subset("education")
    if not has_training(worker) and worker.person.establishment == "OFF":
        yield _subset("training")


def _subset(name: str) -> Violation:
    label = next(part.label for part in sections_of(Worker) if part.name == name)
    return violation(name, subset=label)


def has_training(worker: Worker) -> bool:
    """
    Tell whether any training is entered.
    """
    return any(item != Training() for item in worker.training)


@rule("LYG.TRAIN.NONE", reports_missing=True)
def training_is_expected(worker: Worker, _: Context) -> Violation | None:
    """
    No training entered for staff on the establishment: the system may extract it later, a person looks.
    """
    return violation("training") if not has_training(worker) and worker.person.establishment != "OFF" else None


@rule("LYG.POST.ACTUAL")
def main_post_is_updated(worker: Worker, _: Context) -> Violation | None:
    """
    The main information shows the present post by actual appointment.
    """
    shown = worker.person.main_post
    posts = tuple(item.post for item in present_posts(worker) if item.post is not None)
    if shown is None or not posts or any(text.same_name(shown, post) for post in posts):
        return None
    return violation("person", "main_post", suggestion=posts[0] if len(posts) == 1 else None)


@rule("LYG.EDU.NO_GAPS", requires=("level",), reports_missing=True)
def major_is_filled(education: Education, _: Context) -> Violation | None:
    """
    The major is filled wherever there is one: not up to 初中.
    """
    if education.major is not None or not has_major(education.level or ""):
        return None
    return violation("major", field=_spec("major").label, basis=_spec("major").declared.basis.value)


def has_major(level: str) -> bool:
    """
    Tell whether an education has a major (专业证书班 has one, 初中 and below have none).

    >>> has_major("30"), has_major("70"), has_major(CERTIFICATE_CLASS)
    (True, False, True)
    """
    rank, limit = EDUCATION[level].rank, EDUCATION[_JUNIOR_SCHOOL].rank
    return rank is None or limit is None or rank > limit


def _spec(name: str) -> FieldSpec:
    return next(spec for spec in fields_of(Education) if spec.name == name)


@rule("LYG.EDU.CERT_CLASS", requires=("level",))
def certificate_of_the_class(education: Education, _: Context) -> Violation | None:
    """
    专业证书班 stands for those who attended it and obtained the certificate.
    """
    without = education.level == CERTIFICATE_CLASS and education.certificate_obtained is False
    return violation("level") if without else None


@rule("LYG.ENTRY.AS_FULL", reports_missing=True)
def as_full_as_possible(worker: Worker, _: Context) -> Iterator[Violation]:
    """
    What need not be filled is filled as far as possible; an empty optional item is only mentioned.
    """
    for section, record in (("posts", Post), ("education", Education), ("training", Training)):
        optional = [spec for spec in fields_of(record) if spec.on_form and not spec.declared.required]
        for place, item in enumerate(getattr(worker, section)):
            for spec in optional:
                if getattr(item, spec.name) is None and not _is_no_gap(item, spec.name):
                    yield violation(section, place, spec.name, field=spec.label)


def _is_no_gap(item: object, name: str) -> bool:
    # The major has a rule of its own; of a degree nobody knows whether it exists.
    return isinstance(item, Education) and name in {"major", "degree"}


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
