"""The window is real in every test, and drawn off screen."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
