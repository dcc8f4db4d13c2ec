"""Counts how far the readers of a round agreed, and what moderation changed."""

from collections.abc import Iterable, Sequence

from audit_desk.domain.agreement import agreement
from audit_desk.domain.audit import OVERALL, AuditState
from audit_desk.domain.audit_tool import AnswerKind, AuditTool
from audit_desk.domain.drift import Graded, drift
from audit_desk.domain.findings_moderation import (
    CalibrationFile,
    Change,
    Counted,
    ModerationFindings,
    NamedAgreement,
)
from audit_desk.domain.moderation import (
    OVERALL_TITLE,
    Item,
    Pair,
    PairState,
    RoundModeration,
)
from audit_desk.domain.people import person_key
from audit_desk.domain.second_reading import How, is_random
from audit_desk.domain.settlement import answer_item, judgement_item
from audit_desk.domain.standing import GRADES, MAIN_ANSWERS, standing_words

_OVERALL = judgement_item(OVERALL)


def moderation_findings(tool: AuditTool, found: RoundModeration) -> ModerationFindings:
    """Return agreement by theme, question and reader, drift, and what was settled.

    Args:
        tool: The round's tool.
        found: All pairs of the round.
    """
    sealed = [pair for pair in found.pairs if pair.is_sealed]
    counted = [
        pair
        for pair in sealed
        if pair.further.how is not How.CALIBRATION
        and is_random(pair.first)
        and not pair.opened_late
    ]
    settled = _settled(sealed)
    return ModerationFindings(
        rule=found.rule.sentence if found.rule else "",
        chosen={how: sum(pair.further.how is how for pair in found.pairs) for how in How},
        files=len({pair.first.id for pair in found.pairs}),
        sealed=len(sealed),
        waiting=sum(pair.state is PairState.WAITING for pair in found.pairs),
        broken=_files(pair for pair in found.pairs if pair.trouble),
        basis=_basis(found, sealed, counted),
        opened_late=_files(pair for pair in sealed if pair.opened_late),
        overall=_named(OVERALL, OVERALL_TITLE, _OVERALL, counted),
        themes=tuple(
            _named(theme.id, theme.title, judgement_item(theme.id), counted)
            for theme in tool.themes
        ),
        questions=tuple(
            _named(
                question.id,
                f"{question.id}. {question.wording}",
                answer_item(question.id),
                counted,
                question.kind,
            )
            for question in tool.questions()
            if question.kind is not AnswerKind.FACTS and not question.for_moderator
        ),
        auditors=_auditors(counted),
        drift=drift(_graded(counted)),
        settled=len(settled),
        changed=sum(_is_changed(item) for _, item in settled),
        changes=tuple(_change(pair, item) for pair, item in settled if _is_changed(item)),
        unresolved=found.unresolved,
        calibration=_calibration(found.pairs),
    )


def _files(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pair.first.reference for pair in pairs))


def _basis(found: RoundModeration, sealed: Sequence[Pair], counted: Sequence[Pair]) -> Counted:
    by_hand = sum(pair.further.how is How.HAND for pair in counted)
    common = [pair for pair in sealed if pair.further.how is How.CALIBRATION]
    overall = [item for pair in counted if (item := _item(pair, _OVERALL)) is not None]
    return Counted(
        pairs=len(counted),
        by_hand=by_hand,
        purposive=sum(pair not in common and not is_random(pair.first) for pair in sealed),
        calibration=len(common),
        undecided=sum(item.is_open for item in overall),
        is_even=found.rule is not None and found.rule.is_even and not by_hand,
    )


def _item(pair: Pair, key: str) -> Item | None:
    return next((item for item in pair.items if item.key == key), None)


def _named(
    thing_id: str,
    title: str,
    key: str,
    pairs: Iterable[Pair],
    kind: AnswerKind = AnswerKind.GRADE,
) -> NamedAgreement:
    values = MAIN_ANSWERS[kind]
    items = [item for pair in pairs if (item := _item(pair, key)) is not None]
    given = [(item.first.standing in values, item.second.standing in values) for item in items]
    both = [
        (values.index(item.first.standing) + 1, values.index(item.second.standing) + 1)
        for item, sides in zip(items, given, strict=True)
        if all(sides)
    ]
    apart = sum(one is not other for one, other in given)
    return NamedAgreement(thing_id, title, agreement(both, len(values)), apart, str(kind))


def _auditors(pairs: Sequence[Pair]) -> tuple[NamedAgreement, ...]:
    """Return each reader's overall judgements beside those of whoever read the same files."""
    names: dict[str, str] = {}
    given: dict[str, list[tuple[int, int]]] = {}
    apart: dict[str, int] = {}
    for pair in pairs:
        item = _item(pair, _OVERALL)
        if item is None:
            continue
        first, second = item.first.standing, item.second.standing
        for name, own, other in (
            (pair.first.auditor, first, second),
            (pair.second.auditor, second, first),
        ):
            key = person_key(name)
            names.setdefault(key, name)
            given.setdefault(key, [])
            if own in GRADES and other in GRADES:
                given[key].append((int(own), int(other)))
            else:
                apart[key] = apart.get(key, 0) + 1
    return tuple(
        NamedAgreement(key, names[key], agreement(given[key]), apart.get(key, 0))
        for key in sorted(given)
    )


def _graded(pairs: Iterable[Pair]) -> Iterable[Graded]:
    """Return what each reader gave and what was settled, of the files of which something was."""
    for pair in pairs:
        item = _item(pair, _OVERALL)
        if item is None or item.is_open:
            continue
        settled = item.settled.standing if item.settled else item.first.standing
        for name, own in (
            (pair.first.auditor, item.first.standing),
            (pair.second.auditor, item.second.standing),
        ):
            if own in GRADES and settled in GRADES:
                yield Graded(name, int(own), int(settled))


def _settled(pairs: Iterable[Pair]) -> list[tuple[Pair, Item]]:
    """Return what was settled; once where a file has several further readings."""
    found: dict[tuple[str, str], tuple[Pair, Item]] = {}
    for pair in pairs:
        for item in pair.items:
            if item.settled is not None:
                found.setdefault((pair.first.id, item.key), (pair, item))
    return list(found.values())


def _is_changed(item: Item) -> bool:
    return item.settled is not None and item.settled.standing != item.first.standing


def _change(pair: Pair, item: Item) -> Change:
    made = item.settled
    return Change(
        pair.first.reference,
        item.theme_title if item.is_judgement else item.title,
        standing_words(item.first.standing),
        standing_words(item.second.standing),
        standing_words(made.standing if made else ""),
        made.reason if made else "",
        made.moderator if made else "",
        purposive=not is_random(pair.first),
        is_judgement=item.is_judgement,
    )


def _calibration(pairs: Iterable[Pair]) -> tuple[CalibrationFile, ...]:
    files: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.further.how is How.CALIBRATION:
            files.setdefault(pair.first.reference, []).append(pair)
    return tuple(_calibrated(reference, files[reference]) for reference in sorted(files))


def _calibrated(reference: str, pairs: Sequence[Pair]) -> CalibrationFile:
    sealed = [(pair, item) for pair in pairs if (item := _item(pair, _OVERALL)) is not None]
    grades: dict[str, str] = {}
    for pair, item in sealed:
        grades[pair.first.auditor] = standing_words(item.first.standing)
        grades[pair.second.auditor] = standing_words(item.second.standing)
    readings = {each.id: each for pair in pairs for each in (pair.first, pair.second)}
    waiting = sum(each.state is not AuditState.SUBMITTED for each in readings.values())
    return CalibrationFile(
        reference,
        tuple((name, grades[name]) for name in sorted(grades, key=person_key)),
        waiting,
    )
