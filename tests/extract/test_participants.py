"""Who does it, to whom, with whom and where: sentences as a treebank has them -> participants."""

from itertools import product

import pytest

from extract.parsed import analysed, told
from purport.extract.asides import KINDS
from purport.extract.participants import GROUPS, NOUN, NOUN_KINDS, ROLES, STATE, THINGS, VERB_KINDS
from purport.lexicon import rows, words
from purport.reader.layers import RELATIONS

VERBS = {
    "active": (
        "Rebels/NNS/2/nsubj/person shelled/VBD/0/root/! Karst/NNP/2/obj/=place/place",
        {"shelled": "agent Rebels, patient Karst"},
    ),
    "passive with an agent and a place": (
        """Two/CD/2/nummod men/NNS/4/nsubj:pass/person were/VBD/4/aux:pass shot/VBN/0/root/! by/IN/6/case
        soldiers/NNS/4/obl:agent/person near/IN/8/case Vesk/NNP/4/obl/=place/place""",
        {"shot": "agent soldiers, patient Two men, at Vesk"},
    ),
    "by and a person, without the treebank's own name for an agent": (
        """The/DT/2/det mill/NN/4/nsubj:pass/place was/VBD/4/aux:pass burned/VBN/0/root/! by/IN/7/case the/DT/7/det
        army/NN/4/obl/organisation""",
        {"burned": "agent the army, patient The mill"},
    ),
    "by and a state": (
        "They/PRP/3/nsubj:pass/person were/VBD/3/aux:pass expelled/VBN/0/root/! by/IN/5/case Sorvia/NNP/3/obl/=place/place",
        {"expelled": "agent Sorvia, patient They"},
    ),
    "by and a time": (
        "It/PRP/3/nsubj:pass/other was/VBD/3/aux:pass rebuilt/VBN/0/root/! by/IN/5/case Friday/NNP/3/obl/time/@DATE",
        {"rebuilt": "patient It"},
    ),
    "by and a place that is no name": (
        "He/PRP/3/nsubj:pass/person was/VBD/3/aux:pass found/VBN/0/root/! by/IN/6/case the/DT/6/det river/NN/3/obl/place",
        {"found": "patient He, at the river"},
    ),
    "a time that the network took for a thing": (
        "Rebels/NNS/2/nsubj/person left/VBD/0/root/! Monday/NNP/2/obj/other/@DATE",
        {"left": "agent Rebels"},
    ),
    "a passive whose subject is called an active one": (
        "Oro/NNP/3/nsubj/=person/person was/VBD/3/aux:pass freed/VBN/0/root/! ,/,/5/punct given/VBN/3/conj/! cash/NN/5/obj/other",
        {"freed": "patient Oro", "given": "patient cash, recipient Oro"},
    ),
    "given something, its subject called an active one": (
        "Oro/NNP/3/nsubj/=person/person was/VBD/3/aux:pass paid/VBN/0/root/! cash/NN/3/obj/other",
        {"paid": "patient cash, recipient Oro"},
    ),
    "a title beside the subject": (
        "Superintendent/NN/4/nsubj/person Orla/NNP/4/nsubj/=person/person Venn/NNP/2/flat/=person called/VBD/0/root/!",
        {"called": "agent Orla Venn"},
    ),
    "a part of the subject beside it": (
        "One/CD/4/nsubj/person of/IN/3/case them/PRP/4/nsubj/person fled/VBD/0/root/!",
        {"fled": "agent One"},
    ),
    "the subject once more": (
        "Oro/NNP/4/nsubj/=person/person himself/PRP/4/nsubj/person there/RB/4/nsubj/place fled/VBD/0/root/!",
        {"fled": "agent Oro"},
    ),
    "what the subject is called, beside it": (
        """A/DT/2/det man/NN/6/nsubj/person known/VBN/2/acl as/IN/3/mark Oro/NNP/6/nsubj/=person/person fled/VBD/0/root/!""",
        {"fled": "agent A man"},
    ),
    "two subjects side by side": (
        "Oro/NNP/4/nsubj/=person/person and/CC/3/cc Lisk/NNP/4/nsubj/=person/person fled/VBD/0/root/!",
        {"fled": "agent Oro, agent Lisk"},
    ),
    "the subject of a clause around": (
        "The/DT/2/det army/NN/5/nsubj/organisation ,/,/5/punct he/PRP/5/nsubj/person said/VBD/0/root/! ,/,/7/punct fled/VBD/5/parataxis",
        {"said": "agent he"},
    ),
    "the subject of a clause below": (
        """Oro/NNP/2/nsubj/=person/person conceded/VBD/0/root/! that/IN/2/mark guards/NNS/2/nsubj/person had/VBD/6/aux
        left/VBN/2/ccomp/! Karst/NNP/2/obj/=place/place""",
        {"conceded": "agent Oro", "left": ""},
    ),
    "subjects after their verb": (
        "“/``/2/punct Go/VB/3/ccomp said/VBD/0/root/! Oro/NNP/3/nsubj/=person/person a/DT/6/det clerk/NN/3/nsubj/person",
        {"said": "agent Oro"},
    ),
    "a clause as the subject": (
        "Leaving/VBG/2/csubj/!/person hurt/VBD/0/root/! Oro/NNP/2/obj/=person/person",
        {"Leaving": "", "hurt": "patient Oro"},
    ),
    "given something": (
        """She/PRP/3/nsubj:pass/person was/VBD/3/aux:pass given/VBN/0/root/! a/DT/5/det medal/NN/3/obj/other by/IN/7/case
        Vesk/NNP/3/obl:agent/=place""",
        {"given": "agent Vesk, patient a medal, recipient She"},
    ),
    "giving somebody something": (
        """Tannick/NNP/2/nsubj/=organisation/organisation paid/VBD/0/root/!/<pay the/DT/4/det guards/NNS/2/iobj/person a/DT/6/det
        bonus/NN/2/obj/other""",
        {"paid": "agent Tannick, patient a bonus, recipient the guards"},
    ),
    "to somebody, and to a place": (
        """Sorvia/NNP/2/nsubj/=place/place sent/VBD/0/root/! arms/NNS/2/obj/other to/IN/6/case the/DT/6/det
        militia/NN/2/obl/organisation and/CC/8/cc moved/VBD/2/conj/! tanks/NNS/8/obj/other to/IN/11/case
        Karst/NNP/8/obl/=place/place""",
        {"sent": "agent Sorvia, patient arms, recipient the militia", "moved": "agent Sorvia, patient tanks"},
    ),
    "telling somebody": (
        """Vane/NNP/2/nsubj/=person/person told/VBD/0/root/!/<tell reporters/NNS/2/obj/person she/PRP/5/nsubj/person/^1.1
        resigned/VBD/2/ccomp/!""",
        {"told": "agent Vane, recipient reporters", "resigned": "agent she"},
    ),
    "a subject to whom it happens": (
        "Forty/CD/2/nummod miners/NNS/3/nsubj/person died/VBD/0/root/!/<die at/IN/5/case Karst/NNP/3/obl/=place/place",
        {"died": "patient Forty miners, at Karst"},
    ),
    "a verb that happens to its subject, with an object": (
        "Gunmen/NNS/2/nsubj/person sank/VBD/0/root/!/<sink the/DT/4/det ferry/NN/2/obj/other",
        {"sank": "agent Gunmen, patient the ferry"},
    ),
    "a verb with a particle": (
        "A/DT/2/det bomb/NN/3/nsubj/other went/VBD/0/root/!/<go off/RP/3/compound:prt in/IN/7/case a/DT/7/det market/NN/3/obl/place",
        {"went": "patient A bomb, at a market"},
    ),
    "a state": (
        "The/DT/2/det captain/NN/4/nsubj/person is/VBZ/4/cop dead/JJ/0/root/!",
        {"dead": "patient The captain"},
    ),
    "a noun said of a subject": (
        "Oro/NNP/4/nsubj/=person/person is/VBZ/4/cop under/IN/4/case arrest/NN/0/root/!",
        {"arrest": "patient Oro"},
    ),
    "what something is, is no part of it": (
        "The/DT/2/det song/NN/5/nsubj/other was/VBD/5/cop an/DT/5/det attack/NN/0/root/!",
        {"attack": ""},
    ),
    "conjoined subjects and objects": (
        """Police/NNS/4/nsubj/person and/CC/3/cc troops/NNS/1/conj/person held/VBD/0/root/! Vane/NNP/4/obj/=person/person
        ,/,/7/punct Oro/NNP/5/conj/=person/person and/CC/9/cc others/NNS/5/conj/person""",
        {"held": "agent Police, agent troops, patient Vane, patient Oro, patient others"},
    ),
    "a subject and an object shared by conjuncts": (
        """They/PRP/2/nsubj/person beat/VBD/0/root/! and/CC/4/cc robbed/VBD/2/conj/! the/DT/6/det drivers/NNS/2/obj/person""",
        {"beat": "agent They, patient the drivers", "robbed": "agent They, patient the drivers"},
    ),
    "an object before the second conjunct is not shared": (
        "They/PRP/2/nsubj/person sold/VBD/0/root/! cars/NNS/2/obj/other and/CC/5/cc left/VBD/2/conj/!",
        {"sold": "agent They, patient cars", "left": "agent They"},
    ),
    "a conjunct with a subject of its own": (
        "Rain/NN/2/nsubj/other fell/VBD/0/root and/CC/5/cc villagers/NNS/5/nsubj/person fled/VBD/2/conj/!",
        {"fled": "agent villagers"},
    ),
    "a passive shared by conjuncts": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass arrested/VBN/0/root/! and/CC/5/cc charged/VBN/3/conj/!
        in/IN/7/case Vesk/NNP/3/obl/=place/place""",
        {"arrested": "patient Oro, at Vesk", "charged": "patient Oro, at Vesk"},
    ),
    "a perfect is no passive": (
        "They/PRP/3/nsubj/person have/VBP/3/aux seized/VBN/0/root/! and/CC/5/cc sold/VBN/3/conj/! grain/NN/3/obj/other",
        {"seized": "agent They, patient grain", "sold": "agent They, patient grain"},
    ),
    "trying": (
        "Two/CD/2/nummod boys/NNS/3/nsubj/person tried/VBD/0/root/! to/TO/5/mark flee/VB/3/xcomp/!",
        {"tried": "agent Two boys", "flee": "agent Two boys"},
    ),
    "being made to": (
        """The/DT/2/det general/NN/3/nsubj/person ordered/VBD/0/root/! the/DT/5/det army/NN/3/obj/organisation to/TO/7/mark
        fire/VB/3/xcomp/!""",
        {"ordered": "agent The general, patient the army", "fire": "agent the army"},
    ),
    "promising to": (
        """Sorvia/NNP/2/nsubj/=place/place promised/VBD/0/root/!/<promise the/DT/4/det rebels/NNS/2/iobj/person to/TO/6/mark
        leave/VB/2/xcomp/!""",
        {"promised": "agent Sorvia, recipient the rebels", "leave": "agent Sorvia"},
    ),
    "being said to": (
        """Lisk/NNP/3/nsubj:pass/=person/person is/VBZ/3/aux:pass believed/VBN/0/root to/TO/6/mark have/VB/6/aux
        fled/VBN/3/xcomp/!""",
        {"fled": "agent Lisk"},
    ),
    "a purpose": (
        "Rebels/NNS/2/nsubj/person came/VBD/0/root/! to/TO/4/mark free/VB/2/advcl/! prisoners/NNS/4/obj/person",
        {"came": "agent Rebels", "free": "agent Rebels, patient prisoners"},
    ),
    "a purpose of who is not the subject": (
        """The/DT/2/det files/NNS/4/nsubj:pass/other were/VBD/4/aux:pass burned/VBN/0/root/! to/TO/6/mark hide/VB/4/advcl/!
        it/PRP/6/obj/other""",
        {"burned": "patient The files", "hide": "patient it"},
    ),
    "a purpose of who is the agent": (
        """The/DT/2/det files/NNS/4/nsubj:pass/other were/VBD/4/aux:pass burned/VBN/0/root/! by/IN/6/case
        clerks/NNS/4/obl:agent/person to/TO/8/mark hide/VB/4/advcl/! it/PRP/8/obj/other""",
        {"burned": "agent clerks, patient The files", "hide": "agent clerks, patient it"},
    ),
    "a result": (
        "A/DT/2/det mine/NN/3/nsubj/other exploded/VBD/0/root/!/<explode ,/,/5/punct killing/VBG/3/advcl/! Oro/NNP/5/obj/=person/person",
        {"exploded": "patient A mine", "killing": "agent A mine, patient Oro"},
    ),
    "a finite clause shares nothing": (
        """Oro/NNP/2/nsubj/=person/person left/VBD/0/root/! because/IN/6/mark it/PRP/6/expl was/VBD/6/cop raining/VBD/2/advcl/!""",
        {"left": "agent Oro", "raining": ""},
    ),
    "relative clause, who": (
        """The/DT/2/det soldiers/NNS/6/nsubj/person who/WP/4/nsubj shot/VBD/2/acl:relcl/! Oro/NNP/4/obj/=person/person
        fled/VBD/0/root/!""",
        {"shot": "agent The soldiers, patient Oro", "fled": "agent The soldiers"},
    ),
    "relative clause, whom": (
        """The/DT/2/det man/NN/7/nsubj/person whom/WP/5/obj soldiers/NNS/5/nsubj/person shot/VBD/2/acl:relcl/! has/VBZ/7/aux
        died/VBN/0/root/!/<die""",
        {"shot": "agent soldiers, patient The man", "died": "patient The man"},
    ),
    "relative clause, that, in the passive": (
        """a/DT/2/det bridge/NN/0/root/place that/WDT/5/nsubj:pass was/VBD/5/aux:pass destroyed/VBN/2/acl:relcl/! in/IN/7/case
        Vesk/NNP/5/obl/=place/place""",
        {"destroyed": "patient a bridge, at Vesk"},
    ),
    "relative clause without a pronoun": (
        "the/DT/2/det man/NN/0/root/person police/NNS/4/nsubj/person shot/VBD/2/acl:relcl/!",
        {"shot": "agent police, patient the man"},
    ),
    "relative clause without a pronoun, deeper": (
        """the/DT/2/det man/NN/0/root/person police/NNS/4/nsubj/person tried/VBD/2/acl:relcl to/TO/6/mark shoot/VB/4/xcomp/!""",
        {"shoot": "agent police, patient the man"},
    ),
    "a way is no object": (
        "the/DT/2/det way/NN/0/root/other police/NNS/4/nsubj/person acted/VBD/2/acl:relcl/!",
        {"acted": "agent police"},
    ),
    "whose": (
        """the/DT/2/det woman/NN/0/root/person whose/WP$/4/nmod:poss son/NN/5/nsubj/person fell/VBD/2/acl:relcl/!/<fall""",
        {"fell": "patient whose son"},
    ),
    "relative clause with a place": (
        """the/DT/2/det town/NN/0/root/place where/WRB/6/advmod he/PRP/6/nsubj:pass/person was/VBD/6/aux:pass
        shot/VBN/2/acl:relcl/!""",
        {"shot": "patient he, at the town"},
    ),
    "relative clause after a preposition": (
        """the/DT/2/det camp/NN/0/root/place in/IN/4/case which/WDT/7/obl they/PRP/7/nsubj:pass/person were/VBD/7/aux:pass
        held/VBN/2/acl:relcl/!""",
        {"held": "patient they, at the camp"},
    ),
    "a pronoun that asks": (
        "Police/NNS/2/nsubj/person asked/VBD/0/root/! who/WP/4/nsubj fired/VBD/2/ccomp/!",
        {"asked": "agent Police", "fired": ""},
    ),
    "a pronoun that asks within a relative clause": (
        """the/DT/2/det man/NN/0/root/person who/WP/4/nsubj asked/VBD/2/acl:relcl/! who/WP/6/nsubj fired/VBD/4/ccomp/!""",
        {"asked": "agent the man", "fired": ""},
    ),
    "a relative pronoun of a clause further down": (
        """the/DT/2/det man/NN/0/root/person who/WP/6/nsubj police/NNS/5/nsubj/person say/VBP/2/acl:relcl/! fired/VBD/5/ccomp/!""",
        {"say": "agent police", "fired": "agent the man"},
    ),
    "a bare participle of who it was done to": (
        """troops/NNS/0/root/person killed/VBN/1/acl/! in/IN/5/case the/DT/5/det village/NN/2/obl/place of/IN/7/case
        Karst/NNP/5/nmod/=place/place""",
        {"killed": "patient troops, at Karst"},
    ),
    "a bare participle of who does it": (
        "a/DT/2/det man/NN/0/root/person carrying/VBG/2/acl/! a/DT/5/det rifle/NN/3/obj/other",
        {"carrying": "agent a man, patient a rifle"},
    ),
    "participles before the noun": (
        """advancing/VBG/2/amod/! troops/NNS/3/nsubj/person freed/VBD/0/root/! jailed/VBN/5/amod/! miners/NNS/3/obj/person""",
        {
            "advancing": "agent advancing troops",
            "freed": "agent advancing troops, patient jailed miners",
            "jailed": "patient jailed miners",
        },
    ),
    "not the one but the other": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass shot/VBN/0/root/! not/RB/7/advmod by/IN/7/case the/DT/7/det
        army/NN/3/obl:agent/organisation but/CC/10/cc by/IN/10/case rebels/NNS/7/conj/person ,/,/14/punct not/RB/14/advmod in/IN/14/case
        Karst/NNP/3/obl/=place/place but/CC/17/cc near/IN/17/case Vesk/NNP/14/conj/=place/place""",
        {"shot": "agent rebels, patient Oro, at Vesk"},
    ),
    "one rather than the other": (
        "Rebels/NNS/5/nsubj/person rather/RB/4/cc than/IN/2/fixed soldiers/NNS/1/conj/person fired/VBD/0/root/!",
        {"fired": "agent Rebels"},
    ),
    "not done by the one but by the other": (
        """It/PRP/4/nsubj:pass/other was/VBD/4/aux:pass not/RB/4/advmod laid/VBN/0/root/!/<lay by/IN/7/case the/DT/7/det
        army/NN/4/obl:agent/organisation but/CC/10/cc by/IN/10/case rebels/NNS/7/conj/person""",
        {"laid": "agent rebels, patient It"},
    ),
    "not done by the one but by the other, side by side": (
        """It/PRP/4/nsubj:pass/other was/VBD/4/aux:pass not/RB/4/advmod laid/VBN/0/root/!/<lay by/IN/7/case the/DT/7/det
        army/NN/4/obl/organisation but/CC/4/cc by/IN/10/case rebels/NNS/4/obl/person""",
        {"laid": "agent rebels, patient It"},
    ),
    "not to be had of two": (
        """Oro/NNP/4/nsubj/=person/person did/VBD/4/aux not/RB/4/advmod see/VB/0/root/! guards/NNS/4/obj/person or/CC/7/cc
        dogs/NNS/5/conj/other""",
        {"see": "agent Oro, patient guards, patient dogs"},
    ),
    "neither": (
        """Neither/CC/3/cc:preconj the/DT/3/det army/NN/7/nsubj/organisation nor/CC/6/cc the/DT/6/det
        Front/NNP/3/conj/=organisation/organisation attacked/VBD/0/root/! Karst/NNP/7/obj/=place/place""",
        {"attacked": "patient Karst"},
    ),
    "neither of them": (
        "Neither/DT/4/nsubj/person of/IN/3/case them/PRP/1/nmod/person fired/VBD/0/root/!",
        {"fired": ""},
    ),
    "no": (
        "No/DT/2/det soldiers/NNS/4/nsubj:pass/person were/VBD/4/aux:pass killed/VBN/0/root/! in/IN/6/case Karst/NNP/4/obl/=place/place",
        {"killed": "at Karst"},
    ),
    "no fewer": (
        "No/DT/4/det fewer/JJR/4/amod ten/CD/4/nummod soldiers/NNS/5/nsubj/person fired/VBD/0/root/!",
        {"fired": "agent No fewer ten soldiers"},
    ),
    "not one": (
        "Not/RB/3/advmod one/CD/3/nummod soldier/NN/4/nsubj/person fired/VBD/0/root/!",
        {"fired": ""},
    ),
    "nobody": (
        "Nobody/NN/2/nsubj/person saw/VBD/0/root/! Oro/NNP/2/obj/=person/person",
        {"saw": "patient Oro"},
    ),
    "officers, but no soldiers": (
        "Officers/NNS/5/nsubj/person and/CC/4/cc no/DT/4/det soldiers/NNS/1/conj/person fired/VBD/0/root/!",
        {"fired": "agent Officers"},
    ),
    "one of two": (
        """Either/CC/3/cc:preconj the/DT/3/det army/NN/6/nsubj/organisation or/CC/5/cc rebels/NNS/3/conj/person fired/VBD/0/root/!
        in/IN/8/case Karst/NNP/6/obl/=place/place or/CC/10/cc Vesk/NNP/8/conj/=place/place""",
        {"fired": ""},
    ),
    "the one instead": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass shot/VBN/0/root/! instead/RB/7/advmod by/IN/7/case the/DT/7/det
        army/NN/3/obl:agent/organisation""",
        {"shot": "agent the army, patient Oro"},
    ),
    "the one instead of the other": (
        "Rebels/NNS/5/nsubj/person instead/RB/4/cc of/IN/2/fixed soldiers/NNS/1/conj/person fired/VBD/0/root/!",
        {"fired": "agent Rebels"},
    ),
    "perhaps the one": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass shot/VBN/0/root/! ,/,/8/punct apparently/RB/8/advmod by/IN/8/case
        the/DT/8/det army/NN/3/obl:agent/organisation and/CC/12/cc perhaps/RB/12/advmod by/IN/12/case rebels/NNS/8/conj/person in/IN/14/case
        Karst/NNP/3/obl/=place/place""",
        {"shot": "patient Oro, at Karst"},
    ),
    "perhaps the one, the doubt hung on the event": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass shot/VBN/0/root/! possibly/RB/3/advmod by/IN/6/case
        rebels/NNS/3/obl/person""",
        {"shot": "patient Oro"},
    ),
    "doubt before the event is of the event": (
        """Oro/NNP/4/nsubj:pass/=person/person was/VBD/4/aux:pass apparently/RB/4/advmod shot/VBN/0/root/!1.5 by/IN/6/case
        rebels/NNS/4/obl:agent/person""",
        {"shot": "agent rebels, patient Oro"},
    ),
    "perhaps so many": (
        "Rebels/NNS/2/nsubj/person shot/VBD/0/root/! possibly/RB/4/advmod ten/CD/5/nummod men/NNS/2/obj/person",
        {"shot": "agent Rebels, patient possibly ten men"},
    ),
    "not only the one": (
        """It/PRP/3/nsubj:pass/other was/VBD/3/aux:pass sold/VBN/0/root/! not/RB/7/advmod only/RB/7/advmod by/IN/7/case
        rebels/NNS/3/obl:agent/person but/CC/10/cc by/IN/10/case clerks/NNS/7/conj/person""",
        {"sold": "agent rebels, agent clerks, patient It"},
    ),
    "not all": (
        "Not/RB/2/advmod all/DT/3/det soldiers/NNS/4/nsubj/person fired/VBD/0/root/!",
        {"fired": "agent Not all soldiers"},
    ),
    "partner, not instrument": (
        """Oro/NNP/3/nsubj:pass/=person/person was/VBD/3/aux:pass killed/VBN/0/root/! with/IN/6/case
        his/PRP$/6/nmod:poss/person/^1.1 brother/NN/3/obl/person with/IN/9/case an/DT/9/det axe/NN/3/obl/other""",
        {"killed": "patient Oro, partner his brother"},
    ),
    "together with": (
        """Sorvia/NNP/2/nsubj/=place/place struck/VBD/0/root/! along/IN/5/case with/IN/5/case Hallin/NNP/2/obl/=place/place
        and/CC/7/cc Vesk/NNP/5/conj/=place/place""",
        {"struck": "agent Sorvia, partner Hallin, partner Vesk"},
    ),
    "where it was before where it came from": (
        """Shells/NNS/2/nsubj/other fell/VBD/0/root/!/<fall from/IN/5/case the/DT/5/det hills/NNS/2/obl/place in/IN/7/case
        Karst/NNP/2/obl/=place/place""",
        {"fell": "patient Shells, at Karst"},
    ),
    "where it went is not where it was": (
        """They/PRP/2/nsubj/person fired/VBD/0/root/! rockets/NNS/2/obj/other toward/IN/5/case Karst/NNP/2/obl/=place/place""",
        {"fired": "agent They, patient rockets"},
    ),
    "outside a town, and outside a building": (
        """They/PRP/2/nsubj/person met/VBD/0/root/! outside/IN/4/case Karst/NNP/2/obl/=place/place and/CC/6/cc voted/VBD/2/conj/!
        outside/IN/9/case the/DT/9/det court/NN/6/obl/place""",
        {"met": "agent They", "voted": "agent They, at the court"},
    ),
    "around a town with its kind": (
        """They/PRP/2/nsubj/person dug/VBD/0/root/! around/IN/5/case the/DT/5/det village/NN/2/obl/place of/IN/7/case
        Karst/NNP/5/nmod/=place/place""",
        {"dug": "agent They"},
    ),
    "no place": (
        "He/PRP/2/nsubj/person spoke/VBD/0/root/! to/IN/5/case the/DT/5/det town/NN/2/obl/place in/IN/7/case anger/NN/2/obl/other",
        {"spoke": "agent He"},
    ),
    "the capital of a state is not the state": (
        """Rebels/NNS/2/nsubj/person met/VBD/0/root/! in/IN/5/case the/DT/5/det capital/NN/2/obl/place of/IN/7/case
        Sorvia/NNP/5/nmod/=place/place""",
        {"met": "agent Rebels, at the capital of Sorvia"},
    ),
    "an event takes part in none": (
        """The/DT/2/det raid/NN/3/nsubj/event/! killed/VBD/0/root/! Oro/NNP/3/obj/=person/person ,/,/7/punct the/DT/7/det
        blaze/NN/8/nsubj/other/! nobody/NN/3/parataxis/person""",
        {"raid": "", "killed": "patient Oro", "blaze": ""},
    ),
    "what the network does not refer with": (
        "Nobody/NN/2/nsubj saw/VBD/0/root/! us/PRP/2/obj",
        {"saw": "patient us"},
    ),
}

NOUNS = {
    "of and by": (
        """the/DT/2/det killing/NN/0/root/event/! of/IN/5/case six/CD/5/nummod nurses/NNS/2/nmod/person by/IN/8/case the/DT/8/det
        Front/NNP/2/nmod/=organisation/organisation in/IN/10/case Vesk/NNP/2/nmod/=place/place""",
        {"killing": "agent Front, patient six nurses, at Vesk"},
    ),
    "by and a time": (
        "an/DT/2/det attack/NN/0/root/! by/IN/4/case night/NN/2/nmod/time",
        {"attack": ""},
    ),
    "whose deed": (
        """the/DT/2/det army/NN/4/nmod:poss/organisation 's/POS/2/case destruction/NN/0/root/! of/IN/6/case
        Karst/NNP/4/nmod/=place/place""",
        {"destruction": "agent the army, patient Karst"},
    ),
    "whose fate": (
        "his/PRP$/2/nmod:poss/person death/NN/0/root/! in/IN/4/case Karst/NNP/2/nmod/=place/place",
        {"death": "patient his, at Karst"},
    ),
    "whose killing of whom": (
        """the/DT/2/det gang/NN/4/nmod:poss/organisation 's/POS/2/case murder/NN/0/root/! of/IN/6/case
        Oro/NNP/4/nmod/=person/person""",
        {"murder": "agent the gang, patient Oro"},
    ),
    "whose fate, by whom": (
        """the/DT/2/det girl/NN/4/nmod:poss/person 's/POS/2/case rape/NN/0/root/! by/IN/6/case soldiers/NNS/4/nmod/person""",
        {"rape": "agent soldiers, patient the girl"},
    ),
    "whose, of a noun that says neither": (
        """the/DT/2/det woman/NN/4/nmod:poss/person 's/POS/2/case ordeal/NN/0/root/!""",
        {"ordeal": ""},
    ),
    "whose and of whom, of a noun that says neither": (
        """the/DT/2/det army/NN/4/nmod:poss/organisation 's/POS/2/case shelling/NN/0/root/! of/IN/6/case
        Karst/NNP/4/nmod/=place/place""",
        {"shelling": "agent the army, patient Karst"},
    ),
    "whose attack": (
        """the/DT/2/det army/NN/4/nmod:poss/organisation 's/POS/2/case attack/NN/0/root/!""",
        {"attack": "agent the army"},
    ),
    "a person's name before the noun": (
        "the/DT/4/det Orla/NNP/4/compound/=person/person Vane/NNP/2/flat/=person attack/NN/0/root/!",
        {"attack": ""},
    ),
    "whose act": (
        "the/DT/2/det arrival/NN/0/root/! of/IN/4/case ships/NNS/2/nmod/other in/IN/6/case Vesk/NNP/2/nmod/=place/place",
        {"arrival": "agent ships, at Vesk"},
    ),
    "Monday's": (
        "Monday/NNP/3/nmod:poss/time/@DATE 's/POS/1/case raid/NN/0/root/!",
        {"raid": ""},
    ),
    "the town's": (
        "the/DT/2/det town/NN/5/nmod:poss/place 's/POS/2/case worst/JJS/5/amod attack/NN/0/root/!",
        {"attack": ""},
    ),
    "on and against": (
        """the/DT/2/det raid/NN/0/root/! on/IN/5/case the/DT/5/det camp/NN/2/nmod/place and/CC/7/cc attacks/NNS/2/conj/!/<attack
        against/IN/9/case villagers/NNS/7/nmod/person""",
        {"raid": "patient the camp, at the camp", "attacks": "patient villagers"},
    ),
    "on, of what is no assault": (
        "a/DT/2/det crash/NN/0/root/! on/IN/5/case the/DT/5/det road/NN/2/nmod/place",
        {"crash": "at the road"},
    ),
    "between": (
        """talks/NNS/0/root/! between/IN/3/case Sorvia/NNP/1/nmod/=place/place and/CC/5/cc Hallin/NNP/3/conj/=place/place
        in/IN/7/case Vesk/NNP/1/nmod/=place/place""",
        {"talks": "agent Sorvia, agent Hallin, at Vesk"},
    ),
    "with": (
        "Oro/NNP/3/nmod:poss/=person/person 's/POS/1/case meeting/NN/0/root/! with/IN/5/case Lisk/NNP/3/nmod/=person/person",
        {"meeting": "agent Oro, partner Lisk"},
    ),
    "names before the noun": (
        """The/DT/3/det Front/NNP/3/compound/=organisation/organisation raid/NN/5/nsubj/! army/NN/5/compound/organisation
        losses/NNS/0/root/!""",
        {"raid": "agent Front", "losses": ""},
    ),
    "a name before the noun of a fate": (
        """the/DT/4/det Orla/NNP/4/compound/=person/person Vane/NNP/2/flat/=person murder/NN/0/root/!""",
        {"murder": "patient Orla Vane"},
    ),
    "to whom": (
        "Lisk/NNP/3/nmod:poss/=person/person 's/POS/1/case speech/NN/0/root/! to/IN/5/case troops/NNS/3/nmod/person",
        {"speech": "agent Lisk, recipient troops"},
    ),
    "a place before the noun": (
        "the/DT/3/det Karst/NNP/3/compound/=place/place bombing/NN/0/root/!",
        {"bombing": "at Karst"},
    ),
    "a state without an adjective before the noun": (
        "a/DT/3/det U.S./NNP/3/compound/=place/place strike/NN/0/root/! in/IN/5/case Karst/NNP/3/nmod/=place/place",
        {"strike": "agent U.S., at Karst"},
    ),
    "an adjective that names": (
        "the/DT/3/det Sorvian/JJ/3/amod/=other strike/NN/0/root/!",
        {"strike": ""},
    ),
    "carried out with somebody, against somebody": (
        """Sorvia/NNP/2/nsubj/=place/place staged/VBD/0/root/!/<stage raids/NNS/2/obj/! with/IN/5/case Hallin/NNP/2/obl/=place/place
        against/IN/7/case gangs/NNS/2/obl/organisation""",
        {"staged": "agent Sorvia, partner Hallin", "raids": "agent Sorvia, patient gangs, partner Hallin"},
    ),
    "carried out": (
        """The/DT/2/det Front/NNP/3/nsubj/=organisation/organisation carried/VBD/0/root/!/<carry out/RP/3/compound:prt
        the/DT/6/det raid/NN/3/obj/! in/IN/8/case Vesk/NNP/3/obl/=place/place""",
        {"carried": "agent Front, at Vesk", "raid": "agent Front, at Vesk"},
    ),
    "was carried out": (
        """The/DT/2/det raid/NN/4/nsubj:pass/! was/VBD/4/aux:pass carried/VBN/0/root/!/<carry out/RP/4/compound:prt by/IN/7/case
        troops/NNS/4/obl:agent/person""",
        {"raid": "agent troops", "carried": "agent troops"},
    ),
    "carried out, after the noun": (
        """a/DT/2/det raid/NN/0/root/! carried/VBN/2/acl/!/<carry out/RP/3/compound:prt by/IN/6/case
        troops/NNS/3/obl:agent/person near/IN/8/case Vesk/NNP/3/obl/=place/place""",
        {"raid": "agent troops, at Vesk", "carried": "agent troops, at Vesk"},
    ),
    "that they carried out": (
        """the/DT/2/det raid/NN/0/root/! that/WDT/5/obj rebels/NNS/5/nsubj/person carried/VBD/2/acl:relcl/!/<carry
        out/RP/5/compound:prt near/IN/8/case Vesk/NNP/5/obl/=place/place""",
        {"raid": "agent rebels, at Vesk", "carried": "agent rebels, at Vesk"},
    ),
    "they carried out": (
        """the/DT/2/det raid/NN/0/root/! rebels/NNS/4/nsubj/person carried/VBD/2/acl:relcl/!/<carry out/RP/4/compound:prt""",
        {"raid": "agent rebels", "carried": "agent rebels"},
    ),
    "after which they carried out another": (
        """the/DT/2/det raid/NN/0/root/! after/IN/4/case which/WDT/6/obl rebels/NNS/6/nsubj/person launched/VBD/2/acl:relcl/!/<launch
        a/DT/8/det siege/NN/6/obj/!""",
        {"raid": "", "launched": "agent rebels", "siege": "agent rebels"},
    ),
    "in which they suffered": (
        """the/DT/2/det raid/NN/0/root/! in/IN/4/case which/WDT/6/obl rebels/NNS/6/nsubj/person suffered/VBD/2/acl:relcl/!/<suffer""",
        {"raid": "", "suffered": "agent rebels"},
    ),
    "denied carrying out": (
        """The/DT/2/det Front/NNP/3/nsubj/=organisation/organisation denied/VBD/0/root carrying/VBG/3/xcomp/!-2.5/<carry
        out/RP/4/compound:prt the/DT/7/det raid/NN/4/obj/!""",
        {"carrying": "agent Front", "raid": ""},
    ),
    "denied carrying out, the author no less sure of it": (
        """The/DT/2/det Front/NNP/3/nsubj/=organisation/organisation denied/VBD/0/root/<deny planning/VBG/3/xcomp or/CC/6/cc
        carrying/VBG/4/conj/!/<carry out/RP/6/compound:prt the/DT/9/det raid/NN/6/obj/!""",
        {"carrying": "agent Front", "raid": ""},
    ),
    "accused of carrying out": (
        """The/DT/2/det Front/NNP/4/nsubj:pass/=organisation/organisation was/VBD/4/aux:pass accused/VBN/0/root/<accuse of/IN/6/mark
        staging/VBG/4/advcl/!/<stage a/DT/8/det raid/NN/6/obj/!""",
        {"staging": "agent Front", "raid": ""},
    ),
    "denied a thing and carried out another": (
        """The/DT/2/det Front/NNP/3/nsubj/=organisation/organisation denied/VBD/0/root/<deny it/PRP/3/obj and/CC/6/cc
        staged/VBD/3/conj/!/<stage a/DT/8/det raid/NN/6/obj/!""",
        {"staged": "agent Front", "raid": "agent Front"},
    ),
    "denied after staging": (
        """After/IN/2/mark staging/VBG/6/advcl/!/<stage a/DT/4/det raid/NN/2/obj/! they/PRP/6/nsubj/person denied/VBD/0/root/<deny
        it/PRP/6/obj""",
        {"staging": "agent they", "raid": "agent they"},
    ),
    "suffered": (
        "The/DT/2/det army/NN/3/nsubj/organisation suffered/VBD/0/root/!/<suffer losses/NNS/3/obj/!",
        {"suffered": "agent The army", "losses": "patient The army"},
    ),
    "took place": (
        """The/DT/2/det raid/NN/3/nsubj/! took/VBD/0/root/!/<take place/NN/3/obj in/IN/6/case Karst/NNP/3/obl/=place/place""",
        {"raid": "at Karst", "took": "at Karst"},
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_verbs(name: str) -> None:
    notation, expected = VERBS[name]
    assert told(analysed(notation)) == expected


@pytest.mark.parametrize("name", NOUNS)
def test_nouns(name: str) -> None:
    notation, expected = NOUNS[name]
    assert told(analysed(notation)) == expected


def test_a_role_is_told_once() -> None:
    (event,) = analysed("They/PRP/2/nsubj/person met/VBD/0/root/! and/CC/4/cc them/PRP/2/obj/person/^1.1").events
    assert [part.role for part in event.participants] == ["agent", "patient"]
    assert len({part.mention for part in event.participants}) == 2


def test_the_kinds_of_words_that_set_aside() -> None:
    assert {row[0] for row in words("setting_aside.tsv").values()} == set(KINDS)


def test_the_rules_speak_of_what_there_is() -> None:
    kinds, relations, prepositions, things, roles = map(set, zip(*_cells("roles.tsv"), strict=True))
    assert kinds <= {*VERB_KINDS, *NOUN_KINDS, *GROUPS, STATE}
    assert {each.removeprefix("light:") for each in relations} <= set(RELATIONS)
    assert roles == set(ROLES)
    assert {each.split(":")[-1] for each in things} <= THINGS | {"-"}
    assert prepositions >= {"by", "of", "with", "-"}


def test_lists_of_words_have_the_kinds_of_the_rules() -> None:
    assert {row[0] for row in words("verb_kinds.tsv").values()} <= set(VERB_KINDS)
    assert {row[0] for row in words("noun_kinds.tsv").values()} == set(NOUN_KINDS) - {"unknown"}
    assert {tuple(row[1:]) for row in words("place_prepositions.tsv").values()} == {(), (NOUN,)}
    assert {row[0] for row in words("place_prepositions.tsv").values()} == {"1", "2", "3"}
    light = words("light_verbs.tsv").values()
    assert {relation for row in light for cell in row for relation in cell.split()} <= set(RELATIONS)
    assert all(len(row) == 2 for row in light if "obj" in row[0].split())


@pytest.mark.parametrize(
    "name", ["verb_kinds.tsv", "noun_kinds.tsv", "light_verbs.tsv", "place_prepositions.tsv", "honorifics.tsv", "setting_aside.tsv"]
)
def test_no_form_stands_in_two_rows(name: str) -> None:
    forms = [form for first, *_ in rows(name) for form in first.split()]
    assert sorted(forms) == sorted(set(forms))


def _cells(name: str) -> list[tuple[str, ...]]:
    """Every combination of one value from each cell of a row."""
    return [combination for row in rows(name) for combination in product(*map(str.split, row))]
