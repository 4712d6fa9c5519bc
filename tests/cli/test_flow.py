"""Texts with marks -> the paragraphs shown."""

import factory
from purport.cli.flow import flow
from purport.cli.marks import Mark, Role, find_marks
from purport.folds import Fold, fold_words, merge_folds
from purport.records import Furniture, FurnitureKind, SpeechAct


def shown(text: str, *marks: Mark, folds: tuple[Fold, ...] = ()) -> list[str]:
    return [paragraph.plain for paragraph in flow(text, marks, folds)]


def mark(text: str, words: str, role: Role, label: str = "1") -> Mark:
    at = factory.span(text, words)
    return Mark(at.start, at.end, role, label)


def test_source_cue_and_content_have_brackets_of_their_own() -> None:
    analysis = factory.told("Officials said the bridge is open.", ("Officials", "said", "the bridge is open"))
    assert shown(analysis.report.text, *find_marks(analysis)) == ["[1:Officials] <1:said> {1:the bridge is open}."]


def test_a_source_of_two_attributions_has_both_numbers() -> None:
    text = "Officials said A and denied B."
    analysis = factory.told(text, ("Officials", "said", "A"), ("Officials", "denied", "B"))
    assert shown(text, *find_marks(analysis)) == ["[1,2:Officials] <1:said> {1:A} and <2:denied> {2:B}."]


def test_an_attribution_inside_another() -> None:
    text = "Ann said that he denied it."
    analysis = factory.told(text, ("Ann", "said", "he denied it"), ("he", "denied", "it"))
    assert shown(text, *find_marks(analysis)) == ["[1:Ann] <1:said> that {1:[2:he] <2:denied> {2:it}}."]


def test_stretches_that_cross_close_with_their_number() -> None:
    text = "one two three"
    crossing = (mark(text, "one two", Role.CONTENT), mark(text, "two three", Role.CONTENT, "2"))
    assert shown(text, *crossing) == ["{1:one {2:two}1 three}"]


def test_furniture_is_marked_and_stands_alone() -> None:
    analysis = factory.analysis("THE KARST COURIER AND HERALD\nThe bridge is open.", furniture=(Furniture(0, 28, FurnitureKind.OUTLET),))
    assert shown(analysis.report.text, *find_marks(analysis)) == ["~outlet:THE KARST COURIER AND HERALD~", "The bridge is open."]


def test_a_content_over_two_paragraphs() -> None:
    text = "“One.\n\nTwo,” she said."
    assert shown(text, mark(text, "One.\n\nTwo", Role.CONTENT)) == ["“{1:One.", "Two},” she said."]


def test_blanks_at_the_ends_of_a_stretch_are_outside_it() -> None:
    analysis = factory.told("Officials said it is open.\n\nMore.", ("Officials", "said", " it is open.\n\n"))
    assert shown(analysis.report.text, *find_marks(analysis)) == ["[1:Officials] <1:said> {1:it is open.}", "More."]


def test_hostile_text_is_shown_and_markup_is_not_read() -> None:
    assert shown("[bold]x[/bold] \x1b[2J \u202eolleh :smile:") == ["[bold]x[/bold] \\x1b[2J \\u202eolleh :smile:"]


def test_a_fold_takes_the_place_of_its_words_and_of_marks_inside() -> None:
    text = "He urged them to burn what she called the mill. She left."
    call = factory.span(text, "them to burn what she called the mill")
    fold = Fold(call.start, call.end, "call")
    analysis = factory.told(text, ("He", "urged", call.words(text)), ("she", "called", "the mill"))
    assert shown(text, *find_marks(analysis, (fold,)), folds=(fold,)) == [
        "[1:He] <1:urged> {1:[call folded; --unfold shows it]}. She left."
    ]


def test_a_stretch_that_reaches_out_of_a_fold_keeps_what_lies_outside() -> None:
    text = "one two three four"
    fold = Fold(4, 13, "threat")
    analysis = factory.told(text, (None, None, "one two"), (None, None, "three four"))
    assert shown(text, *find_marks(analysis, (fold,)), folds=(fold,)) == ["{1:one }[threat folded; --unfold shows it]{2: four}"]


def test_folds_that_overlap_become_one() -> None:
    assert merge_folds([Fold(5, 9, "threat"), Fold(0, 6, "call"), Fold(9, 12, "offer")]) == (Fold(0, 9, "call"), Fold(9, 12, "offer"))


def test_words_around_a_fold_are_kept() -> None:
    folds = (Fold(14, 20, "call"), Fold(30, 40, "threat"))
    assert fold_words("0123456789ABCDEF", 10, folds) == "0123[call folded; --unfold shows it]ABCDEF"
    assert fold_words("inside", 14, folds) == "[call folded; --unfold shows it]"
    assert fold_words("before", 0, folds) == "before"
    assert fold_words("over the edge", 35, folds) == "[threat folded; --unfold shows it]the edge"


def test_a_long_text_in_one_line_is_cut_between_marks() -> None:
    text = "Officials said it is open. " * 4000
    marks = tuple(Mark(start, start + 9, Role.SOURCE, "1") for start in range(0, len(text), 27))
    paragraphs = shown(text, *marks)
    assert len(paragraphs) == 7
    assert "".join(paragraphs).replace("[1:", "").replace("]", "").replace(" ", "") == text.replace(" ", "")


def test_every_character_of_a_random_text_is_shown_once() -> None:
    text = "A b c d e f g h i j k l m n o p q r s t u v w x y z"
    marks = tuple(Mark(start, end, role, "1") for start, end, role in [(0, 9, Role.CONTENT), (2, 5, Role.SOURCE), (4, 20, Role.CUE)])
    only = "".join(character for paragraph in shown(text, *marks) for character in paragraph if character not in "[]<>{}:1")
    assert only == text


def test_only_what_calls_threatens_or_offers_is_folded() -> None:
    from purport.folds import FOLDED

    assert set(FOLDED) == {SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.OFFER}
