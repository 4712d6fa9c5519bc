"""Whether a content is given in its source's own words, told by its quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from purport.records import Form, Span

QUOTES = frozenset('"“”„‟«»')
"""Double marks. Single ones are left out: they cannot be told from apostrophes."""
OPENING = frozenset('"“«„')
ALL_QUOTED = 0.9
"""Share of a content's letters inside quotation marks from which it counts as direct: a trailing "he added" may be cut in."""


def read_form(text: str, contents: Sequence[Span]) -> Form:
    """Direct where the contents stand in quotation marks, mixed where part of them does, else indirect."""
    quoted = total = 0
    for span in contents:
        words = span.words(text)
        inside = words[:1] not in QUOTES and text[max(0, span.start - 1) : span.start] in OPENING
        for character in words:
            if character in QUOTES:
                inside = not inside
            elif character.isalnum():
                total += 1
                quoted += inside
    if total and quoted >= ALL_QUOTED * total:
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT
