"""Groups of risks, as conditions that topics share."""

from quiz.conditions import at_least, named
from quiz.ivig.questions.before import waits
from quiz.ivig.questions.risks import risks

over_65 = risks.is_("over-65")
dry = named("too little to drink, vomiting or diarrhoea", risks.is_("dry") | waits("dry"))
kidney = named("kidney disease or other kidney trouble", risks.is_("kidney") | waits("kidney"))
clot_group = risks.is_("clot", "heart", "heart-failure", "protein", "still", "first", "dose", "line") | dry
kidney_group = risks.is_("diabetes", "insulin", "protein", "kidney-drugs") | dry | kidney
fluid_group = risks.is_("heart-failure") | kidney
clot_risk = named("a risk of clots", over_65 | clot_group)
kidney_risk = named("a risk to the kidneys", over_65 | kidney_group)
fluid_risk = named("a risk from too much fluid", over_65 | fluid_group)
haemolysis_risk = named(
    "a risk of red blood cells breaking down (haemolysis)", risks.is_("blood-group", "first", "dose")
)
meningitis_risk = named(
    "a risk of swelling around the brain (aseptic meningitis)", risks.is_("dose", "migraine", "woman")
)
infection_risk = named("a risk of infection", risks.is_("defence", "line"))
pregnant = named("pregnancy or a baby in the last 6 weeks", risks.is_("pregnant") | waits("pregnant"))
# Age is in three groups, and counts once: most people would have several otherwise.
several_risks = named(
    "3 risks of different kinds",
    at_least(
        3,
        over_65,
        named("a risk of clots other than age", clot_group),
        named("a risk to the kidneys other than age", kidney_group),
        named("a risk from too much fluid other than age", fluid_group),
        haemolysis_risk,
        infection_risk,
        pregnant,
    ),
)
