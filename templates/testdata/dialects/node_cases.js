// Fills the cases of docxtemplater and easy-template-x with these programs themselves: node node_cases.js CORPUS OUT, run where
// their modules are installed. README.md says what for.
"use strict";
const fs = require("fs");
const path = require("path");
const at = (name) => require(require.resolve(name, { paths: [process.cwd()] }));
const PizZip = at("pizzip");
const Docxtemplater = at("docxtemplater");
const { TemplateHandler } = at("easy-template-x");

const [corpus, out] = process.argv.slice(2);
const cases = JSON.parse(fs.readFileSync(path.join(__dirname, "cases.json"), "utf8"));
const files = fs.readdirSync(path.join(corpus, "docx"));

// Both leave expressions to their users: dots lead into objects, + adds.
const look = (scope, name) => name.trim().split(".").reduce((at, key) => (at == null ? at : at[key]), scope);
const parser = (tag) => ({
  get(scope, context) {
    const terms = tag.split("+").map((name) => {
      for (let i = context.scopeList.length - 1; i >= 0; i--) {
        const value = look(context.scopeList[i], name);
        if (value !== undefined) return value;
      }
    });
    return terms.reduce((a, b) => a + b);
  },
});
const scopeDataResolver = ({ strPath, data }) => look(data, strPath[strPath.length - 1] ?? "") ?? look(data, strPath.join("."));

(async () => {
  for (const c of cases) {
    const name = c.as || c.file;
    const template = () => fs.readFileSync(path.join(corpus, "docx", files.find((f) => f.startsWith(c.file + "__"))));
    try {
      let filled;
      if (name.startsWith("docxtemplater")) {
        const document = new Docxtemplater(new PizZip(template()), { paragraphLoop: true, parser });
        document.render(c.data);
        filled = document.getZip().generate({ type: "nodebuffer" });
      } else if (name.startsWith("easy-template-x")) {
        const dotted = c.file.endsWith("010") ? { scopeDataResolver } : {};
        filled = await new TemplateHandler(dotted).process(template(), c.data);
      } else continue;
      fs.writeFileSync(path.join(out, name + ".docx"), filled);
    } catch (e) {
      console.log(name, e.message, JSON.stringify(e.properties?.errors?.map((x) => x.message) || ""));
    }
  }
})();
