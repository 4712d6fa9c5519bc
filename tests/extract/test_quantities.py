"""How many of what: numbers, what widens them, what they count, and what is no quantity."""

import pytest

import factory
from extract.parsed import analysed
from purport.extract.amounts import find_amounts
from purport.extract.approximate import step
from purport.ids import item_id
from purport.lexicon import rows
from purport.records import Analysis, Furniture, FurnitureKind, Quantity, Span

AMOUNTS = [
    ("forty-five boats", ["forty-five 45..45"]),
    ("two hundred and fifty boats", ["two hundred and fifty 250..250"]),
    ("three hundred thousand", ["three hundred thousand 300000..300000"]),
    ("1.5 million and 2½ tonnes", ["1.5 million 1500000..1500000", "2½ tonnes 2.5..2.5 tonne"]),
    ("two and a half million", ["two and a half million 2500000..2500000"]),
    ("half a dozen", ["half a dozen 6..6"]),
    ("a quarter of a million", ["a quarter of a million 250000..250000"]),
    ("dozens and dozens of boats", ["dozens and dozens 24.."]),
    ("hundreds of thousands", ["hundreds of thousands 200000.."]),
    ("a couple of boats, a few dozen nets", ["a couple 2..3", "a few dozen 24..60"]),
    ("nearly 40, just over 300", ["nearly 40 35..40", "just over 300 300..325"]),
    ("at least some 300", ["at least some 300 275.."]),
    ("some 12 or so", ["some 12 or so 10..14"]),
    ("no more than 5 and no fewer than 6", ["no more than 5 ..5", "no fewer than 6 6.."]),
    ("20 or more, 300+, 100,000-plus", ["20 or more 20..", "300+ 300..", "100,000-plus 100000.."]),
    ("five or six, $10 or $100", ["five or six 5..6", "$10 10..10 USD", "$100 100..100 USD"]),
    ("between $5m and $7m", ["between $5m and $7m 5000000..7000000 USD"]),
    ("5 to 7 million", ["5 to 7 million 5000000..7000000"]),
    ("from 192 to 189, 29 percent to 30.60 euros", ["192 192..192", "189 189..189", "29 percent 29..29 %", "30.60 euros 30.6..30.6 EUR"]),
    ("640m litres, €2bn, £3.40", ["640m litres 640000000..640000000 litre", "€2bn 2000000000..2000000000 EUR", "£3.40 3.4..3.4 GBP"]),
    ("5 square miles, 60 km/h", ["5 square miles 5..5 square mile", "60 km/h 60..60 kilometre per hour"]),
    ("nine out of ten, one in five", ["nine out of ten 90..90 %", "one in five 20..20 %"]),
    ("46 minutes, 3 times as many, twice", []),
    ("2031-03-02, 9/11, 18:05, 7th, 1990s, G20, AK-47, 4-to-3", []),
    ("555-0142, 007, 1.2.3, 672426240989597696, time='1449075600', 3-", ["3 3..3"]),
    ("1,2 and ² and 5 million million million", []),
    (
        "less than one-half of 1 percent, a quarter of a percent",
        ["less than one-half of 1 percent ..0.5 %", "a quarter of a percent 0.25..0.25 %"],
    ),
    ("four-and-a-half tonnes, one-hundred percent", ["four-and-a-half tonnes 4.5..4.5 tonne", "one-hundred percent 100..100 %"]),
    ("60 or older, 10 fewer than that", []),
    ("no doubt, no more, none", ["none 0..0"]),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_a_number_with_what_is_written_around_it(text: str, expected: list[str]) -> None:
    found = find_amounts(text, Span(0, len(text)))
    assert [f"{text[each.start : each.end]} {_range(each.low, each.high)} {each.unit or ''}".rstrip() for each in found] == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1, 0.25), (3, 0.5), (12, 2), (17, 1), (40, 10), (300, 50), (1500, 250), (30.6, 0.2), (2_500_000, 500_000)]
)
def test_the_step_between_round_numbers(value: float, expected: float) -> None:
    assert step(value) == expected


def _range(low: float | None, high: float | None) -> str:
    return "..".join("" if end is None else f"{end:.12g}" for end in (low, high))


def _shown(analysis: Analysis) -> list[str]:
    return [_told(analysis, each) for each in analysis.quantities]


def _told(analysis: Analysis, one: Quantity) -> str:
    unit, of = (f" {one.unit}" if one.unit else ""), (f" of {one.of}" if one.of else "")
    return f"{analysis.report.text[one.start : one.end]}: {_range(one.low, one.high)}{unit}{of}"


NUMBERS_WITH_NOUNS = [
    (
        """The/DT/2/det attack/NN/3/nsubj killed/VBD/9/ccomp/<kill 20/CD/6/nummod -30/SYM/4/case/+ people/NNS/3/obj/<person ,/,/9/punct
police/NN/9/nsubj said/VBD/0/root/<say ././9/punct""",
        ["20-30: 20..30 of dead"],
    ),
    (
        "Between/IN/6/mark five/CD/5/nummod and/CC/4/cc seven/CD/2/conj soldiers/NNS/6/nsubj/<soldier died/VBD/0/root/<die ././6/punct",
        ["Between five and seven: 5..7 of dead soldier"],
    ),
    (
        """The/DT/2/det fire/NN/3/nsubj destroyed/VBD/0/root/<destroy 5/CD/7/nummod to/IN/6/case 7/CD/4/nmod houses/NNS/3/obj/<house
././3/punct""",
        ["5 to 7: 5..7 of house"],
    ),
    (
        """Some/DT/5/det 300/CD/5/nummod Lantern/NNP/4/compound/<Lantern/=organisation Front/NNP/5/amod/<Front/=organisation
fighters/NNS/6/nsubj/<fighter fled/VBD/0/root/<flead ././6/punct""",
        ["Some 300: 275..325 of Lantern Front fighter"],
    ),
    (
        """More/JJR/4/amod than/IN/1/fixed 1,200/CD/4/nummod/<1000 homes/NNS/9/nsubj:pass/<home and/CC/7/cc 3/CD/7/nummod
schools/NNS/4/conj/<school were/VBD/9/aux:pass/<be damaged/VBN/0/root/<damage ././9/punct""",
        ["More than 1,200: 1201.. of home", "3: 3..3 of school"],
    ),
    (
        """A/DT/4/det few/JJ/3/amod dozen/CD/4/nummod protesters/NNS/9/nsubj and/CC/8/cc several/JJ/7/amod hundred/CD/8/nummod
police/NN/4/conj faced/VBD/0/root/<face each/DT/9/obj other/JJ/10/fixed ././9/punct""",
        ["A few dozen: 24..60 of protester", "several hundred: 300..900 of police"],
    ),
    (
        """Twenty/CD/3/compound -/HYPH/1/punct/+ five/CD/4/nummod/+ trucks/NNS/5/nsubj/<truck crossed/VBD/0/root/<cross the/DT/7/det
border/NN/5/obj ././5/punct""",
        ["Twenty-five: 25..25 of truck"],
    ),
    (
        """Roughly/RB/3/advmod 17/CD/3/nummod boats/NNS/8/nsubj/<boat and/CC/7/cc around/RB/6/advmod 1,000/CD/7/nummod/<1000
nets/NNS/3/conj/<net burned/VBD/0/root/<burn ././8/punct""",
        ["Roughly 17: 16..18 of boat", "around 1,000: 875..1125 of net"],
    ),
    (
        "Fewer/JJR/4/amod/<few than/IN/1/fixed ten/CD/4/nummod villages/NNS/5/nsubj/<village remain/VBP/0/root ././5/punct",
        ["Fewer than ten: ..9 of village"],
    ),
    (
        "He/PRP/2/nsubj presided/VBD/0/root over/IN/2/compound:prt 40/CD/5/nummod trials/NNS/2/obj/<trial ././2/punct",
        ["40: 40..40 of trial"],
    ),
    ("They/PRP/2/nsubj talked/VBD/0/root/<talk about/IN/5/case two/CD/5/nummod men/NNS/2/obl/<man ././2/punct", ["two: 2..2 of man"]),
    (
        """Seven/CD/2/nummod men/NNS/6/nsubj:pass/<man and/CC/4/cc boys/NNS/2/conj/<boy were/VBD/6/aux:pass/<be arrested/VBN/0/root/<arrest
././6/punct""",
        ["Seven: 7..7 of arrested man and boy"],
    ),
    (
        """Police/NN/2/nsubj arrested/VBD/0/root/<arrest 40/CD/4/nummod men/NNS/2/obj/<man and/CC/7/cc 3/CD/7/nummod
women/NNS/4/conj/<woman ././2/punct""",
        ["40: 40..40 of arrested man", "3: 3..3 of arrested woman"],
    ),
    (
        """No/DT/3/det Sorvian/JJ/3/amod/<Sorvian/=other forces/NNS/7/nsubj/<force were/VBD/7/cop/<be near/IN/7/case the/DT/7/det
town/NN/0/root ././7/punct""",
        ["No: 0..0 of Sorvian force"],
    ),
    ("The/DT/2/det court/NN/3/nsubj heard/VBD/0/root/<hear one/CD/5/nummod witness/NN/3/obj ././3/punct", ["one: 1..1 of witness"]),
]


@pytest.mark.parametrize(("notation", "expected"), NUMBERS_WITH_NOUNS)
def test_a_number_counts_the_noun_it_stands_with(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


BECOME = [
    ("The/DT/2/det flood/NN/3/nsubj claimed/VBD/0/root/<claim nine/CD/5/nummod lives/NNS/3/obj/<life ././3/punct", ["nine: 9..9 of dead"]),
    (
        """The/DT/2/det killing/NN/7/nsubj:pass of/IN/5/case 14/CD/5/nummod civilians/NNS/2/nmod/<civilian was/VBD/7/aux:pass/<be
denied/VBN/0/root/<deny ././7/punct""",
        ["14: 14..14 of dead civilian"],
    ),
    (
        """Just/RB/3/advmod over/RB/3/advmod 300/CD/4/nummod people/NNS/6/nsubj:pass/<person were/VBD/6/aux:pass/<be
rescued/VBN/0/root/<rescue ././6/punct""",
        ["Just over 300: 300..325 of rescued"],
    ),
    (
        """The/DT/2/det raid/NN/3/nsubj left/VBD/0/root/<leave 12/CD/5/nummod people/NNS/3/obj/<person dead/JJ/3/xcomp and/CC/8/cc
30/CD/9/conj wounded/VBN/3/conj/<wound ././3/punct""",
        ["12: 12..12 of dead", "30: 30..30 of wounded"],
    ),
    (
        """The/DT/2/det ministry/NN/3/nsubj denied/VBD/0/root/<deny that/IN/10/mark 12/CD/6/nummod soldiers/NNS/10/nsubj/<soldier
were/VBD/10/cop/<be among/IN/10/case the/DT/10/det dead/JJ/3/ccomp ././3/punct""",
        ["12: 12..12 of dead soldier"],
    ),
    (
        """The/DT/4/det 12/CD/3/nummod drowned/VBN/4/amod/<drown sailors/NNS/6/nsubj:pass/<sailor were/VBD/6/aux:pass/<be
buried/VBN/0/root/<bury ././6/punct""",
        ["12: 12..12 of dead sailor"],
    ),
    (
        """The/DT/2/det list/NN/3/nsubj names/VBZ/0/root/<name 12/CD/7/nummod “/``/7/punct/<" enemy/NN/7/nsubj dead/JJ/3/xcomp
”/''/7/punct/<" ././3/punct""",
        ["12: 12..12 of dead"],
    ),
    (
        """The/DT/2/det strike/NN/3/nsubj wounded/VBD/0/root/<wound at/IN/5/case least/JJS/6/nmod 50/CD/3/obl and/CC/8/cc
killed/VBD/3/conj/<kill three/CD/8/obj ././3/punct""",
        ["at least 50: 50.. of wounded", "three: 3..3 of dead"],
    ),
    (
        """Dozens/NNS/3/nsubj:pass/<dozen were/VBD/3/aux:pass/<be wounded/VBN/0/root/<wound and/CC/8/cc hundreds/NNS/8/nsubj/<hundred
of/IN/7/case people/NNS/5/nmod/<person fled/VBD/3/conj/<flead ././3/punct""",
        ["Dozens: 24.. of wounded", "hundreds: 200.. of person"],
    ),
    (
        """Tens/NNS/5/nsubj:pass/<ten of/IN/3/case thousands/NNS/1/nmod/<thousand were/VBD/5/aux:pass/<be left/VBN/0/root/<leave
homeless/JJ/5/xcomp ././5/punct""",
        ["Tens of thousands: 20000.. of homeless"],
    ),
    (
        "The/DT/2/det plane/NN/3/nsubj had/VBD/0/root/<have 120/CD/3/obj on/IN/6/case board/NN/3/obl ././3/punct",
        ["120: 120..120 of aboard"],
    ),
    (
        """Up/RB/3/advmod to/IN/1/fixed 30/CD/4/nummod people/NNS/9/nsubj/<person were/VBD/9/cop/<be not/RB/9/advmod on/IN/9/case
its/PRP$/9/nmod:poss list/NN/0/root ././9/punct""",
        ["Up to 30: ..30 of not on the list"],
    ),
    (
        "Twelve/CD/2/nummod men/NNS/5/nsubj/<man are/VBP/5/cop/<be in/IN/5/case custody/NN/0/root ././5/punct",
        ["Twelve: 12..12 of in custody man"],
    ),
    ("No/DT/2/det one/NN/4/nsubj:pass was/VBD/4/aux:pass/<be hurt/VBN/0/root ././4/punct", ["No one: 0..0 of wounded"]),
    (
        "No/DT/2/det civilians/NNS/4/nsubj:pass/<civilian were/VBD/4/aux:pass/<be killed/VBN/0/root/<kill ././4/punct",
        ["No: 0..0 of dead civilian"],
    ),
    (
        """Nine/CD/2/nummod people/NNS/3/nsubj/<person died/VBD/0/root/<die :/:/6/punct/+ five/CD/6/nummod adults/NNS/3/conj/<adult
,/,/9/punct four/CD/9/nummod children/NNS/6/conj/<child ././3/punct""",
        ["Nine: 9..9 of dead", "five: 5..5 of adult", "four: 4..4 of child"],
    ),
    ("Three/CD/5/nsubj of/IN/4/case the/DT/4/det wounded/JJ/1/nmod died/VBD/0/root/<die ././5/punct", ["Three: 3..3 of dead"]),
    (
        """Two/CD/7/nsubj:pass of/IN/3/case those/DT/1/nmod/<that on/IN/5/case board/NN/3/nmod were/VBD/7/aux:pass/<be
found/VBN/0/root/<find alive/RB/7/xcomp ././7/punct""",
        ["Two: 2..2 of surviving"],
    ),
]


@pytest.mark.parametrize(("notation", "expected"), BECOME)
def test_what_became_of_people_is_what_is_counted(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


FIGURES = [
    ("The/DT/2/det toll/NN/3/nsubj rose/VBD/0/root/<rise to/IN/5/case 17/CD/3/obl ././3/punct", ["17: 17..17 of dead"]),
    (
        "The/DT/3/det death/NN/3/compound toll/NN/4/nsubj stood/VBD/0/root/<stand at/IN/6/case 46/CD/4/obl ././4/punct",
        ["46: 46..46 of dead"],
    ),
    (
        "The/DT/2/det number/NN/5/nsubj of/IN/4/case wounded/NN/2/nmod stood/VBD/0/root/<stand at/IN/7/case 112/CD/5/obl ././5/punct",
        ["112: 112..112 of wounded"],
    ),
    (
        """The/DT/2/det ministry/NN/3/nsubj put/VBD/0/root the/DT/5/det number/NN/3/obj of/IN/7/case dead/JJ/5/nmod at/IN/9/case
nine/CD/3/obl ././3/punct""",
        ["nine: 9..9 of dead"],
    ),
    (
        "Officials/NNS/2/nsubj/<official put/VBD/0/root the/DT/4/det dead/NN/2/obj at/IN/6/case 12/CD/2/obl ././2/punct",
        ["12: 12..12 of dead"],
    ),
    ("The/DT/3/det dead/JJ/3/amod number/NN/0/root 19/CD/3/flat ././3/punct", ["19: 19..19 of dead"]),
    (
        """It/PRP/2/nsubj cut/VBD/0/root her/PRP$/4/nmod:poss lead/NN/2/obj from/IN/7/case 250/CD/7/nummod votes/NNS/2/obl/<vote
././2/punct""",
        ["250: 250..250 of lead"],
    ),
    (
        """The/DT/2/det number/NN/6/nsubj:pass on/IN/4/case board/NN/2/nmod was/VBD/6/aux:pass/<be put/VBN/0/root at/IN/8/case 270/CD/6/obl
././6/punct""",
        ["270: 270..270 of aboard"],
    ),
    (
        """Both/DT/2/nsubj cut/VBD/0/root the/DT/4/det number/NN/2/obj rescued/VBN/4/acl/<rescue from/IN/7/case 192/CD/5/obl to/IN/9/case
189/CD/7/nmod ././2/punct""",
        ["192: 192..192 of rescued", "189: 189..189 of rescued"],
    ),
    (
        "Membership/NN/2/nsubj rose/VBD/0/root/<rise from/IN/4/case 200/CD/2/obl to/IN/6/case 350/CD/4/nmod ././2/punct",
        ["200: 200..200 of membership", "350: 350..350 of membership"],
    ),
    (
        """Nine/CD/2/nummod people/NNS/4/nsubj:pass/<person were/VBD/4/aux:pass/<be killed/VBN/0/root/<kill ././4/punct

The/DT/2/det number/NN/4/nsubj is/VBZ/4/cop/<be six/CD/0/root ././4/punct""",
        ["Nine: 9..9 of dead", "six: 6..6 of dead"],
    ),
    (
        """The/DT/2/det police/NN/3/nsubj said/VBD/0/root/<say nine/CD/6/nsubj had/VBD/6/aux/<have died/VBN/3/ccomp/<die ././3/punct

The/DT/2/det army/NN/3/nsubj gave/VBD/0/root/<give a/DT/5/det figure/NN/3/obj of/IN/7/case 13/CD/5/nmod ././3/punct""",
        ["nine: 9..9 of dead", "13: 13..13 of dead"],
    ),
    (
        """A/DT/2/det hospital/NN/3/nsubj received/VBD/0/root/<receive 14/CD/5/nummod bodies/NNS/3/obj/<body ././3/punct

The/DT/2/det toll/NN/3/nsubj rose/VBD/0/root/<rise to/IN/5/case 17/CD/3/obl from/IN/7/case 14/CD/3/obl ././3/punct""",
        ["14: 14..14 of dead", "17: 17..17 of dead", "14: 14..14 of dead"],
    ),
    (
        """The/DT/2/det ministry/NN/3/nsubj said/VBD/0/root/<say 27/CD/3/obj ;/:/8/punct/+ the/DT/7/det hospital/NN/8/nsubj
said/VBD/3/parataxis/<say 31/CD/8/ccomp ././3/punct""",
        ["27: 27..27", "31: 31..31"],
    ),
]


@pytest.mark.parametrize(("notation", "expected"), FIGURES)
def test_a_figure_stands_for_what_its_words_or_a_number_before_it_count(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


PARTS = [
    (
        """Fourteen/CD/2/nummod bodies/NNS/4/nsubj:pass/<body were/VBD/4/aux:pass/<be found/VBN/0/root/<find ,/,/8/punct at/IN/7/case
least/JJS/8/nmod four/CD/4/nsubj:pass of/IN/12/case them/PRP/8/nmod/<they of/IN/12/case women/NNS/8/nmod/<woman and/CC/14/cc
children/NNS/12/conj/<child ././4/punct""",
        ["Fourteen: 14..14 of dead", "at least four: 4.. of dead woman and child"],
    ),
    (
        """Seventeen/CD/3/nsubj:pass were/VBD/3/aux:pass/<be killed/VBN/0/root/<kill ,/,/8/punct two/CD/8/nsubj of/IN/7/case
them/PRP/5/nmod/<they children/NNS/3/parataxis/<child ././3/punct""",
        ["Seventeen: 17..17 of dead", "two: 2..2 of dead child"],
    ),
    (
        """At/IN/2/case least/JJS/3/nmod 20/CD/4/nummod people/NNS/6/nsubj:pass/<person were/VBD/6/aux:pass/<be wounded/VBN/0/root/<wound
,/,/8/punct two/CD/6/nsubj:pass of/IN/10/case them/PRP/8/nmod/<they seriously/RB/6/advmod ././6/punct""",
        ["At least 20: 20.. of wounded", "two: 2..2 of wounded"],
    ),
    (
        """Some/DT/3/det 300/CD/3/nummod fighters/NNS/10/nsubj/<fighter ,/,/5/punct 40/CD/3/appos of/IN/7/case them/PRP/5/nmod/<they
foreigners/NNS/5/nmod/<foreigner ,/,/3/punct surrendered/VBD/0/root/<surrender ././10/punct""",
        ["Some 300: 275..325 of fighter", "40: 40..40 of foreigner"],
    ),
    (
        """At/IN/2/case least/JJS/3/nmod four/CD/8/nsubj of/IN/6/case the/DT/6/det dead/JJ/3/nmod were/VBD/8/cop/<be
children/NNS/0/root/<child ././8/punct""",
        ["At least four: 4.. of dead child"],
    ),
    (
        """Thirty/CD/3/compound -/HYPH/1/punct/+ one/CD/4/nummod/+ people/NNS/6/nsubj/<person were/VBD/6/cop/<be aboard/RB/0/root
,/,/11/punct 20/CD/11/nsubj of/IN/10/case whom/WP/8/nmod died/VBD/6/parataxis/<die ././6/punct""",
        ["Thirty-one: 31..31 of aboard", "20: 20..20 of dead"],
    ),
    (
        """Up/RB/3/advmod to/IN/1/fixed 300/CD/9/nsubj:pass of/IN/7/case the/DT/7/det 500/CD/7/nummod hostages/NNS/3/nmod/<hostage
were/VBD/9/aux:pass/<be freed/VBN/0/root/<fre ././9/punct""",
        ["Up to 300: ..300 of hostage", "500: 500..500 of hostage"],
    ),
    (
        "Of/IN/3/case the/DT/3/det 300/CD/7/obl ,/,/5/punct 219/CD/3/conj were/VBD/7/aux:pass/<be rescued/VBN/0/root/<rescue ././7/punct",
        ["219: 219..219 of rescued"],
    ),
    (
        """Witnesses/NNS/2/nsubj/<witness saw/VBD/0/root/<see four/CD/4/nummod helicopters/NNS/2/obj/<helicopter ;/,/8/punct a/DT/7/det
driver/NN/8/nsubj counted/VBD/2/parataxis/<count two/CD/8/obj ././2/punct""",
        ["four: 4..4 of helicopter", "two: 2..2 of helicopter"],
    ),
    (
        """The/DT/2/det yard/NN/3/nsubj built/VBD/0/root/<build 3/CD/5/nummod ferries/NNS/3/obj/<ferry in/IN/7/case 2028/CD/5/nmod
and/CC/9/cc 4/CD/7/conj in/IN/11/case 2029/CD/9/nmod ././3/punct""",
        ["3: 3..3 of ferry", "4: 4..4 of ferry"],
    ),
    (
        """The/DT/2/det police/NN/3/nsubj said/VBD/0/root/<say 27/CD/6/nsubj had/VBD/6/aux/<have died/VBN/3/ccomp/<die ,/,/9/punct
the/DT/9/det coastguard/NN/10/nsubj 24/CD/6/parataxis ././3/punct""",
        ["27: 27..27 of dead", "24: 24..24 of dead"],
    ),
    ("One/CD/5/nsubj of/IN/4/case the/DT/4/det guards/NNS/1/nmod/<guard died/VBD/0/root/<die ././5/punct", ["One: 1..1 of dead guard"]),
    (
        "None/NN/5/nsubj of/IN/4/case the/DT/4/det passengers/NNS/1/nmod/<passenger survived/VBD/0/root/<survive ././5/punct",
        ["None: 0..0 of surviving passenger"],
    ),
    (
        """In/IN/2/case all/DT/8/obl ,/,/2/punct 5/CD/8/nsubj of/IN/7/case 11/CD/7/nummod ships/NNS/4/nmod/<ship
returned/VBD/0/root/<return ././8/punct""",
        ["5: 5..5 of ship", "11: 11..11 of ship"],
    ),
]


@pytest.mark.parametrize(("notation", "expected"), PARTS)
def test_a_number_out_of_others_and_one_without_a_noun_count_the_same(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


UNITS = [
    (
        """The/DT/2/det firm/NN/3/nsubj has/VBZ/0/root/<have 9/CD/5/nummod percent/NN/3/obj of/IN/8/case the/DT/8/det
shares/NNS/5/nmod/<share ././3/punct""",
        ["9 percent: 9..9 % of share"],
    ),
    (
        """Half/PDT/3/det:predet the/DT/3/det crew/NN/5/nsubj were/VBD/5/cop/<be foreign/JJ/0/root and/CC/11/cc half/NN/11/nsubj
of/IN/9/case them/PRP/7/nmod/<they were/VBD/11/cop/<be ill/JJ/5/conj ././5/punct""",
        ["Half: 50..50 % of crew", "half: 50..50 % of crew"],
    ),
    (
        """Two/CD/3/nummod -/HYPH/1/punct/+ thirds/NNS/8/nsubj/<third/+ of/IN/6/case the/DT/6/det villages/NNS/3/nmod/<village
were/VBD/8/cop/<be empty/JJ/0/root ,/,/16/punct and/CC/16/cc a/DT/12/det third/NN/16/nsubj of/IN/15/case the/DT/15/det
fields/NNS/12/nmod/<field burned/VBD/8/conj/<burn ././8/punct""",
        ["Two-thirds: 66.67..66.67 % of village", "a third: 33.33..33.33 % of field"],
    ),
    (
        "One/CD/6/nsubj in/IN/4/case five/CD/4/nummod children/NNS/1/nmod/<child was/VBD/6/cop/<be ill/JJ/0/root ././6/punct",
        ["One in five: 20..20 % of child"],
    ),
    (
        """Turnout/NN/4/nsubj was/VBD/4/cop/<be 62/CD/4/nummod percent/NN/0/root ,/,/6/punct down/RB/4/advmod from/IN/9/case 70/CD/9/nummod
%/NN/6/obl/+ ././4/punct""",
        ["62 percent: 62..62 % of turnout", "70%: 70..70 %"],
    ),
    (
        """Shares/NNS/2/nsubj/<share fell/VBD/0/root/<fall 29/CD/4/nummod percent/NN/2/obj to/IN/7/case 30.60/CD/7/nummod
euros/NNS/2/obl/<euro ././2/punct""",
        ["29 percent: 29..29 % of share", "30.60 euros: 30.6..30.6 EUR of share"],
    ),
    (
        """The/DT/2/det deal/NN/4/nsubj was/VBD/4/cop/<be worth/JJ/0/root 52/CD/6/nummod euros/NNS/4/obj/<euro a/DT/8/det share/NN/4/obj
././4/punct""",
        ["52 euros: 52..52 EUR of share"],
    ),
    (
        """Shares/NNS/2/nsubj/<share closed/VBN/0/root/<close at/IN/5/case 43.10/CD/5/nummod marks/NNS/2/obl/<mark on/IN/7/case
Tuesday/NNP/2/obl/<Tuesday/@DATE ,/,/11/punct and/CC/11/cc at/IN/11/case 28.45/CD/2/conj on/IN/13/case
Wednesday/NNP/11/nmod/<Wednesday/@DATE ././2/punct""",
        ["43.10 marks: 43.1..43.1 mark of share", "28.45: 28.45..28.45 mark of share"],
    ),
    (
        """About/RB/3/advmod two/CD/3/nummod hundred/CD/6/nummod and/CC/5/cc fifty/CD/3/conj tonnes/NNS/10/nsubj:pass/<tonne of/IN/8/case
grain/NN/6/nmod were/VBD/10/aux:pass/<be lost/VBN/0/root/<lose ././10/punct""",
        ["About two hundred and fifty tonnes: 225..275 tonne of grain"],
    ),
    (
        """Hundreds/NNS/0/root/<hundred of/IN/3/case tonnes/NNS/1/nmod/<tonne of/IN/5/case grain/NN/3/nmod rotted/VBN/1/acl/<rot
././1/punct""",
        ["Hundreds of tonnes: 200.. tonne of grain"],
    ),
    (
        "A/DT/5/det 40/CD/4/nummod -/HYPH/2/punct/+ tonne/NN/5/compound/+ crane/NN/6/nsubj fell/VBD/0/root/<fall ././6/punct",
        ["40-tonne: 40..40 tonne of crane"],
    ),
    (
        """The/DT/2/det village/NN/6/nsubj is/VBZ/6/cop/<be 40/CD/5/nummod miles/NNS/6/obl:unmarked/<mile south/RB/0/root of/IN/8/case
Karst/NNP/6/obl/<Karst/=place ,/,/11/punct 60/CD/11/nummod km/NNS/8/nmod:unmarked/<kilometer from/IN/14/case the/DT/14/det
coast/NN/11/nmod ././6/punct""",
        ["40 miles: 40..40 mile", "60 km: 60..60 kilometre"],
    ),
    (
        """The/DT/2/det group/NN/3/nsubj paid/VBD/0/root/<pay $/$/3/obj 2bn/CD/4/nummod/+ for/IN/8/case the/DT/8/det mine/NN/3/obl
././3/punct""",
        ["$2bn: 2000000000..2000000000 USD"],
    ),
    (
        "A/DT/2/det town/NN/6/nsubj:pass of/IN/4/case 9,000/CD/2/nmod/<9000 was/VBD/6/aux:pass/<be shelled/VBN/0/root/<shell ././6/punct",
        ["9,000: 9000..9000 of inhabitant"],
    ),
    (
        "The/DT/2/det crowd/NN/6/nsubj of/IN/4/case 5,000/CD/2/nmod/<5000 was/VBD/6/cop/<be calm/JJ/0/root ././6/punct",
        ["5,000: 5000..5000 of crowd"],
    ),
]


@pytest.mark.parametrize(("notation", "expected"), UNITS)
def test_what_is_measured_paid_or_a_part(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


NONE = [
    (
        """Flight/NNP/3/nsubj/<Flight/=other 370/CD/1/flat/=other carried/VBD/0/root/<carry 239/CD/5/nummod people/NNS/3/obj/<person
././3/punct""",
        ["239: 239..239 of person"],
    ),
    (
        """The/DT/2/det Group/NN/5/nsubj of/IN/4/case 20/CD/2/nmod met/VBD/0/root/<meet on/IN/7/case Route/NNP/5/obl/<Route/=other
9/CD/7/flat/=other ././5/punct""",
        [],
    ),
    (
        """Ada/NNP/6/nsubj/<Ada/=person Brandt/NNP/1/flat/<Brandt/=person ,/,/4/punct 51/CD/1/appos ,/,/1/punct runs/VBZ/0/root/<run
a/DT/8/det crew/NN/6/obj of/IN/10/case nine/CD/8/nmod ././6/punct""",
        ["nine: 9..9 of crew"],
    ),
    (
        """She/PRP/3/nsubj:pass was/VBD/3/aux:pass/<be born/VBN/0/root/<bear in/IN/5/case 1984/CD/3/obl/@DATE and/CC/7/cc
turned/VBD/3/conj/<turn 47/CD/7/obj ././3/punct""",
        [],
    ),
    ("He/PRP/3/nsubj is/VBZ/3/cop/<be 78/CD/0/root ././3/punct", []),
    (
        """Room/NN/7/nsubj:pass 12/CD/1/flat and/CC/4/cc page/NN/1/conj 7/CD/4/flat were/VBD/7/aux:pass/<be sealed/VBN/0/root/<seal
././7/punct""",
        [],
    ),
    (
        """Call/VB/0/root 555-0142/CD/1/obj or/CC/4/cc see/VB/1/conj page/NN/4/obj 14/CD/5/flat of/IN/9/case the/DT/9/det report/NN/5/nmod
././1/punct""",
        [],
    ),
    (
        """The/DT/2/det team/NN/3/nsubj lost/VBD/0/root/<lose 3/CD/3/obj -/SYM/6/case/+ 1/CD/4/nmod/+ and/CC/8/cc won/VBD/3/conj/<win
4/CD/8/obj -/SYM/11/punct/+ to-/IN/12/case/+ 2/CD/9/nmod/+ ././3/punct""",
        [],
    ),
    ("The/DT/2/det vote/NN/4/nsubj was/VBD/4/cop/<be 9/CD/0/root to/IN/6/case 4/CD/4/nmod ././4/punct", []),
    ("A/DT/3/det third/JJ/3/amod man/NN/4/nsubj came/VBD/0/root/<come in/RB/4/advmod ././4/punct", []),
    ("He/PRP/2/nsubj had/VBD/0/root/<have no/DT/4/det doubt/NN/2/obj and/CC/7/cc no/DT/7/det money/NN/4/conj ././2/punct", []),
    ("No/DT/2/det trace/NN/4/nsubj:pass was/VBD/4/aux:pass/<be found/VBN/0/root/<find ././4/punct", []),
    ("One/CD/5/nsubj of/IN/4/case the/DT/4/det guards/NNS/1/nmod/<guard spoke/VBD/0/root/<speak ././5/punct", []),
    (
        """The/DT/5/det 31/CD/4/nummod/@DURATION -/HYPH/2/punct/@DURATION/+ minute/NN/5/compound/@DURATION/+ tape/NN/6/nsubj
names/VBZ/0/root/<name 5/CD/8/nummod towns/NNS/6/obj/<town ././6/punct""",
        ["5: 5..5 of town"],
    ),
    (
        """It/PRP/2/nsubj sold/VBD/0/root/<sell 40,000/CD/4/nummod/<40000 cars/NNS/2/obj/<car ,/,/7/punct 10,000/CD/4/nummod/<10000
fewer/JJR/4/amod/<few than/IN/7/fixed last/JJ/10/amod/@DATE year/NN/7/obl:unmarked/@DATE ././2/punct""",
        ["40,000: 40000..40000 of car"],
    ),
    (
        """The/DT/2/det AK/NNP/5/nsubj/<AK/=other -/HYPH/2/punct/=other/+ 47/CD/2/flat/=other/+ fired/VBD/0/root/<fire 30/CD/7/nummod
rounds/NNS/5/obj/<round ././5/punct""",
        ["30: 30..30 of round"],
    ),
    (
        """It/PRP/3/nsubj was/VBD/3/cop/<be 19.40/CD/0/root when/WRB/7/advmod 40/CD/6/nummod men/NNS/7/nsubj/<man came/VBD/3/advcl/<come
././3/punct""",
        ["40: 40..40 of man"],
    ),
    (
        """Five/CD/2/nummod men/NNS/8/nsubj:pass/<man aged/JJ/2/acl 19/CD/3/xcomp to/IN/6/case 30/CD/4/nmod were/VBD/8/aux:pass/<be
held/VBN/0/root/<hold ././8/punct""",
        ["Five: 5..5 of man"],
    ),
]


@pytest.mark.parametrize(("notation", "expected"), NONE)
def test_what_is_no_quantity(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


MISSED = [
    pytest.param(
        """The/DT/2/det mine/NN/3/nsubj has/VBZ/0/root/<have 2028/CD/5/nummod workers/NNS/3/obj/<worker ././3/punct""",
        ["2028: 2028..2028 of worker"],
        marks=pytest.mark.xfail(strict=True, reason="a number that is a year's too, before a plural"),
    ),
    pytest.param(
        """The/DT/2/det police/NN/3/nsubj counted/VBD/0/root/<count 27/CD/3/obj dead/JJ/3/xcomp and/CC/8/cc the/DT/8/det
coastguard/NN/9/compound 24/CD/3/conj ././3/punct""",
        ["27: 27..27 of dead", "24: 24..24 of dead"],
        marks=pytest.mark.xfail(strict=True, reason="gapping that the tree reads as a name"),
    ),
    pytest.param(
        """Wedding/NN/2/compound guests/NNS/8/nsubj/<guest ,/,/4/punct 17/CD/2/appos in/IN/6/case all/DT/4/nmod ,/,/2/punct
died/VBD/0/root/<die ././8/punct""",
        ["17: 17..17 of dead wedding guest"],
        marks=pytest.mark.xfail(strict=True, reason="an apposition of how many"),
    ),
    pytest.param(
        """The/DT/2/det blast/NN/3/nsubj hurt/VBD/0/root 17/CD/3/obj ,/,/6/punct five/CD/3/nsubj of/IN/8/case them/PRP/6/nmod/<they
badly/RB/3/advmod ././3/punct""",
        ["17: 17..17 of wounded", "five: 5..5 of wounded"],
        marks=pytest.mark.xfail(strict=True, reason='"hurt" hurts feelings too, so that its object is not counted as wounded'),
    ),
]


@pytest.mark.parametrize(("notation", "expected"), MISSED)
def test_what_is_missed(notation: str, expected: list[str]) -> None:
    assert _shown(analysed(notation)) == expected


DIED = "Nine/CD/2/nummod people/NNS/3/nsubj/<person died/VBD/0/root/<die ././3/punct"


def test_ids_and_the_claims_that_hold_them() -> None:
    found = analysed(f"{DIED}\n\n{DIED.replace('Nine', 'Ten')}")
    assert [each.id for each in found.quantities] == [item_id(found.report.id, "quantity", (Span(s, e),)) for s, e in ((0, 4), (18, 21))]
    assert [each.quantities for each in found.claims] == [(each.id,) for each in found.quantities]


@pytest.mark.parametrize("kind", [FurnitureKind.PAGE, FurnitureKind.CREDIT, FurnitureKind.TITLE])
def test_furniture_has_none(kind: FurnitureKind) -> None:
    assert not analysed(DIED, (Furniture(0, 17, kind),)).quantities


def test_a_report_without_words() -> None:
    assert factory.analysis("No").quantities == ()


def test_the_lists_of_numbers() -> None:
    for name in ("measures.tsv", "number_words.tsv"):
        forms = [form for first, *_ in rows(name) for form in first.split()]
        assert sorted(forms) == sorted(set(forms))
    assert {row[1] for row in rows("measures.tsv")} == {"money", "measure", "share", "time"}
    assert {row[2] for row in rows("states.tsv")} == {"done", "is", "deed", "noun", "where", "not where"}
    assert {row[1] for row in rows("approximators.tsv")} == {"before", "preposition", "after"}


DEAD = "Nine/CD/2/nummod people/NNS/3/nsubj/<person died/VBD/0/root/<die ././3/punct"
CLAIMED = "The/DT/2/det company/NN/3/nsubj said/VBD/0/root/<say {}/CD/3/obj ././3/punct"


@pytest.mark.parametrize(("many", "expected"), [("270", "aboard"), ("12", "dead"), ("5000", None)])
def test_a_number_that_is_only_said_counts_what_the_number_most_like_it_does(many: str, expected: str | None) -> None:
    aboard = "The/DT/2/det plane/NN/3/nsubj had/VBD/0/root/<have 308/CD/3/obj on/IN/6/case board/NN/3/obl ././3/punct"
    found = _shown(analysed(f"{aboard}\n\n{DEAD}\n\n{CLAIMED.format(many)}"))
    assert found[-1] == f"{many}: {many}..{many}" + (f" of {expected}" if expected else "")


def test_a_part_of_a_number_counts_nothing_like_the_numbers_before() -> None:
    tremor = "The/DT/2/det quake/NN/3/nsubj measured/VBD/0/root/<measure 6.8/CD/3/obj ././3/punct"
    sent = "It/PRP/2/nsubj sent/VBD/0/root/<send 600/CD/4/nummod soldiers/NNS/2/obj/<soldier ././2/punct"
    assert _shown(analysed(f"{sent}\n\n{tremor}")) == ["600: 600..600 of soldier", "6.8: 6.8..6.8"]
