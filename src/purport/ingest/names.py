"""Names of people, places and outlets in a masthead, told by their capitals and by what they cannot be."""

from __future__ import annotations

from purport.ingest.printed import read_date
from purport.ingest.tokens import Parsed, TokenKind, Tokens, capitalised, glued, read_phrase, skip, text_at
from purport.ingest.words import word_list, word_values
from purport.records import Byline, Span

MAX_NAME_WORDS = 5
"""Of a person: "Maria del Carmen Ruiz Soto" has five."""

MAX_OUTLET_WORDS = 6
"""Of an outlet or a place, particles counted: "The Times of the Far Islands" has six."""

_JOINTS = "-–'’."


def read_people(tokens: Tokens, at: int) -> Parsed[tuple[Byline, ...]] | None:
    """One name or several, parted by commas, semicolons, "and" or "&"."""
    found = read_person(tokens, at)
    if found is None:
        return None
    people = [found.value]
    stop = found.stop
    while (after := after_joint(tokens, stop)) > stop and (found := read_person(tokens, after)):
        if read_outlet(tokens, after) or text_at(tokens, found.stop - 1).lower() in word_list("outlet_nouns"):
            break
        people.append(found.value)
        stop = found.stop
    return Parsed(tuple(people), stop)


def after_joint(tokens: Tokens, at: int) -> int:
    """The index after a comma, "&" or "and" that joins two names, or the same index."""
    after = skip(tokens, at, ",;&")
    return after + (text_at(tokens, after).lower() == "and")


def read_person(tokens: Tokens, at: int) -> Parsed[Byline] | None:
    """A name of two to five words, initials counted, that begins and ends with a capital and holds no day, month or role."""
    stop = at
    words = 0
    while words < MAX_NAME_WORDS and (after := _after_name_word(tokens, stop, first=stop == at)) > stop:
        words += not (stop > at and glued(tokens, stop))
        stop = after
    while stop > at and not capitalised(tokens, stop - 1) and text_at(tokens, stop - 1) != ".":
        stop -= 1
    if words < 2 or stop - at < 2:
        return None
    end = tokens[stop - 1].end
    return Parsed(Byline(printed_words(tokens, at, stop), tokens[at].start, end), stop)


def read_outlet(tokens: Tokens, at: int) -> Parsed[str] | None:
    """An agency or outlet of the list, under the name to record; it is not read from lower case."""
    agencies = word_values("agencies")
    found = read_phrase(tokens, at, frozenset(agencies)) if capitalised(tokens, at) else None
    return Parsed(agencies[found.value], found.stop) if found else None


def outlet_name(words: str) -> str:
    """The name to record for an outlet so printed: the list's, or the words themselves."""
    return word_values("agencies").get(words.lower(), words)


def printed_words(tokens: Tokens, at: int, stop: int) -> str:
    """The tokens' characters, one blank wherever they are parted."""
    return "".join(("" if index == at or glued(tokens, index) else " ") + tokens[index].text for index in range(at, stop))


def read_title_words(tokens: Tokens, at: int) -> Parsed[Span] | None:
    """Capitalised words with particles between them, as places and outlets are printed."""
    stop = at
    for after in range(at, min(at + 2 * MAX_OUTLET_WORDS, len(tokens))):
        text = text_at(tokens, after)
        if capitalised(tokens, after):
            stop = after + 1
        elif not _joins(tokens, after, text) or stop == at:
            break
    return Parsed(Span(tokens[at].start, tokens[stop - 1].end), stop) if stop > at else None


def _joins(tokens: Tokens, at: int, text: str) -> bool:
    if text in ("&",) or text in word_list("place_particles"):
        return True
    return text in tuple(_JOINTS) and glued(tokens, at)


def _after_name_word(tokens: Tokens, at: int, *, first: bool) -> int:
    """The index after one more word of a name: a capitalised word, an initial with its stop, a particle, or a joined part."""
    text = text_at(tokens, at)
    if not first and text in ("-", "–") and glued(tokens, at) and glued(tokens, at + 1):
        return at + 2
    if not first and text in word_list("particles"):
        return at + 1
    if not capitalised(tokens, at) or tokens[at].kind is not TokenKind.WORD or _is_no_name(text):
        return at
    if not first and read_date(tokens, at):
        return at
    return skip(tokens, at + 1, ".") if len(text) == 1 or text in ("Jr", "Sr", "JR", "SR", "St", "ST") else at + 1


def _is_no_name(text: str) -> bool:
    return text.lower() in word_list("not_names") or text.lower() in word_list("roles")
