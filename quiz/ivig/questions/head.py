"""Head: headache, neck, eyes and ears, dizziness."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NEAR_FAINT_WITH_SIGN, NOT_SURE, SWALLOWING, UNSTEADY, folded, reported
from quiz.model import NONE, Option, Question

headache = Question(
    id="headache",
    kind="scale",
    text="How bad is the headache, from 1 to 10?",
    hint="10 is the worst pain there can be. Think of the worst today.",
    about="how bad the headache is",
    ask_if=symptoms.is_("headache"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported("mild", "1 to 3", named="a mild headache (1 to 3 out of 10)", cluster="flu-like"),
        reported("moderate", "4 to 6", named="a headache of 4 to 6 out of 10"),
        reported("severe", "7 or 8", named="a very bad headache (7 or 8 out of 10)"),
        reported("very-severe", "9 or 10", named="a headache of 9 or 10 out of 10"),
        reported(
            "worst",
            "The worst ever, even if it built up, or very bad within a minute",
            named="the worst headache ever or one that got very bad within a minute (thunderclap)",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("moderate",)),
    ),
)
# Not a scale: a usual migraine that gets better is less than a headache of 5 that stays, and more than one of 2.
headache_course = Question(
    id="headache-course",
    kind="choice",
    text="Does the headache ease?",
    about="whether the headache eases",
    ask_if=symptoms.is_("headache"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        Option(
            id="lasting",
            text="It stops normal tasks, or has been 4 or more out of 10 for over a day",
            named="a headache that stops normal tasks, or is 4 or more out of 10 for over a day",
        ),
        Option(
            id="stays",
            text="No, not even with the usual painkiller",
            named="a headache that the usual painkiller does not ease",
        ),
        Option(
            id="untreated",
            text="No, and no painkiller was needed or tried",
            named="a headache that does not ease (no painkiller tried)",
        ),
        Option(id="easing", text="Yes, or it has gone", named="a headache that is easing or has gone"),
        *folded(
            "The usual migraine, or after a lumbar puncture",
            Option(
                id="usual-migraine",
                text="It is the usual migraine, and getting better",
                named="the usual migraine (getting better)",
            ),
            Option(
                id="lumbar",
                text="It came after a lumbar puncture, is worse upright and eases lying flat",
                named="a headache after a lumbar puncture that eases lying flat",
            ),
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("untreated",)),
    ),
)
not_eased = named("a headache that does not ease", headache_course.is_("lasting", "stays", "untreated"))
neck = Question(
    id="neck",
    kind="several",
    text="Does the neck have one of these?",
    about="swelling in the neck, and swallowing",
    ask_if=symptoms.is_("neck"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        SWALLOWING,
        reported(
            "cord",
            "Swelling, or a sore hard cord, on one side of the neck",
            named="swelling or a sore hard cord on one side of the neck",
        ),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("cord",)),
    ),
)
eyes = Question(
    id="eyes",
    kind="several",
    text="Is one of these new with the sight?",
    about="what is new with the sight",
    ask_if=symptoms.is_("eyes"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported(
            "curtain",
            "A shadow, a curtain or a missing part of sight",
            named="a shadow, a curtain or a missing part of sight",
        ),
        reported(
            "flashes",
            "New flashes or a shower of floaters, sight clear",
            named="new flashes or a shower of floaters",
        ),
        reported("aura", "The usual migraine aura, and it has gone", named="the usual migraine aura (gone again)"),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("flashes",)),
    ),
)
head_signs = Question(
    id="head-signs",
    kind="several",
    text="Is any of these true?",
    hint="Try to touch the chest with the chin.",
    about="the neck, eyes and sleepiness",
    ask_if=symptoms.is_("headache", "neck", "eyes", "fever"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported("stiff-neck", "Stiff neck. The chin does not reach the chest", named="a stiff neck"),
        reported("sore-neck", "Sore neck, but the chin reaches the chest", named="a sore neck"),
        reported(
            "light",
            "Light, sound or moving the eyes hurts, unlike the usual migraine",
            named="pain from light, sound or moving the eyes (photophobia)",
        ),
        reported("drowsy", "Drowsy: drifts off while talking, but can be woken", named="drowsiness while talking"),
        reported("blurred", "New blurred sight", named="new blurred sight"),
        reported(
            "worse-lying",
            "A headache worse lying down, coughing or bending, or a whooshing sound",
            named="a headache that is worse lying down, coughing or bending, or a whooshing sound",
        ),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore-neck",)),
    ),
)
ears = Question(
    id="ears",
    kind="scale",
    text="What is wrong with the ears?",
    about="the ears",
    ask_if=symptoms.is_("ears"),
    cluster="head",
    screen="head-and-nerves",
    options=(
        reported("ringing", "Ringing or full ears, hearing as usual", named="ringing or full ears (tinnitus)"),
        reported("pain", "Ear pain", named="ear pain"),
        reported(
            "swelling",
            "Ear pain, with swelling behind the ear",
            named="ear pain with swelling behind the ear",
        ),
        reported("less", "Hearing suddenly less, one or both ears", named="hearing that is suddenly less"),
        reported("whooshing", "Whooshing in time with the pulse", named="whooshing in the ears in time with the pulse"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("pain",)),
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
        reported("brief", "Mild and brief, mostly on standing", named="mild and brief dizziness"),
        reported(
            "nearly",
            "One near-faint on standing, and all is well now",
            named="one near-faint on standing (presyncope)",
        ),
        reported(
            "keeps",
            "It keeps coming back, led to a fall, makes drinking hard, or the room spins",
            named="dizziness that keeps coming back, led to a fall, makes drinking hard or spins the room (vertigo)",
        ),
        reported(
            "with-signs",
            "Any dizziness with chest pain, short breath or black poo",
            named="dizziness with chest pain, short breath or black poo",
        ),
        NEAR_FAINT_WITH_SIGN,
        UNSTEADY,
        Option(id="not-sure", text=NOT_SURE, stands_for=("nearly",)),
    ),
)
