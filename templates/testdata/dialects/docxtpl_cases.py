"""Fills the cases of docxtpl with docxtpl itself: docxtpl_cases.py CORPUS OUT. README.md says what for."""

import glob
import json
import os
import sys

from docxtpl import DocxTemplate, Listing, RichText

corpus, out = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
# Names that the templates print as rich text or with their line breaks kept.
rich = {"myvar", "nlnp", "page_break", "foobar", "example"}
listings = {"mylisting", "new_listing"}

with open(os.path.join(here, "cases.json"), encoding="utf-8") as f:
    cases = [c for c in json.load(f) if c["file"].startswith("python-docx-template")]
for case in cases:
    data = dict(case["data"])
    for name in rich & data.keys():
        data[name] = RichText(data[name]) if data[name] else ""
    for name in listings & data.keys():
        data[name] = Listing(data[name])
    if "nested_dict" in data:
        data["nested_dict"] = {row["k"]: row["v"] for row in data["nested_dict"]}
        data["iteritems"] = lambda d: d.items()
    name = case.get("as", case["file"])
    try:
        template = DocxTemplate(glob.glob(os.path.join(corpus, "docx", case["file"] + "__*"))[0])
        template.render(data, autoescape="012" in name or "029" in name)
        template.save(os.path.join(out, name + ".docx"))
    except Exception as e:
        print(name, type(e).__name__, e)
