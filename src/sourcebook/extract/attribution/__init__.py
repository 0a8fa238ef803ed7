"""Attribution: who is said to state a claim (DOMAIN SRC-1, STM-1 to STM-6)."""

from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.attributions import Attributions

__all__ = ["Attributions", "SpeechAct"]
