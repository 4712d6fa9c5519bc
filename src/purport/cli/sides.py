"""The accounts that a comparison holds together, in their exact words; and what of these is shown: calls, threats and offers are folded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from purport.cli.folds import Fold, find_every_call, fold_words, touching
from purport.cli.visible import flat
from purport.records import Span

if TYPE_CHECKING:
    from purport.resolve.accounts import Account
    from purport.store import Case, Quote


class Sides:
    """Looks up the words of accounts in their reports. With ``unfold`` all are shown."""

    def __init__(self, case: Case, accounts: Collection[Account], *, unfold: bool = False) -> None:
        paths = {each.report: each.path for each in accounts}
        with case.derived() as shelf:
            self._texts = {each.report.id: each.report.text for each in shelf.texts(paths)}
        self._folds: dict[str, tuple[Fold, ...]] = dict.fromkeys(paths, ())
        if not unfold:
            self._folds = find_every_call(case, paths)

    def quotes(self, account: Account) -> tuple[Quote, ...]:
        """An account's words as they stand in its report, with those that make them hearsay."""
        from purport.store import Quote

        text = self._texts[account.report]
        return tuple(Quote(span.start, span.end, span.words(text)) for span in account.shown)

    def words(self, report: str, quotes: Iterable[Quote]) -> str:
        """Words of a report as they are shown."""
        return " ... ".join(flat(fold_words(each.words, each.start, self._folds[report])) for each in quotes)

    def heading(self, question: str, accounts: Iterable[Account]) -> str:
        """A question without what is folded of the accounts that it was made of."""
        from purport.resolve.findings import shown

        for each in accounts:
            if any(touching(self._folds[each.report], span.start, span.end) for span in each.content):
                question = question.replace(shown(each), shown(replace(each, words=self._folded(each.report, each.content))))
        return flat(question)

    def _folded(self, report: str, content: Sequence[Span]) -> str:
        text, folds = self._texts[report], self._folds[report]
        return " ".join(fold_words(span.words(text), span.start, folds) for span in content)
