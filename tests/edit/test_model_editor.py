import signal
import threading
from dataclasses import replace
from typing import Any

import pytest

from magazine.core.article import Article, Language
from magazine.core.errors import KeyRefusedError, NothingToPrintError, UnreachableError
from magazine.core.issue import BlockKind, Form, Verdict
from magazine.edit.extractive import ExtractiveEditor
from magazine.edit.measure import Depth
from magazine.edit.model.asking import Cause, NoAnswerError, Request
from magazine.edit.model.prompts import PromptShelf
from tests.edit.printing import TAXONOMY, printed
from tests.edit.writing import (
    HINDI,
    RAMSAR,
    Model,
    a_copy,
    a_reply,
    a_selection_in,
    drafted,
    proofed,
    read,
    said,
)


def copies(request: Request[Any]) -> dict[str, Any]:
    return a_copy(read(request))


def numbered(number: int) -> Article:
    return replace(RAMSAR, id=f"ramsar-{number}", title=f"Wetland number {number} joins the Ramsar list")


def test_a_story_is_told_in_the_model_s_words_and_bears_its_name() -> None:
    draft = drafted(Model(), RAMSAR)

    (story,) = proofed(draft).stories
    assert story.editor == "scripted"
    assert story.headline.text == "Two wetlands of Bihar join the Ramsar list"
    assert [block.kind for block in story.blocks] == [
        BlockKind.WHY,
        BlockKind.BACKGROUND,
        BlockKind.POINTS,
        BlockKind.CHALLENGES,
        BlockKind.WAY_FORWARD,
    ]
    assert all(each.verdict in {Verdict.VERIFIED, Verdict.VERBATIM} for each in story.statements)
    assert draft.remarks == ()
    assert draft.is_final
    assert draft.counts["stories_by_model"] == 1


def test_one_request_tells_one_story_with_its_sentences_numbered_and_no_instruction_beside_them() -> None:
    model = Model(story=copies)

    drafted(model, numbered(1), numbered(2))

    assert [len(matter["articles"]) for matter in model.matters] == [1, 1]
    rows = model.matters[0]["articles"][0]["sentences"]
    assert rows[0]["id"] == "a1.t"
    assert {"id": "a1.s2", "t": "India now has 98 Ramsar sites, which cover 13.6 lakh hectares."} in rows
    assert [row["id"] for row in rows if ".h" in row["id"]] == ["a1.h1", "a1.h2", "a1.h3"]
    assert model.asked[0].last_id == "a1.s7"


def test_the_instructions_are_the_same_for_every_story() -> None:
    model = Model(story=copies)

    drafted(model, numbered(1), HINDI, numbered(2))

    assert len({request.system for request in model.asked}) == 1


def test_empty_blocks_stay_empty() -> None:
    (story,) = drafted(Model(story=lambda _: a_reply(background=[], challenges=[])), RAMSAR).issue.stories

    assert {block.kind for block in story.blocks} == {BlockKind.WHY, BlockKind.POINTS, BlockKind.WAY_FORWARD}


def test_a_wrong_number_is_asked_for_once_more_with_its_reason_and_its_sentence_only() -> None:
    wrong = said("India now has 89 Ramsar sites.", "a1.s2")
    model = Model(
        story=lambda _: a_reply(remember=wrong),
        mend=lambda _: {"mended": [{"number": 1, **said("India now has 98 Ramsar sites.", "a1.s2")}]},
    )

    draft = drafted(model, RAMSAR)

    (repair,) = model.repairs
    (row,) = repair["statements"]
    assert row["text"] == wrong["text"]
    assert "89" in row["problems"][0]
    assert [each["id"] for each in row["sentences"]] == ["a1.s2"]
    (remark,) = draft.remarks
    assert (remark.place, remark.verdict, remark.printed) == (
        "remember",
        Verdict.MENDED,
        "India now has 98 Ramsar sites.",
    )
    (story,) = proofed(draft).stories
    assert story.remember is not None
    assert story.remember.verdict is Verdict.MENDED


def test_what_cannot_be_mended_gives_place_to_the_source_s_own_sentence() -> None:
    wrong = [said("The Cabinet approved ₹3,700 crore for wetlands.", "a1.s5")]
    draft = drafted(Model(story=lambda _: a_reply(challenges=wrong, points=[])), RAMSAR)

    (remark,) = draft.remarks
    assert remark.verdict is Verdict.REPLACED
    assert (
        remark.printed
        == "The Cabinet approved ₹2,700 crore for wetland conservation in five States until 2031."
    )
    assert remark.printed in printed(proofed(draft).stories[0])


def test_what_cannot_be_mended_and_is_told_already_is_dropped_and_remarked() -> None:
    wrong = [said("The sites cover 31.6 lakh hectares.", "a1.s2")]
    told = [said("India now has 98 Ramsar sites, which cover 13.6 lakh hectares.", "a1.s2")]
    draft = drafted(Model(story=lambda _: a_reply(challenges=wrong, way_forward=told)), RAMSAR)

    (remark,) = draft.remarks
    assert (remark.place, remark.verdict, remark.printed) == ("challenges line 1", Verdict.DROPPED, "")
    assert draft.counts["model_statements_dropped"] == 1
    assert draft.issue.counts.statements_dropped == 1


def test_a_refused_headline_becomes_the_source_s_own() -> None:
    draft = drafted(
        Model(story=lambda _: a_reply(headline=said("Seven wetlands join Ramsar", "a1.s1"))), RAMSAR
    )

    assert draft.issue.stories[0].headline.text == RAMSAR.title


def test_a_model_whose_every_number_is_wrong_prints_none_of_them() -> None:
    def wrong(request: Request[Any]) -> dict[str, Any]:
        reply = a_copy(read(request))
        for row in [*reply["why"], *reply["points"][0]["statements"]]:
            row["text"] = f"In all 777 wetlands and ₹888 crore: {row['text']}"
        return reply

    draft = drafted(Model(story=wrong), RAMSAR)

    (story,) = proofed(draft).stories
    assert story.editor == "extractive"
    assert not any("777" in text or "888" in text for text in printed(story))
    assert all(each.verdict is Verdict.VERBATIM for each in story.statements)
    assert {remark.verdict for remark in draft.remarks} == {Verdict.DROPPED}
    assert "too little of the answer is borne out" in draft.notes[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"remember": said("India has 98 Ramsar sites.", "a9.s99")},
        {"remember": said("India has 98 Ramsar sites.")},
        {"remember": {"text": float("nan"), "cites": None}},
        {"why": [said("A very long one. " * 400, "a1.s1"), *a_reply()["why"]]},
        {"facts": [{"kind": "rumour", "label": "x", **said("India has 98 Ramsar sites.", "a1.s2")}]},
        {"terms": [{"term": "Quokka reserve", "meaning": "A wetland of five States.", "cites": ["a1.s5"]}]},
        {"points": "none", "mains": {"marks": float("nan")}, "proposals": [3]},
        {"challenges": [said("India now has 98 Ramsar sites; visit www.example.com for more.", "a1.s2")]},
    ],
    ids=["unknown id", "no id", "NaN", "oversize", "unknown kind", "strange term", "no rows", "address"],
)
def test_what_is_malformed_costs_its_row_and_not_the_story(changes: dict[str, Any]) -> None:
    (story,) = proofed(drafted(Model(story=lambda _: a_reply(**changes)), RAMSAR)).stories

    assert story.editor == "scripted"
    known = {each.id for each in story.evidence}
    assert all(set(statement.cites) <= known for statement in story.statements)
    assert not any("example.com" in text or "Quokka" in text for text in printed(story))


@pytest.mark.parametrize("cause", list(Cause))
def test_a_story_without_an_answer_is_told_extractively_and_the_report_says_why(cause: Cause) -> None:
    def fail(request: Request[Any]) -> dict[str, Any]:
        if "number 1" in request.user:
            raise NoAnswerError(cause)
        return a_copy(read(request))

    draft = drafted(Model(story=fail), numbered(1), numbered(2))

    assert [story.editor for story in draft.issue.stories] == ["extractive", "scripted"]
    assert draft.notes == (f"story-ramsar-1: {cause}; edited extractively.",)
    assert draft.is_final is not NoAnswerError(cause).is_passing


def test_a_repair_that_comes_to_nothing_is_noted_and_the_story_goes_on() -> None:
    def spent(_: Request[Any]) -> dict[str, Any]:
        raise NoAnswerError(Cause.BUDGET)

    model = Model(story=lambda _: a_reply(remember=said("India has 89 sites.", "a1.s2")), mend=spent)
    draft = drafted(model, RAMSAR)

    assert draft.issue.stories[0].editor == "scripted"
    assert draft.notes == ("story-ramsar: its refused statements were not mended: the budget is spent.",)
    assert not draft.is_final


def test_a_refused_key_ends_the_run() -> None:
    def refuse(_: Request[Any]) -> dict[str, Any]:
        raise KeyRefusedError("The key is refused.")

    stop = threading.Event()
    with pytest.raises(KeyRefusedError):
        drafted(Model(story=refuse), numbered(1), numbered(2), stop=stop)
    assert stop.is_set()


def test_an_unreachable_server_is_an_error_only_where_the_model_is_required() -> None:
    def down(_: Request[Any]) -> dict[str, Any]:
        raise NoAnswerError(Cause.UNREACHABLE)

    with pytest.raises(UnreachableError, match="does not answer"):
        drafted(Model(story=down), numbered(1), numbered(2), is_required=True)
    assert [each.editor for each in drafted(Model(story=down), RAMSAR).issue.stories] == ["extractive"]


def test_stories_stand_in_order_however_late_their_answers_come() -> None:
    first_may_answer = threading.Event()

    def late(request: Request[Any]) -> dict[str, Any]:
        if "number 5" in request.user:
            first_may_answer.set()
        if "number 0" in request.user:
            assert first_may_answer.wait(30)
        return a_copy(read(request))

    draft = drafted(Model(story=late), *(numbered(n) for n in range(6)), concurrency=6)

    assert [story.id for story in draft.issue.stories] == [f"story-ramsar-{n}" for n in range(6)]


def test_the_same_answers_make_the_same_issue_however_many_are_asked_at_once() -> None:
    stories = [numbered(n) for n in range(5)]

    assert drafted(Model(story=copies), *stories, concurrency=1) == drafted(
        Model(story=copies), *stories, concurrency=5
    )


def test_ctrl_c_stops_what_is_on_its_way_and_asks_for_nothing_more() -> None:
    stop = threading.Event()
    main = threading.main_thread().ident
    assert main is not None

    def interrupted(_: Request[Any]) -> dict[str, Any]:
        signal.pthread_kill(main, signal.SIGINT)
        assert stop.wait(30)
        raise NoAnswerError(Cause.STOPPED)

    model = Model(story=interrupted)
    with pytest.raises(KeyboardInterrupt):
        drafted(model, *(numbered(n) for n in range(20)), stop=stop, concurrency=1)
    assert stop.is_set()
    assert len(model.asked) == 1


def test_a_run_that_was_stopped_from_outside_makes_no_issue() -> None:
    stop = threading.Event()
    stop.set()
    model = Model()

    with pytest.raises(KeyboardInterrupt):
        drafted(model, RAMSAR, stop=stop)
    assert model.asked == []


def test_a_hindi_story_of_an_english_article_is_asked_for_and_held_in_hindi() -> None:
    hindi = a_reply(
        headline=said("बिहार की दो आर्द्रभूमियाँ रामसर सूची में", "a1.s1"),
        remember=said("भारत में अब 98 रामसर स्थल हैं।", "a1.s2"),
        why=[said("4 मार्च 2026 को मंत्रालय ने यह जानकारी दी।", "a1.s1")],
        background=[said("भारत 1982 में इसका सदस्य बना।", "a1.s4")],
        points=[],
        challenges=[said("The Comptroller and Auditor General criticised delays.", "a1.s6")],
        way_forward=[],
        facts=[],
    )
    model = Model(story=lambda _: hindi)

    draft = drafted(model, RAMSAR, language=Language.HINDI)

    assert model.matters[0]["language"] == "Hindi"
    (story,) = draft.issue.stories
    assert story.language is Language.HINDI
    assert story.topic_name.startswith("अंतर्राष्ट्रीय संबंध")
    assert not any("Comptroller" in text for text in printed(story))
    assert [remark.verdict for remark in draft.remarks] == [Verdict.DROPPED]
    assert "not in the language" in draft.remarks[0].problems[0].text


def test_a_failed_story_is_told_by_its_hindi_articles_or_left_out_by_name() -> None:
    def down(_: Request[Any]) -> dict[str, Any]:
        raise NoAnswerError(Cause.DEADLINE)

    draft = drafted(Model(story=down), RAMSAR, (replace(RAMSAR, id="b"), HINDI), language=Language.HINDI)

    (story,) = draft.issue.stories
    assert [source.article for source in story.sources] == ["rahat"]
    assert all("a1." in cite for statement in story.statements for cite in statement.cites)
    assert draft.notes[0] == "story-ramsar: the answer took too long."
    assert draft.notes[1].startswith(
        "story-ramsar is left out: no article of it is in the issue's language (hi)"
    )
    assert draft.notes[3] == "story-b-rahat is told without 1 of its 2 articles, in another language."
    assert draft.issue.counts.articles_printed == 1
    assert draft.counts["stories_left_out"] == 1


def test_an_issue_of_which_no_story_can_be_told_is_no_issue() -> None:
    def down(_: Request[Any]) -> dict[str, Any]:
        raise NoAnswerError(Cause.DEADLINE)

    with pytest.raises(NothingToPrintError, match="None of 1 selected stories could be told in hi"):
        drafted(Model(story=down), RAMSAR, language=Language.HINDI)


def test_an_english_story_of_a_hindi_article_is_never_patched_with_hindi() -> None:
    english = a_reply(
        headline=said("Road accident victims get cashless treatment", "a1.t"),
        remember=None,
        why=[said("Each victim gets treatment up to ₹1.5 lakh.", "a1.s3")],
        background=[said("The scheme rests on the Motor Vehicles Act, 1988.", "a1.s2")],
        points=[],
        challenges=[said("Treatment lasts for 70 days.", "a1.s3")],
        way_forward=[],
        facts=[],
    )

    draft = drafted(Model(story=lambda _: english), HINDI, language=Language.ENGLISH)

    for story in draft.issue.stories:
        assert not any("\u0900" <= sign <= "\u097f" for text in printed(story) for sign in text)


def test_depth_and_priority_set_form_and_room() -> None:
    model = Model(story=copies)
    draft = drafted(model, *(numbered(n) for n in range(3)), depth=Depth.BRIEF, concurrency=1)

    assert [story.form for story in draft.issue.stories] == [Form.FULL, Form.SHORT, Form.LINE]
    rooms = [(matter["form"], matter["words"]) for matter in model.matters]
    assert rooms == [("full", 190), ("short", 85), ("line", 36)]
    assert [len(story.blocks) for story in draft.issue.stories][2] == 1


def test_the_signature_names_what_decides_an_issue() -> None:
    plain = Model().editor()
    own = ExtractiveEditor(TAXONOMY, title="Ours")

    assert Model().editor().signature == plain.signature
    assert Model().editor(concurrency=2).signature == plain.signature
    others = [
        Model().editor(title="Ours"),
        Model().editor(depth=Depth.DEEP),
        Model().editor(fallback=own),
        Model(context_tokens=8_000).editor(),
    ]
    assert len({plain.signature, *(each.signature for each in others)}) == len(others) + 1


def test_a_changed_prompt_is_another_signature(tmp_path: Any) -> None:
    shelf = PromptShelf(tmp_path / "prompts")
    path = shelf.copy("story")
    before = Model().editor(prompts=shelf).signature
    path.write_text(path.read_text(encoding="utf-8") + "\nBe brief.\n", encoding="utf-8")

    assert before == Model().editor().signature
    assert Model().editor(prompts=shelf).signature != before


def test_a_model_that_copies_is_held_to_the_source_like_any_other() -> None:
    (story,) = proofed(drafted(Model(story=copies), HINDI)).stories

    assert story.language is Language.HINDI
    assert {each.verdict for each in story.statements} == {Verdict.VERBATIM}


def test_several_articles_of_one_event_are_one_request_with_ids_of_their_own() -> None:
    model = Model(story=copies)
    selection = a_selection_in(None, (RAMSAR, replace(RAMSAR, id="other", title="Another report")))
    draft = model.editor().edit(selection, [RAMSAR, replace(RAMSAR, id="other", title="Another report")])

    (matter,) = model.matters
    assert [article["sentences"][0]["id"] for article in matter["articles"]] == ["a1.t", "a2.t"]
    assert len(draft.issue.stories[0].sources) == 2


FLOOD_ON_MONDAY = Article(
    id="flood-1",
    title="Flood in Assam kills 12 people",
    body="The flood in Assam has killed 12 people, the State government said on Monday.\n\n"
    "The Brahmaputra flowed above the danger mark at Dibrugarh on Monday morning.\n\n"
    "Schools in nine districts of the State were closed until the end of the week.",
    published="2026-03-02",
    source="The Example",
)
FLOOD_ON_WEDNESDAY = Article(
    id="flood-2",
    title="Toll of the flood in Assam rises",
    body="The flood in Assam has killed 15 people, the State government said on Wednesday.\n\n"
    "The Army took 400 people of Majuli district to safety in boats.\n\n"
    "The Centre sent ₹120 crore from the National Disaster Response Fund to the State.\n\n"
    "Kaziranga National Park lost 41 animals, the forest department of Assam reported.\n\n"
    "The Central Water Commission expects the river at Guwahati to fall from Friday on.\n\n"
    "Relief camps in 14 districts shelter some 60,000 people, most of them from river islands.\n\n"
    "The railways cancelled 22 trains between Lumding and Badarpur after a bridge was damaged.",
    published="2026-03-04",
    source="The Example",
)


def test_an_older_figure_is_not_sent_and_stands_in_the_timeline_only() -> None:
    model = Model(story=lambda request: a_copy(read(request)) | {"points": []})
    draft = drafted(model, (FLOOD_ON_WEDNESDAY, FLOOD_ON_MONDAY))

    rows = [row for article in model.matters[0]["articles"] for row in article["sentences"]]
    assert "a1.s1" in {row["id"] for row in rows}
    assert "a2.s1" not in {row["id"] for row in rows}
    (story,) = proofed(draft).stories
    assert [moment.day for moment in story.timeline] == ["2026-03-02", "2026-03-04"]
    assert "12 people" in story.timeline[0].statement.text
    assert draft.notes == ("story-flood-2-flood-1: updated: 15 (4 March), earlier 12 (2 March).",)


@pytest.mark.parametrize("cite", ["a1.t", "a2.t"])
def test_a_title_whose_figure_was_replaced_heads_no_story_and_bears_out_no_statement(cite: str) -> None:
    given = [FLOOD_ON_WEDNESDAY, FLOOD_ON_MONDAY]
    if cite == "a1.t":
        given.reverse()
    stale = {"headline": said(FLOOD_ON_MONDAY.title, cite), "remember": said("It killed 12 people.", cite)}
    draft = drafted(Model(story=lambda request: a_copy(read(request)) | stale), given)

    (story,) = proofed(draft).stories
    assert story.editor == "scripted"
    assert story.headline.text == FLOOD_ON_WEDNESDAY.title
    assert story.remember is None
    assert [remark.place for remark in draft.remarks] == ["headline", "remember"]


def test_a_remark_names_the_place_that_the_model_gave() -> None:
    facts = [
        {"kind": "number", "label": "89 sites", **said("India has 89 Ramsar sites.")},
        {"kind": "body", "label": "Quokkas", **said("It plans for every wetland within months.", "a1.s7")},
    ]
    draft = drafted(Model(story=lambda _: a_reply(facts=facts)), RAMSAR)

    assert [remark.place for remark in draft.remarks] == ["fact 1", "fact 2 label"]


def test_the_extractive_editor_keeps_the_same_timeline_and_says_the_same_of_it() -> None:
    given = (FLOOD_ON_WEDNESDAY, FLOOD_ON_MONDAY)
    editor = ExtractiveEditor(TAXONOMY, depth=Depth.BRIEF)
    draft = editor.edit(a_selection_in(None, (RAMSAR,), given), (RAMSAR, *given))

    _, story = proofed(draft).stories
    assert [moment.day for moment in story.timeline] == ["2026-03-02", "2026-03-04"]
    body = [text for block in story.blocks for text in (each.text for each in block.statements)]
    assert not any("12 people" in text for text in body)
    assert draft.notes == ("story-flood-2-flood-1: updated: 15 (4 March), earlier 12 (2 March).",)
