"""Head: headache, neck and light, dizziness."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NEAR_FAINT_WITH_SIGN, NOT_SURE, UNSTEADY, reported
from quiz.model import NONE, Option, Question

headache = Question(
    id="headache",
    kind="scale",
    text="How bad is the headache?",
    hint="Think of the worst it has been today.",
    about="how bad the headache is",
    ask_if=symptoms.is_("headache"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported(
            "mild",
            "Mild. It eases with the usual painkiller, or needs none",
            named="a mild headache",
            cluster="flu-like",
        ),
        reported(
            "mild-stays",
            "Mild, but the usual painkiller does not ease it",
            named="a mild headache that the usual painkiller does not ease",
        ),
        reported(
            "usual-migraine",
            "The usual migraine, and it is getting better",
            named="the usual migraine (getting better)",
        ),
        reported(
            "easing",
            "Strong, but easing. It began less than a day ago",
            named="a strong but easing headache (begun less than a day ago)",
        ),
        reported(
            "strong",
            "Strong for more than a day, or it stops normal tasks, or it will not ease",
            named="a strong headache that lasts over a day, stops normal tasks or will not ease",
        ),
        reported("severe", "Very bad: 8, 9 or 10 out of 10", named="a very bad headache (8, 9 or 10 out of 10)"),
        reported(
            "worst",
            "The worst ever, or it came within a minute",
            named="the worst headache ever or one that came within a minute",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("usual-migraine",)),
    ),
)
head_signs = Question(
    id="head-signs",
    kind="several",
    text="Any of these too?",
    hint="To test the neck, try to touch the chest with the chin.",
    about="the neck, eyes and sleepiness",
    ask_if=symptoms.is_("headache", "neck-or-light", "fever"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported("sore-neck", "Sore neck, but the chin reaches the chest", named="a sore neck"),
        reported("stiff-neck", "Stiff neck. The chin does not reach the chest", named="a stiff neck"),
        reported(
            "light",
            "Light or moving the eyes hurts, and it is not the usual migraine",
            named="pain from light or from moving the eyes (photophobia)",
        ),
        reported("drowsy", "Sleepier than usual, but easy to wake", named="more sleepiness than usual"),
        reported("blurred", "New blurred sight", named="new blurred sight"),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore-neck",)),
    ),
)
dizziness = Question(
    id="dizziness",
    kind="scale",
    text="What is the dizziness like?",
    about="the dizziness",
    ask_if=symptoms.is_("dizzy"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported("brief", "Mild and brief, mostly on standing up", named="mild and brief dizziness"),
        reported(
            "at-risk",
            "The same, with age over 65, little to drink, or blood pressure or water tablets",
            named="brief dizziness with age over 65, little to drink, or blood pressure or water tablets",
        ),
        reported(
            "keeps",
            "It keeps coming back, led to a fall, or drinking is hard",
            named="dizziness that keeps coming back, led to a fall or makes drinking hard",
        ),
        reported(
            "with-signs",
            "With chest pain, short breath or black poo",
            named="dizziness with chest pain, short breath or black poo",
        ),
        UNSTEADY,
        NEAR_FAINT_WITH_SIGN,
        Option(id="not-sure", text=NOT_SURE, stands_for=("at-risk",)),
    ),
)
