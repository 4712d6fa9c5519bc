"""A page's prompts are told from a report's sentences, which must never be lost as page text."""

import pytest

from purport.ingest.prompts import is_prompt

PROMPTS = [
    "Listen",
    "Read more:",
    "Already a subscriber? Log in.",
    "Click here to see all our newsletters.",
    "Follow us on social media.",
    "Invalid address",
    "Invalid e-mail address.",
    "Listen to this article",
    "Listen to this story 4 min",
    "Listen to this article · 8:31 min Learn more",
    "Order Reprints",
    "Order photo reprints",
    "Please re-enter.",
    "Please re-enter your email address.",
    "Please verify that you are human.",
    "Please verify that you are not a robot by ticking the box.",
    "please verify your email",
    "Sign up for our morning briefing.",
    "Sign up to the Lessa newsletter",
    "Today’s Paper",
    "View all Lessa Tribune newsletters.",
    "You are already subscribed to this list.",
    "You must select a newsletter to subscribe to.",
]
SENTENCES = [
    "Listen.",
    "Today's ruling was first reported by this paper.",
    "Today’s vote hurt the paper.",
    "Please verify the list of the dead, the coroner wrote to police.",
    "Verify your list, she said.",
    "Please re-enter the building only after the all-clear, the fire chief said.",
    "Please re-enter the building.",
    "Please re-enter your homes.",
    "You must select a side, the rebels told villagers they spoke to.",
    "You must select whom you belong to.",
    "Invalidating the vote is a question the court will address.",
    "Invalid ballots are what judges address.",
    "Orderly bookshops sold out of reprints.",
    "Order was restored when the shops had sold the last of their reprints.",
    "Follow us on foot, the guide told them.",
    "Click here to” was all that the message said.",
    "Subscribe to the view that the flood was caused by the dam and you will get no newsletter.",
    "Viewers",
]


@pytest.mark.parametrize("words", PROMPTS)
def test_a_prompt(words: str) -> None:
    assert is_prompt(words)


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_of_the_report(words: str) -> None:
    assert not is_prompt(words)
