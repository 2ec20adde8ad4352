"""A folder that runs the whole dashboard on a laptop without internet."""

from indicators.offline.folder import Made, NotEmptyError, make
from indicators.offline.wheels import PLATFORMS, Platform, WheelsMissingError, this_computer

__all__ = ["PLATFORMS", "Made", "NotEmptyError", "Platform", "WheelsMissingError", "make", "this_computer"]
