#!/usr/bin/env python3
"""Checks what a screen reader and an archive need of our PDFs: python3 check_tags.py FILE.pdf …  (needs pikepdf).

Looks at the tag tree, the content streams, the fonts and the metadata. Not a validator of the standards: a list of
the promises we make, each checked on every file given."""

import re
import sys
from pathlib import Path

import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"}


def walk(node, parent=None):
    """Every structure element with its parent, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from walk(kid, parent)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node, parent
            parent = node
        if "/K" in node:
            yield from walk(node.K, parent)


def kids(node):
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def marked_ids(node):
    """Marked-content ids directly under a node."""
    for kid in kids(node):
        if isinstance(kid, int):
            yield int(kid)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            yield int(kid.MCID)


def kind(node):
    return str(node.S).lstrip("/")


def check_head(pdf, say):
    root = pdf.Root
    say("/StructTreeRoot" in root, "has a tag tree")
    say(bool(root.get("/MarkInfo", {}).get("/Marked", False)), "says that it is tagged")
    say(str(root.get("/Lang", "")) in ("da", "en", "da-DK", "en-GB"), "says its language")
    say(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)), "shows its title in the window")
    with pdf.open_metadata() as xmp:
        say(bool(xmp.get("dc:title", "").strip()), "has a title")
        say(xmp.get("pdfuaid:part") == "1", "names PDF/UA-1")
        say((xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == ("2", "A"), "names PDF/A-2a")
    say("/OutputIntents" in root, "says which colours it means")


def check_tree(pdf, say, by_hand):
    last = 0
    first = None
    counts = {}
    for node, parent in walk(pdf.Root.StructTreeRoot.K):
        name, above = kind(node), kind(parent) if parent is not None else None
        counts[name] = counts.get(name, 0) + 1
        if re.fullmatch(r"H[1-6]", name):
            level = int(name[1])
            first = first or level
            say(level <= last + 1, f"no heading level is skipped (H{last} then {name})")
            last = level
        if name == "LI":
            say(above == "L", f"a list item is under a list, not {above}")
        if name in ("Lbl", "LBody"):
            say(above == "LI", f"{name} is under a list item, not {above}")
        if name == "L":
            say(all(isinstance(kid, pikepdf.Dictionary) and kind(kid) in ("LI", "Caption") for kid in kids(node)), "a list holds only items")
        if name == "LI":
            say(any(kind(kid) == "LBody" for kid in kids(node) if isinstance(kid, pikepdf.Dictionary)), "an item has a body")
        if name == "Span":
            say(above not in ("Document", "Div", "LBody", "TD"), f"text in {above} is in a paragraph")
        if name in ("Figure", "Formula"):
            say(bool(str(node.get("/Alt", "")).strip()), "a figure has a text alternative")
        if name in ("Document", "Part", "Div", "L", "LI"):
            say(not list(marked_ids(node)), f"text is in a paragraph or heading, not directly in {name}")
    say(first == 1, "headings start at level 1")
    say(by_hand or counts.get("L", 0) > 0 or counts.get("H2", 0) == 0, "what stands under a heading is a list")
    return counts


def check_content(pdf, say):
    """Everything painted is tagged or an artifact, and every tag of a page is in the tree."""
    referenced = {}
    for node, _ in walk(pdf.Root.StructTreeRoot.K):
        page = node.get("/Pg")
        for kid in kids(node):
            if isinstance(kid, int) and page is not None:
                referenced.setdefault(page.objgen, set()).add(int(kid))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                referenced.setdefault(kid.get("/Pg", page).objgen, set()).add(int(kid.MCID))
    for number, page in enumerate(pdf.pages, 1):
        stack, marked = [], set()
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                name = str(operands[0])
                mcid = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
                stack.append(name == "/Artifact" or mcid is not None or (bool(stack) and stack[-1]))
                if mcid is not None:
                    marked.add(int(mcid))
            elif operator == "EMC":
                stack.pop()
            elif operator in PAINTS:
                say(any(stack), f"page {number}: everything painted is tagged or an artifact ({operator})")
        say(not stack, f"page {number}: every mark is closed")
        say(marked == referenced.get(page.obj.objgen, set()), f"page {number}: every piece of text is in the tag tree")
        say(str(page.obj.get("/Tabs", "/S" if "/Annots" not in page.obj else "")) == "/S", f"page {number}: tab order follows the tags")
        for note in page.obj.get("/Annots", []):
            say(note.get("/Subtype") == "/Link", f"page {number}: only links as annotations")
            say("/StructParent" in note, f"page {number}: a link is in the tag tree")
            say("/URI" not in note.get("/A", {}), f"page {number}: no link leads out of the print")


def check_objects(pdf, say):
    fonts = 0
    for thing in pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in ("/JS", "/JavaScript", "/EmbeddedFiles", "/OpenAction", "/AA", "/Launch", "/URI", "/AF"):
            say(key not in thing, f"has no {key}")
        say(thing.get("/Type") != "/Filespec", "carries no file")
        if thing.get("/Type") == "/FontDescriptor":
            fonts += 1
            say(any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")), f"{thing.get('/FontName')} is embedded")
        if thing.get("/Type") == "/Font" and thing.get("/Subtype") in ("/Type0", "/Type3"):
            say("/ToUnicode" in thing, "a font says which characters its glyphs are")
    say(fonts > 0, "has fonts")


def check(path):
    failed = []

    def say(holds, what):
        if not holds and what not in failed:
            failed.append(what)

    with pikepdf.open(path) as pdf:
        check_head(pdf, say)
        # Pages to write on by hand have headings and room, and nothing yet that could be a list.
        counts = check_tree(pdf, say, by_hand=Path(path).stem in ("blank", "large-blank"))
        check_content(pdf, say)
        check_objects(pdf, say)
        pages = len(pdf.pages)
    tags = " ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    print(f"{'not ok' if failed else 'ok'}  {path}: {pages} pages, {tags}")
    for what in failed:
        print(f"   fails: {what}")
    return not failed


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
