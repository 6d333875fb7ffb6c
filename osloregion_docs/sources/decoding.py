"""Bytes to text, with what editors and copying leave behind named."""

from __future__ import annotations

import re
from typing import Final

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.sources.tree import get_line

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_DEPTH: Final = 40
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONTROL_BYTES: Final = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})


def control_characters(text: str) -> list[str]:
    """The characters of a text that no document can hold, as U+000B and the like, each once.

    *Source*: XML 1.0, section 2.2, and its advice against the C1 controls.
    """
    return list(dict.fromkeys(f"U+{ord(c):04X}" for c in _CONTROL.findall(text)))


def decode(raw: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """The text of a file with plain line ends, and what is wrong with its bytes; the text is empty if unreadable."""
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024 / 1024:.1f} MiB"
        return "", [_whole(file, Severity.ERROR, "SRC010", f"the file is {size}, and 2 MiB is the most", "split it")]
    diagnostics = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, error, file)]
    if text.startswith("\ufeff"):
        text = text[1:]
        diagnostics.append(
            _whole(
                file, Severity.NOTE, "SRC006", "the file begins with a byte order mark", "save it as UTF-8 without one"
            )
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        diagnostics.append(
            _whole(file, Severity.NOTE, "SRC007", "lines end the Windows way (CR LF)", "choose LF in the editor")
        )
    if _may_contain_control(raw) and (found := _CONTROL.search(text)):
        diagnostics.append(_control(text, found.start(), file))
    return text, diagnostics


def _may_contain_control(raw: bytes) -> bool:
    """Whether a closer look is needed: most files have none of the bytes that control characters begin with."""
    return len(raw.translate(None, _CONTROL_BYTES)) != len(raw) or b"\xc2" in raw or b"\xef" in raw


def _not_utf8(raw: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    line = raw.count(b"\n", 0, error.start) + 1
    before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
    column = len(before.decode("utf-8", "replace")) + 1
    byte = raw[error.start]
    return Diagnostic(
        Span(file, line, column, line, column + 1),
        Severity.ERROR,
        "SRC004",
        f"the file is not UTF-8: byte 0x{byte:02X} ({bytes([byte]).decode('cp1252', 'replace')} in Windows-1252)",
        'save the file with the encoding "UTF-8"',
        excerpt=get_line(raw.decode("cp1252", "replace"), line),
    )


def _control(text: str, at: int, file: str) -> Diagnostic:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    named = control_characters(text[at])[0]
    message = f"the text holds the control character {named}"
    excerpt = _CONTROL.sub("\ufffd", get_line(text, line))
    return Diagnostic(
        Span(file, line, column, line, column + 1), Severity.ERROR, "SRC009", message, "delete it", excerpt
    )


def _whole(file: str, severity: Severity, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Span(file, 1, 1, 1, 1), severity, code, message, hint)
