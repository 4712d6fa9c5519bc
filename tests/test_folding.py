"""Text is folded in one way, wherever it is stored, asked for or compared."""

import pytest

from purport.folding import fold

FOLDED = [
    ("Ünal", "unal"),
    ("CAFÉ", "cafe"),
    ("Straße", "straße"),
    ("Łódź", "łodz"),
    ("İzmir", "izmir"),
    ("“Çelik”", "“celik”"),
    ("مرحبا", "مرحبا"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding_drops_accents_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded
