"""The codes of what can be wrong in a workbook of results that comes back."""

from osloregion_docs.diagnostics import Code, Severity

CODES = (
    Code(
        "RES201",
        "a cell holds what somebody typed",
        """A cell of the workbook holds a formula, an error such as #REF!, or true or false. Nothing is worked out when a workbook is read, and what a formula gave on one machine may not be what it gives on the next.

Write the value itself: copy the cell, and paste it as values only.""",
    ),
    Code(
        "RES202",
        "a cell can be read as what it is meant to be",
        """A status is one of the list in its cell; a date is a day, such as 31.07.2018; a value is a number without its unit, with a decimal comma or point; a text is of human length and holds no control characters.""",
    ),
    Code(
        "RES203",
        "a row that is filled in has a date and a status",
        """Something is written in the row, but not the day that it holds for, or not how the measure stood then. A row that corrects the entry of a day needs no status: what is left empty stays.""",
    ),
    Code(
        "RES204",
        "a row is of one measure of the year",
        """The hidden id of a row names no measure of this year, or two rows name the same one. Rows were put in or copied; results go by the id, not by the number or the title.

Export the workbook anew, and move what was filled in to the row of its measure.""",
    ),
    Code(
        "RES205",
        "the locked cells of a row are as they were exported",
        """The title, the id or the indicators in a row are not those that the row was made with. Somebody has lifted the protection and changed them, or sorted some of the columns without the others; then results would end with the wrong measure.

Measures and indicators are changed in their sources. Export the workbook anew, and fill in that file.""",
    ),
    Code(
        "RES206",
        "the results have not changed since the workbook was made",
        """Somebody has reported on the same measure since the workbook was exported, so whoever filled it in has not seen that. The change of this measure is held back; those of other measures are made.

Look at the results of the measure. `results import --force` makes the change nevertheless: a new entry is added beside the others, and a correction exchanges what is filled in.""",
        Severity.WARNING,
    ),
    Code(
        "RES207",
        "a change can be written into its source",
        """The source is written in a way that the change cannot be put into without touching more than is meant; or the file has changed meanwhile, or is a link. Nothing is written. Write the entry by hand; the message names the file.""",
    ),
    Code(
        "RES208",
        "what is filled in stands where it is read",
        """A cell is filled in that belongs to no column, or to an indicator that the measure does not have. It would be lost.""",
    ),
)
