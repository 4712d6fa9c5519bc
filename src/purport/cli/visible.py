"""Text of reports made safe to show on a terminal."""

from purport.visible import HARMLESS, flat, in_one_line, visible, visible_json

__all__ = ["HARMLESS", "flat", "in_one_line", "visible", "visible_json"]
