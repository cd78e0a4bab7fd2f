"""
The types an importing program sees: checked by mypy and pyright, and run by the test beside this file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, assert_type

import polars as pl
from attrs import frozen
from hypothesis.strategies import SearchStrategy

from credrules import CredrulesError, Decision, Finding, Report, Severity, codes, leaves, text
from credrules.catalogue import RULES, Rule
from credrules.codes import CodeTable
from credrules.codes.entry import Entry, Match
from credrules.converter import structure, unstructure
from credrules.dates import Comparison, PartialDate, Precision, compare
from credrules.engine import Context, Profile, RecordRule, System, Violation, rule, violation
from credrules.fields import FieldSpec, form_field, sections
from credrules.findings import Path
from credrules.frames import audit_frame, check_frame
from credrules.hours import REQUIREMENTS
from credrules.identifiers import citizen_id, mobile
from credrules.identifiers.citizen_id import CitizenId
from credrules.rosters import ColumnMatch, RosterRow, Summary, check_row, check_rows, match_columns, summarize
from credrules.schema import data_dictionary, json_schema
from credrules.systems import guangdong_learning, guangdong_titles, guangxi
from credrules.testing import laws, strategies
from credrules.values import FrozenMap
from credrules.workflow import Machine, Step

ON = dt.date(2012, 6, 1)


def identifiers() -> None:
    """
    The verbs of an identifier: a typed report, a bool, a text, the typed value.
    """
    report = citizen_id.check("450000199307010014", on=ON)
    assert_type(report, Report[CitizenId])
    assert_type(report.value, CitizenId | None)
    assert_type(report.ok, bool)
    assert_type(report.findings, tuple[Finding, ...])
    assert_type(report.raw, object)
    assert_type(citizen_id.is_valid(object()), bool)
    assert_type(citizen_id.normalize("x"), str)
    assert_type(citizen_id.parse("450000199307010014").birth_date, dt.date | None)
    assert_type(citizen_id.mask("450000199307010014"), str)
    assert_type(mobile.is_valid(None, on=ON), bool)


def findings() -> None:
    """
    A finding's parts, its row, and the error that carries findings.
    """
    (found,) = citizen_id.check("450000199307010013").findings
    assert_type(found.code, str)
    assert_type(found.severity, Severity)
    assert_type(found.path, Path)
    assert_type(found.message("en"), str)
    assert_type(found.rule, Rule)
    assert_type(RULES[found.code].severity, Severity)
    assert_type(found.to_dict(), dict[str, Any])
    try:
        citizen_id.parse("x")
    except CredrulesError as error:
        assert_type(error.findings, tuple[Finding, ...])
    assert_type(Decision("review"), Decision)


def dates_and_texts() -> None:
    """
    Partial dates and normalised texts.
    """
    date = PartialDate.parse("1993年7月")
    assert_type(date, PartialDate)
    assert_type(date.precision, Precision)
    assert_type(date.earliest(), dt.date)
    assert_type(date < PartialDate(1994), bool)
    assert_type(compare(date, PartialDate(1993)), Comparison)
    assert_type(PartialDate.check("x"), Report[PartialDate])
    clean, changes = text.normalize(" 张 三")
    assert_type(clean, str)
    assert len(changes) == 1


def tables() -> None:
    """
    Code tables are one type, whatever they hold.
    """
    assert_type(codes.ETHNICITY, CodeTable)
    assert_type(codes.ETHNICITY["08"], Entry)
    assert_type(codes.ETHNICITY.get("99"), Entry | None)
    assert_type(codes.ETHNICITY.find("壮"), tuple[Entry, ...])
    assert_type(codes.ETHNICITY.check("汉"), Report[str])
    assert_type(codes.TITLES.search("工程师", limit=3), tuple[Match, ...])
    assert_type(codes.DIVISIONS.at(ON), CodeTable)
    assert_type("08" in codes.ETHNICITY, bool)


def rosters() -> None:
    """
    A table of rows: columns matched, rows checked, reports summed up.
    """
    row = {"姓名": "张三", "民族": "壮族"}
    columns = match_columns(row)
    assert_type(columns, ColumnMatch)
    report = check_row(row, on=ON, columns=columns)
    assert_type(report, Report[RosterRow])
    assert report.value is not None
    assert_type(report.value.ethnicity, str | None)
    assert_type(report.value.birth_date, PartialDate | None)
    reports = check_rows([row], on=ON)
    assert_type(reports, Iterator[Report[RosterRow]])
    assert_type(summarize(reports), Summary)


def the_guangxi_form() -> None:
    """
    A system's face.
    """
    report = guangxi.check({"姓名": "张三"}, on=ON)
    assert_type(report, Report[guangxi.PersonalRecord])
    assert_type(report.repaired(), Report[Any])
    record = guangxi.structure({"基本信息": {"姓名": "张三"}})
    assert_type(record, guangxi.PersonalRecord)
    assert_type(record.basic.name, str | None)
    assert_type(record.titles, tuple[guangxi.records.TitleCertificate, ...])
    assert_type(guangxi.unstructure(record, labels="zh"), dict[str, Any])
    assert_type(guangxi.check_many([record], on=ON), Iterator[Report[guangxi.PersonalRecord]])
    assert_type(guangxi.scope(record, on=ON).decision, Decision)
    machine = guangxi.WORKFLOW[0]
    assert_type(machine, Machine)
    assert_type(machine.step("x", "y", actor="z", facts={}), Step)


def the_learning_file() -> None:
    """
    A year of continuing education.
    """
    report = guangdong_learning.check({"姓名": "张三"}, on=ON)
    assert_type(report, Report[guangdong_learning.LearningFile])
    file = guangdong_learning.structure({"姓名": "张三"})
    assert_type(file.records, tuple[guangdong_learning.LearningRecord, ...])
    assert_type(guangdong_learning.check_unit({}, on=ON), Report[guangdong_learning.UnitRegistration])
    decided = guangdong_learning.can_print_certificate(file, year=2016)
    assert_type(decided.decision, Decision)
    assert_type(decided.result, guangdong_learning.AnnualResult)
    assert_type(guangdong_learning.merge_site_records(file.records, ()), guangdong_learning.Merge)


def where_to_apply() -> None:
    """
    An online application for a title.
    """
    report = guangdong_titles.check({"工作单位": "甲公司"}, on=ON)
    assert_type(report, Report[guangdong_titles.TitleFile])
    assert_type(guangdong_titles.route_system({"level": "CITY"}), guangdong_titles.Routing)
    chosen = guangdong_titles.choose_unit(guangdong_titles.UnitCase(), units=guangdong_titles.PROFILE.units)
    assert_type(chosen, guangdong_titles.Recommendation)
    assert_type(chosen.unit, str | None)
    assert_type(guangdong_titles.policy(2016).trial, bool | None)


@frozen
class Course:
    """
    A record of the host's own.
    """

    title: str | None = form_field("课程", "course", help=("课程名称", "the course's name"), required=True)
    language: Annotated[str, codes.LANGUAGES] | None = form_field("语种", "language", help=("语种", "language"))
    phone: Annotated[str, leaves.MOBILE] | None = form_field("手机", "mobile", help=("手机", "mobile"), sensitive=True)


@frozen
class Year:
    """
    A record with a list.
    """

    courses: tuple[Course, ...] = sections("课程", "courses")


@rule("VALUE.NOT_NAMES", requires=("title",))
def in_words(course: Course, context: Context) -> Violation | None:
    """
    A rule of the host's own: not the same word on the first of the month.
    """
    wrong = course.title == "课程" and context.on.day == 1
    return violation("title", suggestion="专业课程") if wrong else None


SYSTEM = System(
    "years",
    Year,
    rules=(in_words,),
    profile=Profile("own", records=(Year,)),
    mandatory="ROSTER.REQUIRED",
    renames=FrozenMap({"TEXT.CASE": "TEXT.NOTATION"}),
)


def declared() -> None:
    """
    What reads a declaration: engine, converter, schema, dictionary, strategies, laws.
    """
    profile = SYSTEM.profile.require("Course.phone", required=False)
    assert_type(profile, Profile)
    report = SYSTEM.check({"课程": [{"课程": "课程"}]}, on=ON, profile=profile)
    assert_type(report, Report[Year])
    year = structure({"courses": [{"title": "高等数学"}]}, Year)
    assert_type(year, Year)
    assert_type(year.courses[0].title, str | None)
    assert_type(unstructure(year, labels="en"), dict[str, Any])
    assert_type(json_schema(Year, draft=True), dict[str, Any])
    assert_type(data_dictionary(Year), list[dict[str, Any]])
    assert_type(SYSTEM.rules, tuple[RecordRule, ...])
    assert_type(in_words, RecordRule)
    laws.record_round_trip(year)
    drawn = strategies.records(Year, complete=True)
    assert drawn is not None


def drawn_for_tests() -> None:
    """
    What the strategies draw: people, forms, tables, inputs with a finding.
    """
    assert_type(strategies.people(on=ON), SearchStrategy[strategies.Person])
    assert_type(strategies.submissions("guangxi", labels="zh"), SearchStrategy[dict[str, Any]])
    assert_type(strategies.submissions(guangxi.SYSTEM, on=ON), SearchStrategy[dict[str, Any]])
    assert_type(strategies.rosters(on=ON, faults=["ROSTER.SEX"]), SearchStrategy[strategies.Roster])
    assert_type(strategies.invalid("TEXT.EMPTY"), SearchStrategy[strategies.Invalid])


def used_in_tests(person: strategies.Person, roster: strategies.Roster, drawn: strategies.Invalid) -> None:
    """
    The parts of what is drawn are typed, too.
    """
    assert_type(person.title, strategies.HeldTitle | None)
    assert_type(person.facts(), dict[str, Any])
    assert_type(roster.faults, tuple[strategies.Fault, ...])
    assert_type(drawn.on, dt.date | None)
    assert_type(drawn.call.findings(), tuple[Finding, ...])


def frames() -> None:
    """
    The answer is of the kind that was given.
    """
    people = pl.DataFrame({"姓名": ["张三"], "身份证号": ["450000199307010014"]})
    assert_type(check_frame(people, on=ON, lang="en"), pl.DataFrame)
    study = pl.LazyFrame({"人员": ["张三"], "年度": [2023], "科目": ["公需"], "学时": [30]})
    assert_type(audit_frame(study, requirement=REQUIREMENTS["CN-GD-2021"]), pl.LazyFrame)


def specs(spec: FieldSpec) -> Mapping[str, object]:
    """
    What is declared of a field.
    """
    assert_type(spec.id, str)
    assert_type(spec.table, CodeTable | None)
    return {spec.id: spec.leaf}


EXAMPLES = (
    identifiers,
    findings,
    dates_and_texts,
    tables,
    rosters,
    the_guangxi_form,
    the_learning_file,
    where_to_apply,
    declared,
    drawn_for_tests,
    frames,
)
