"""The accounts that a comparison holds together, in their exact words; and what of these is shown: calls, threats and offers are folded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from purport.folds import Fold, fold_words, touching
from purport.listings.calls import find_calls
from purport.records import Span
from purport.resolve.accounts import Account
from purport.resolve.findings import shown
from purport.store import Case, Quote
from purport.visible import flat

Folding = Callable[[str, int, Sequence[Fold]], str]
"""Words, where they stand in a text, and what is folded of that -> the words as they are shown."""


class Sides:
    """Looks up the words of accounts in their reports. With ``unfold`` all are shown, else some are folded by ``fold``."""

    def __init__(self, case: Case, accounts: Collection[Account], *, unfold: bool = False, fold: Folding = fold_words) -> None:
        paths = {each.report: each.path for each in accounts}
        with case.derived() as shelf:
            self._texts = {each.report.id: each.report.text for each in shelf.texts(paths)}
        self._fold = fold
        self._folds: dict[str, tuple[Fold, ...]] = dict.fromkeys(paths, ())
        if not unfold:
            self._folds = find_calls(case, paths)

    def quotes(self, account: Account) -> tuple[Quote, ...]:
        """An account's words as they stand in its report, with those that make them hearsay."""
        text = self._texts[account.report]
        return tuple(Quote(span.start, span.end, span.words(text)) for span in account.shown)

    def words(self, report: str, quotes: Iterable[Quote]) -> str:
        """Words of a report as they are shown."""
        return " ... ".join(flat(self._fold(each.words, each.start, self._folds[report])) for each in quotes)

    def is_folded(self, account: Account) -> bool:
        """Whether something of an account is not shown."""
        return any(touching(self._folds[account.report], span.start, span.end) for span in account.shown)

    def heading(self, question: str, accounts: Iterable[Account]) -> str:
        """A question without what is folded of the accounts that it was made of."""
        for each in accounts:
            if any(touching(self._folds[each.report], span.start, span.end) for span in each.content):
                question = question.replace(shown(each), shown(replace(each, words=self._folded(each.report, each.content))))
        return flat(question)

    def _folded(self, report: str, content: Sequence[Span]) -> str:
        text, folds = self._texts[report], self._folds[report]
        return " ".join(self._fold(span.words(text), span.start, folds) for span in content)
