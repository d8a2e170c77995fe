"""check_html.py FILE: is the page well formed and self-contained? Prints its text,
one line for each block."""

import html.parser
import sys

VOID = {"meta", "br", "link", "img", "hr", "input"}
BLOCKS = {"p", "h1", "h2", "tr", "li", "div", "section", "nav", "pre", "table", "ol"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.faults = [], [], [], []
        self.lines, self.words = [], []

    def end_line(self):
        line = " ".join(" ".join(self.words).split())
        self.words = []
        if line:
            self.lines.append(line)

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag in ("script", "link", "img", "iframe", "object") or "src" in values:
            self.faults.append(f"<{tag}> may load something")
        if "href" in values:
            self.links.append(values["href"])
        if tag in BLOCKS:
            self.end_line()
        if tag == "section":
            self.words.append("page " + values["id"])
            self.end_line()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes nothing")
        if tag in BLOCKS:
            self.end_line()

    def handle_data(self, data):
        if "style" in self.open:
            if "url(" in data or "@import" in data:
                self.faults.append("the style loads something")
        else:
            self.words.append(data)


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8").read())
page.faults += [f"<{tag}> is not closed" for tag in page.open]
if len(page.ids) != len(set(page.ids)):
    page.faults.append("ids are not unique")
page.faults += [
    f"link to {link}"
    for link in page.links
    if link != "#" and link.lstrip("#") not in page.ids
]
print("\n".join(page.lines))
sys.exit("\n".join(page.faults) or 0)
