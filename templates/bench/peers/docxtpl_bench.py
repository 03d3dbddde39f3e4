"""Fills the documents of the benchmark with docxtpl: docxtpl_bench.py FOLDER TIMES.

FOLDER holds docxtpl-report.docx, docxtpl-rows.docx, report.json (a list) and rows.json, as the program in ../compare writes them.
The filled documents go to FOLDER/docxtpl. The seconds of each time are printed as JSON.
"""

import io
import json
import os
import sys
import time

from docxtpl import DocxTemplate, __version__


def fill(template, data):
    template.render(data, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def main(folder, times):
    def load(name):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            return json.load(f)

    reports, rows = load("report.json"), load("rows.json")
    # One object serves all documents: docxtpl takes it back to the template before each of them.
    report_template = DocxTemplate(os.path.join(folder, "docxtpl-report.docx"))
    rows_template = DocxTemplate(os.path.join(folder, "docxtpl-rows.docx"))
    fill(report_template, reports[0])  # what happens once is not counted

    seconds, row_seconds, documents = [], [], []
    for _ in range(times):
        start = time.perf_counter()
        documents = [fill(report_template, data) for data in reports]
        seconds.append(time.perf_counter() - start)
        start = time.perf_counter()
        table = fill(rows_template, rows)
        row_seconds.append(time.perf_counter() - start)

    out = os.path.join(folder, "docxtpl")
    os.makedirs(out, exist_ok=True)
    for i, document in enumerate(documents + [table]):
        with open(os.path.join(out, f"{i:03d}.docx"), "wb") as f:
            f.write(document)
    print(json.dumps({"version": f"docxtpl {__version__}, Python {sys.version.split()[0]}", "seconds": seconds, "rows": row_seconds}))


main(sys.argv[1], int(sys.argv[2]))
