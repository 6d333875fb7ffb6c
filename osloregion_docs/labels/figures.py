"""The fixed words of pictures."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class PictureLabels(CommonLabels):
    """The fixed words on pictures, in their tables and in their descriptions for those who do not see them."""

    figure: str
    part: str
    number: str
    area: str
    line: str
    amount: str
    share: str
    total: str
    missing: str
    none: str
    both: str
    unit: str
    as_of: str
    quarters: tuple[str, str, str, str]
    timeline: str
    timeline_as_of: str
    timeline_read: str
    statuses: str
    statuses_read: str
    accounts: str
    accounts_read: str
    shares: str
    shares_read: str
