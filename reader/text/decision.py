"""What the person decided about which principle answers which: records that a notebook can keep."""

from typing import NamedTuple

VERDICTS = ("confirmed", "changed", "refused")


class Member(NamedTuple):
    """A principle of one agreement, by its number."""

    agreement: str
    number: int


class Decision(NamedTuple):
    """The person's word on two principles of different agreements; which of them is named first is the same.

    `confirmed`: they answer each other. `changed`: they answer each other, and nothing else that was proposed
    for either does. `refused`: they do not. `time` is ISO 8601 in UTC; of two decisions on the same
    principles the later one counts. A notebook gives each an `id`; `origin` names who decided, empty for its
    own person.
    """

    one: Member
    other: Member
    verdict: str
    note: str = ""
    time: str = ""
    id: str = ""
    origin: str = ""
