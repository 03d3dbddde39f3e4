// Package templates knows what a Word document says: it compiles the templates that the staff of an office write, finds
// all their faults, and fills them with the figures of a report.
//
// # How Word writes a document
//
// A .docx file is a zip archive of parts. The main part holds the body; headers, footers, footnotes and endnotes are
// parts of their own, found through the relationships of the main part and never by name. All of them hold blocks:
// paragraphs (w:p) and tables (w:tbl, rows w:tr, cells w:tc). A paragraph holds runs (w:r), stretches of text that are
// formatted alike (w:rPr), and Word starts a new run wherever it likes: after a spelling mistake, at every editing
// session, where the keyboard language changes. What a person typed as {{xd_dvut}} may lie in five runs. So a tag is
// looked for in the joined text of its paragraph, and what it prints takes the formatting of its first character.
//
// # How a template is compiled
//
// Three steps with three types. Scanning a part gives pieces: stretches of its bytes, and the tags between them. Building
// gives the tree: a loop or a condition holds the nodes it repeats or chooses from, at the level that its two ends share
// (words of a paragraph, paragraphs, rows of a table). Filling walks the tree and writes bytes. Text outside of
// tags is copied byte for byte and a value that was written is never looked at again.
//
// A control tag that finds no partner inside its paragraph moves out to the edge of the paragraph if nothing stands between
// it and that edge, then to the edge of its cell, and so on. That one rule gives all the loops: a paragraph or a row that held
// nothing but control tags is gone when they have left, and two ends that meet in a row repeat the row.
//
// # What has to stay true in the result
//
// Word refuses a cell without a paragraph and a table without rows, joins two tables that touch, and wants the numbers of
// drawings, bookmarks, paragraphs and controls to be unique over all parts. A loop breaks each of these, and filling repairs them as
// it writes. A footnote whose mark is repeated is written once for each mark, with that turn's values.
package templates
