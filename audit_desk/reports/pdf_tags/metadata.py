"""The document's title, author and language once more, where programs that check it look.

They are the Dublin Core properties of XMP (ISO 16684-1).
"""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

_NO_CHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff"))
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def write_metadata(document: Any, language: str) -> None:
    """Repeat what the document says of itself.

    Args:
        document: The library's document; its title and author are set.
        language: The language of its text, as in ``en-GB``.
    """
    packet = _PACKET.format(
        title=_safe(document.info.title), author=_safe(document.info.author), language=language
    )
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    # Never compressed: a program may look for it without reading the file's format.
    document.Catalog.Metadata = PDFStream(kind, packet.encode(), filters=[])


def _safe(text: str) -> str:
    return escape(text.translate(_NO_CHARACTERS))
