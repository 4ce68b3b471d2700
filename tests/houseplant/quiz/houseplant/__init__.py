"""Five rules on a plant in a pot, all made up: the smallest guide that the engine and the site can be tried with."""

from quiz.model import NONE, Guide, Hazard, Option, Question, Rule, Source, Topic, Urgency

MADE_UP = Source(title="Made up for a test.", publisher="this project", seen="2026-11")
FLOOD = Hazard(id="flood", name="water on the floor")
THIRST = Hazard(id="thirst", name="a plant that dries out")

alarms = Question(
    id="alarms",
    kind="several",
    text="Any of these now?",
    about="the alarms",
    options=(
        Option(id="fallen", text="The pot fell on someone", reports=True, group="The pot", named="a pot that fell"),
        Option(id="socket", text="Water runs into a socket", reports=True, group="Water", named="water in a socket"),
        Option(id=NONE, text="None of these", group="Or"),
    ),
)
signs = Question(
    id="signs",
    kind="several",
    text="What do you see?",
    about="what you see",
    ask_if=alarms.is_(NONE),
    options=(
        Option(id="leaves", text="Leaves hang or fall", reports=True, group="Leaves", named="leaves that hang or fall"),
        Option(id="gnats", text="Small flies over the soil", reports=True, group="Soil", named="small flies"),
        Option(id=NONE, text="Nothing", group="Or", named="nothing to see"),
    ),
)
leaves = Question(
    id="leaves",
    kind="scale",
    text="How are the leaves?",
    about="the leaves",
    ask_if=signs.is_("leaves"),
    options=(
        Option(id="hang", text="They hang by day and stand by night", reports=True, named="leaves that hang by day"),
        Option(id="fall", text="Some fall each day", reports=True, named="leaves that fall each day"),
    ),
)

POT = (
    Rule(
        id="flag-alarm",
        when=alarms.is_("fallen", "socket"),
        urgency=Urgency.EMERGENCY,
        because="This is about people, and the plant can wait.",
        hazards=(FLOOD,),
        sources=(MADE_UP,),
    ),
)
PLANT = (
    Rule(
        id="leaves-fall",
        when=leaves.at_least("fall"),
        urgency=Urgency.TODAY,
        call="morning",
        because="A plant that drops leaves each day is soon bare.",
        hazards=(THIRST,),
        sources=(MADE_UP,),
    ),
    Rule(
        id="leaves-hang",
        when=leaves.at_least("hang"),
        urgency=Urgency.EXPECTED,
        because="Leaves hang in the sun and stand up again at night.",
        hazards=(THIRST,),
        sources=(MADE_UP,),
    ),
    Rule(
        id="gnats",
        when=signs.is_("gnats"),
        urgency=Urgency.SOON,
        because="Small flies like wet soil, and there are more of them each week.",
        hazards=(FLOOD,),
        sources=(MADE_UP,),
    ),
    Rule(
        id="nothing-to-see",
        when=signs.is_(NONE),
        urgency=Urgency.EXPECTED,
        because="A plant without a complaint needs no more than water.",
        hazards=(THIRST,),
        sources=(MADE_UP,),
    ),
)

GUIDE = Guide(
    version="1.0.0",
    dated="2026-11-23",
    questions=(alarms, signs, leaves),
    rules=POT + PLANT,
    notes=(),
    hazards=(FLOOD, THIRST),
    topics=(
        Topic(title="The pot", about="What can hurt people.", rules=POT),
        Topic(title="The plant", about="What can hurt the plant.", rules=PLANT),
    ),
    baseline={"alarms": [NONE]},
)
