"""Outside the scope: what is asked of a group that this checker was not made for."""

from quiz.ivig.questions.drip import who
from quiz.ivig.questions.options import NOT_SURE, reported
from quiz.model import NONE, Option, Question

muscle_signs = Question(
    id="muscle-signs",
    kind="several",
    text="Is any of this new?",
    about="what is new with the muscles",
    ask_if=who.is_("muscle"),
    screen="heart-and-others",
    options=(
        reported(
            "bulbar",
            "Trouble with swallowing, chewing, speaking, breathing or holding up the head",
            named="new trouble with swallowing, chewing, speaking, breathing or holding up the head",
        ),
        reported("droopy", "A droopy eyelid, or seeing double", named="a new droopy eyelid or double sight"),
        Option(id=NONE, text="None of these"),
    ),
)
dose_site = Question(
    id="dose-site",
    kind="several",
    text="What is it like where the dose goes in?",
    about="the place where the dose goes in",
    ask_if=who.is_("under-skin"),
    screen="heart-and-others",
    options=(
        reported(
            "bad",
            "Hot, hard, growing, open, or with pus or a fever",
            named="a place under the skin that is hot, hard, growing, open, or with pus or a fever",
        ),
        reported("away", "Hives or a rash in another place", named="hives or a rash away from where the dose goes in"),
        reported(
            "mild",
            "Red, swollen, sore or itchy, and no more",
            named="a red, swollen, sore or itchy place where the dose goes in",
        ),
        Option(id=NONE, text="As it always is"),
    ),
)
illness = Question(
    id="illness",
    kind="several",
    text="Is the drip for one of these?",
    about="the illness that the drip is for",
    ask_if=who.is_("other-illness"),
    screen="heart-and-others",
    options=(
        Option(id="platelets", text="Low platelets (ITP)", named="low platelets (ITP)"),
        Option(
            id="immunity",
            text="Low immunity, or a cancer that is being treated",
            named="low immunity or cancer treatment",
        ),
        Option(id=NONE, text="None of these"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("platelets", "immunity")),
    ),
)
child = Question(
    id="child",
    kind="several",
    text="Is any of this true of the child or teenager now?",
    about="how the child is",
    ask_if=who.is_("child"),
    screen="heart-and-others",
    options=(
        reported(
            "floppy",
            "Floppy, hard to wake, not knowing the family, or an odd cry",
            named="a child who is floppy, hard to wake, does not know the family or has an odd cry",
        ),
        reported("odd", "Not as usual, or behaving oddly", named="a child who behaves oddly"),
        reported("sick", "Being sick for over 4 hours", named="a child who is sick for over 4 hours"),
        reported("not-drinking", "Will not drink", named="a child who will not drink"),
        Option(id=NONE, text="None of these"),
    ),
)
odd = Question(
    id="odd",
    kind="choice",
    text="How is the child apart from that?",
    about="how the child is apart from that",
    ask_if=child.is_("odd"),
    screen="head-and-nerves",
    options=(
        reported(
            "not-clear",
            "Muddled, floppy, hard to wake, not knowing the family, or not drinking",
            named="odd behaviour of a child who is muddled, floppy, hard to wake or not drinking",
        ),
        reported(
            "clear", "Clear in the head, and drinking", named="odd behaviour of a child who is clear and drinking"
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("not-clear",)),
    ),
)
