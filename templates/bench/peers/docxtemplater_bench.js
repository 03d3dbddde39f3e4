// Fills the documents of the benchmark with docxtemplater: node docxtemplater_bench.js FOLDER TIMES.
//
// FOLDER holds docxtemplater-report.docx, docxtemplater-rows.docx, report.json (a list) and rows.json, as the program in
// ../compare writes them. The filled documents go to FOLDER/docxtemplater. The seconds of each time are printed as JSON.
"use strict";
const fs = require("fs");
const path = require("path");
// The modules stand where the command is run.
const at = (name) => require(require.resolve(name, { paths: [process.cwd()] }));
const PizZip = at("pizzip");
const Docxtemplater = at("docxtemplater");

const [folder, times] = [process.argv[2], Number(process.argv[3])];
const read = (name, encoding) => fs.readFileSync(path.join(folder, name), encoding);

// An object of docxtemplater renders once, so that each document begins with the bytes of the template.
function fill(template, data) {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;
const reports = JSON.parse(read("report.json", "utf8"));
const rows = JSON.parse(read("rows.json", "utf8"));
const reportTemplate = read("docxtemplater-report.docx");
const rowsTemplate = read("docxtemplater-rows.docx");
for (let i = 0; i < 5; i++) fill(reportTemplate, reports[i % reports.length]); // warm

const result = {
  version: `docxtemplater ${at("docxtemplater/package.json").version}, Node ${process.versions.node}`,
  seconds: [],
  rows: [],
};
let documents, table;
for (let i = 0; i < times; i++) {
  let start = process.hrtime.bigint();
  documents = reports.map((data) => fill(reportTemplate, data));
  result.seconds.push(seconds(start));
  start = process.hrtime.bigint();
  table = fill(rowsTemplate, rows);
  result.rows.push(seconds(start));
}

const out = path.join(folder, "docxtemplater");
fs.mkdirSync(out, { recursive: true });
documents.concat([table]).forEach((document, i) => {
  fs.writeFileSync(path.join(out, String(i).padStart(3, "0") + ".docx"), document);
});
console.log(JSON.stringify(result));
