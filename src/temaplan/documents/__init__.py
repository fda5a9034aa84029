"""One document, three forms: web page, PDF and Word, from the same frozen value.

    render_html(document, link=…) -> str      html.py: the inside of `<article>`
    render_pdf(document, link=…) -> bytes     pdf.py: PDF/UA-1 and PDF/A-2a in one file
    render_docx(document, link=…) -> bytes    docx.py: Word with real headings and notes

`link` turns a target of the document into an address, or into nothing when there is
none; then the words stand without a link. It is asked for references (`kind/slug`)
and, by the web page only, for the figures behind a chart and for the chart as a picture
(`csv:<anchor of the figure>` and `png:<anchor of the figure>`).
Anchors in the document itself and addresses on the web are not asked about.
"""
