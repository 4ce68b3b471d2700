"""Warning signs on the first screen: each stands alone for anybody, because one tick ends the quiz.

Nobody has said yet who answers, or whether there was a drip. So lines name no person, and the title fits before one.
"""

from quiz.ivig.questions.options import reported
from quiz.model import NONE, Option, Question

red_flags = Question(
    id="red-flags",
    kind="several",
    text="Is any of these true, now, in the last days or since the drip?",
    hint="Unsure? Tick it.",
    about="the warning signs",
    options=(
        reported(
            "breathless",
            "Short of breath sitting, lying, talking or dressing. Or suddenly breathless, wheezing or gurgling",
            named="short breath at rest, when talking or dressing, or sudden short breath, wheezing or gurgling",
        ),
        reported(
            "chest-pain",
            "The chest hurts, squeezes, or feels tight or heavy",
            named="a chest that hurts, squeezes, or feels tight or heavy",
        ),
        reported(
            "sudden-weakness",
            "Even if it has passed: a drooping face, or slurred, jumbled or lost words."
            " Or a hand, arm or leg suddenly weak, numb or not moving",
            named="a drooping face, slurred, jumbled or lost words,"
            " or a hand, arm or leg that suddenly went weak or numb",
        ),
        reported(
            "explosive-headache",
            "The worst headache ever, one very bad within a minute, or a bad one with a stiff neck",
            named="the worst headache ever, one that got very bad within a minute (thunderclap),"
            " or a bad one with a stiff neck",
        ),
        reported(
            "sight",
            "Sight suddenly gone, half gone or double, even in one eye",
            named="sight that is suddenly gone, half gone or double",
        ),
        reported(
            "confused",
            "Muddled, talking nonsense, or hard to wake",
            named="being muddled, talking nonsense or being hard to wake (confusion)",
        ),
        reported(
            "face-swelling",
            "Swelling of the face, lips, tongue or throat",
            named="a swelling face, lips, tongue or throat (angioedema)",
        ),
        reported(
            "blue-lips",
            "Blue or grey lips or face, even a little",
            named="blue or grey lips or face (cyanosis)",
        ),
        reported(
            "collapse",
            "Passed out, or grey, clammy and about to; or an unusual fit",
            named="passing out or being about to (syncope), or a fit that is not a usual one (seizure)",
        ),
        reported("bleeding", "Bleeding that will not stop", named="bleeding that will not stop"),
        Option(id=NONE, text="None of these", named="none of the warning signs"),
    ),
)
