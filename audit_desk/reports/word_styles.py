"""The styles of the document: whoever edits it changes a style, and everything follows."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

LEAD, ACTION, NOTE, PASSAGE, CELL, CELL_HEAD, TABLE = (
    "Lead",
    "Action needed",
    "Note",
    "Passage",
    "Cell",
    "Cell head",
    "Report table",
)
_FONT = "Calibri"
_OTHER_SCRIPTS = "Segoe UI"
"""Has Arabic, Urdu and Hebrew letters; for others a word processor looks for one by itself."""
_INK, _QUIET, _ACCENT, _LINE = "1F2A33", "5A6670", "124A6B", "C3CBD1"
_LANGUAGE = "en-GB"
_SIZES = {1: 17, 2: 13.5, 3: 11.5}
_SMALLEST_HEADING = 11
_LEVELS = 9
_TABLE_XML = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="6" w:space="0" w:color="{_ACCENT}"/>
      <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{_ACCENT}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:tcBorders>
      <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{_ACCENT}"/>
    </w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF1F3"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


class Styles:
    """A document's styles by their names; the library would look through all each time.

    Args:
        document: The document as the library holds it.
    """

    def __init__(self, document: Any) -> None:
        self._ids = {style.name: style.style_id for style in document.styles}

    def put(self, paragraph: Any, name: str) -> Any:
        """Give a paragraph a style, and return the paragraph."""
        paragraph._p.style = self._ids[name]  # noqa: SLF001 - the short way to it
        return paragraph


def prepare_styles(document: Any) -> Styles:
    """Give a new document the report's styles, and its language."""
    styles = document.styles
    _remove_table_styles(styles)
    _dress(styles["Normal"], size=10.5, after=6)
    _dress(styles["Title"], size=24, bold=True, colour=_ACCENT, after=10)
    _dress(styles["Subtitle"], size=11, colour=_QUIET, before=0, after=2)
    _dress(styles["Caption"], size=9, bold=True, colour=_QUIET, before=6, after=4)
    _dress(styles["List Bullet"], after=3)
    for name in ("Header", "Footer"):
        _dress(styles[name], size=8.5, colour=_QUIET, after=0)
    for level in range(1, _LEVELS + 1):
        size = _SIZES.get(level, _SMALLEST_HEADING)
        before = 18 if level == 1 else 10
        style = styles[f"Heading {level}"]
        _dress(style, size=size, bold=True, colour=_ACCENT, before=before, after=4)
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
    _dress(_new(styles, LEAD), size=12, bold=True, after=8)
    _dress(_new(styles, NOTE), size=9, colour=_QUIET, after=6)
    _dress(_new(styles, PASSAGE), after=4)
    _dress(_new(styles, CELL), size=9.5, after=0)
    _dress(_new(styles, CELL_HEAD), size=9.5, bold=True, colour=_ACCENT, after=0)
    _dress(_new(styles, ACTION), size=10.5, bold=True, before=6, after=8)
    styles[LEAD].paragraph_format.keep_with_next = True
    styles[PASSAGE].paragraph_format.left_indent = Pt(12)
    _mark_action(styles[ACTION])
    _add_contents_styles(styles)
    styles.element.append(parse_xml(_TABLE_XML))
    _set_language(styles)
    return Styles(document)


def _remove_table_styles(styles: Any) -> None:
    """Take out the template's hundred looks of tables, among which the report's would be lost."""
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.style_id != "TableNormal":
            style.delete()


def _new(styles: Any, name: str) -> Any:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles["Normal"]
    made.quick_style = True
    return made


def _dress(
    style: Any,
    *,
    size: float | None = None,
    bold: bool = False,
    colour: str = _INK,
    before: float | None = None,
    after: float | None = None,
) -> None:
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), _OTHER_SCRIPTS)
    if size is not None:
        style.font.size = Pt(size)
    style.font.bold = bold
    style.font.color.rgb = RGBColor.from_string(colour)
    if before is not None:
        style.paragraph_format.space_before = Pt(before)
    if after is not None:
        style.paragraph_format.space_after = Pt(after)


def _mark_action(style: Any) -> None:
    """Set what somebody has to do now on a ground with a bar: it stands out in grey too."""
    properties = style.element.get_or_add_pPr()
    border = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{_ACCENT}"/>'
    fill = 'w:val="clear" w:color="auto" w:fill="E8F0F5"'
    # The format has an order: border and ground come before what is there, the spacing.
    properties.insert(0, parse_xml(f"<w:shd {nsdecls('w')} {fill}/>"))
    properties.insert(0, parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))


def _add_contents_styles(styles: Any) -> None:
    if "TOC Heading" not in [style.name for style in styles]:
        _new(styles, "TOC Heading")
    _dress(styles["TOC Heading"], size=13.5, bold=True, colour=_ACCENT, before=14, after=4)
    styles["TOC Heading"].paragraph_format.keep_with_next = True
    for level in (1, 2):
        made = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        made.base_style = styles["Normal"]
        _dress(made, after=2)
        made.paragraph_format.left_indent = Pt(14 * (level - 1))


def _set_language(styles: Any) -> None:
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    properties = defaults.find(qn("w:rPr"))
    known = properties.find(qn("w:lang"))
    if known is None:
        known = parse_xml(f"<w:lang {nsdecls('w')}/>")
        properties.append(known)
    known.set(qn("w:val"), _LANGUAGE)
