"""What a file says about itself before its text begins: flat YAML, every value written as JSON."""

import json
import re
from collections.abc import Mapping, Sequence

Value = str | int | Sequence[str]

# JSON lets these stand bare; YAML folds them into spaces, refuses them or drops them.
_NOT_IN_YAML = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(values: Mapping[str, Value]) -> str:
    """Return the front matter with its fences; any YAML reader gets the same values back."""
    lines = [f"{key}: {_written(value)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---"])


def _written(value: Value) -> str:
    if isinstance(value, (str, int)):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = json.dumps(list(value), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
