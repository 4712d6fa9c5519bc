"""ECB+'s tellings are read from the sentences that were checked, and those of one happening across reports share a cluster."""

from pathlib import Path

import pytest

from corpora.ecbplus import Telling, read_ecbplus

OLD = """<Document doc_name="7_1ecb.xml">
<token t_id="1" sentence="0" number="0">Vesk</token><token t_id="2" sentence="0" number="1">took</token>
<token t_id="3" sentence="0" number="2">Karst</token><token t_id="4" sentence="0" number="3">over</token>
<token t_id="5" sentence="1" number="0">No</token><token t_id="6" sentence="1" number="1">shooting</token>
<token t_id="7" sentence="2" number="0">It</token><token t_id="8" sentence="2" number="1">ended</token>
<Markables>
<ACTION_OCCURRENCE m_id="10"><token_anchor t_id="2"/><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="11"><token_anchor t_id="5"/><token_anchor t_id="6"/></NEG_ACTION_OCCURRENCE>
<ACTION_ASPECTUAL m_id="12"><token_anchor t_id="8"/></ACTION_ASPECTUAL>
<HUMAN_PART_ORG m_id="13"><token_anchor t_id="1"/></HUMAN_PART_ORG>
<ACTION_OCCURRENCE m_id="14" TAG_DESCRIPTOR="taking"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT9"><source m_id="10"/><target m_id="14"/></CROSS_DOC_COREF></Relations>
</Document>"""
ADDED = """<Document doc_name="7_1ecbplus.xml">
<token t_id="1" sentence="0" number="0">http</token><token t_id="2" sentence="1" number="0">Takeover</token>
<token t_id="3" sentence="1" number="1">denied</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_REPORTING m_id="2"><token_anchor t_id="3"/></ACTION_REPORTING></Markables>
<Relations><CROSS_DOC_COREF r_id="5" note="ACT9"><source m_id="1"/><target m_id="4"/></CROSS_DOC_COREF>
<INTRA_DOC_COREF r_id="6"><source m_id="2"/><target m_id="3"/></INTRA_DOC_COREF></Relations>
</Document>"""
CHECKED = "Topic,File,Sentence Number\n7,1ecb,0\n7,1ecb,1\n7,1ecbplus,1\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "7_1ecb.xml").write_text(OLD)
    (tmp_path / "7" / "7_1ecbplus.xml").write_text(ADDED)
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(CHECKED)
    return tmp_path


def test_checked_sentences_tell_of_happenings(corpus: Path) -> None:
    old, added = read_ecbplus(corpus)
    assert (old.text, old.sentences, old.happening) == ("Vesk took Karst over\nNo shooting\nIt ended", (0, 21, 33), "ecb")
    assert old.tellings == (Telling(5, 9, "occurrence", "ACT9"), Telling(21, 32, "occurrence", "7_1ecb 11", denied=True))
    assert (added.text, added.topic, added.happening) == ("Takeover denied", 7, "ecbplus")
    assert added.tellings == (Telling(0, 8, "occurrence", "ACT9"), Telling(9, 15, "reporting", "7_1ecbplus chain 6"))


def test_topics_can_be_chosen(corpus: Path) -> None:
    assert read_ecbplus(corpus, {8}) == []


def test_what_is_no_xml_is_named(corpus: Path) -> None:
    (corpus / "7" / "7_1ecb.xml").write_text("<Document>")
    with pytest.raises(ValueError, match="7_1ecb"):
        read_ecbplus(corpus)
