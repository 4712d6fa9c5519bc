"""MEANTIME's layers are read from the lines that were annotated throughout."""

from pathlib import Path

from corpora.meantime import Instance, Participant, read_meantime
from example import Marked, Sure

TOKENS = ("Vesk_0", "may_0", "take_0", "Orla_0", "on_0", "Monday_1", "She_2", "denied_2", "sinking_2", "Late_6")
MARKS = """
<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" syntactic_type="NAM"><token_anchor t_id="4"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" syntactic_type="PRO"><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="4" syntactic_type="NAM"><token_anchor t_id="10"/></ENTITY_MENTION>
<EVENT_MENTION m_id="5" certainty="POSSIBLE" polarity="POS" time="FUTURE" special_cases="NONE"><token_anchor t_id="3"/>
<token_anchor t_id="5"/></EVENT_MENTION>
<EVENT_MENTION m_id="6" certainty="CERTAIN" polarity="POS" time="FUTURE" special_cases="NONE"><token_anchor t_id="8"/></EVENT_MENTION>
<EVENT_MENTION m_id="11" certainty="CERTAIN" polarity="NEG" time="NON_FUTURE" special_cases="NONE"><token_anchor t_id="9"/></EVENT_MENTION>
<EVENT_MENTION m_id="12"><token_anchor t_id="9"/></EVENT_MENTION>
<TIMEX3 m_id="7" type="DATE"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="13" type="DATE"/>
<ENTITY m_id="8" ent_type="ORG"/><ENTITY m_id="9" ent_type="PER" instance_id="PER7"/><EVENT m_id="10" class="SPEECH_COGNITIVE"/>"""
LINKS = (
    ("REFERS_TO", "1", "8"),
    ("REFERS_TO", "2", "9"),
    ("REFERS_TO", "3", "9"),
    ("REFERS_TO", "6", "10"),
    ('HAS_PARTICIPANT sem_role="Arg0"', "5", "1"),
    ('HAS_PARTICIPANT sem_role="Arg1"', "12", "3"),
    ('HAS_PARTICIPANT sem_role="Arg2"', "6", "4"),
)


def test_meantime_layers_share_one_text(tmp_path: Path) -> None:
    tokens = "".join(f'<token t_id="{i}" sentence="{t.split("_")[1]}">{t.split("_")[0]}</token>' for i, t in enumerate(TOKENS, 1))
    links = "".join(f'<{kind}><source m_id="{a}"/><target m_id="{b}"/></{kind.split()[0]}>' for kind, a, b in LINKS)
    (tmp_path / "corpus_vesk").mkdir()
    (tmp_path / "corpus_vesk" / "1_a.xml").write_text(
        f'<Document doc_name="1_a">{tokens}<Markables>{MARKS}</Markables><Relations>{links}</Relations></Document>'
    )
    (report,) = read_meantime(tmp_path)
    example = report.example
    assert (example.name, example.text, example.sentences) == ("1_a", "Vesk may take Orla on\nMonday\nShe denied sinking", (0, 22, 29))
    assert example.entities == (Marked(0, 4, "organisation"), Marked(14, 18, "person"))
    assert example.timexes == (Marked(22, 28, "DATE"),)
    assert example.events == (Marked(9, 13, "occurrence"), Marked(33, 39, "reporting"), Marked(40, 47, "occurrence"))
    assert example.sure == (Sure(9, 13, 1.0), Sure(40, 47, -3.0))
    assert report.participants == (Participant(0, 0, 4, "Arg0"), Participant(2, 29, 32, "Arg1"))
    assert report.instances == (Instance(14, 18, "PER7"), Instance(29, 32, "PER7"))
