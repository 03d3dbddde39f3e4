package xlsx
import ("testing";"strings";"os";"fmt";"time";"strconv";"encoding/binary")
func TestWorst(t *testing.T) {
	which := os.Getenv("WORST")
	big := func(head, unit, tail string) []byte { n := (62<<20)/len(unit); return []byte(head+strings.Repeat(unit,n)+tail) }
	_ = big
	parts := plainBook(smallSheet)
	sheet := func(s string) []byte { return pressed(t, plainBook(s)) }
	var data []byte
	switch which {
	case "cells": var b strings.Builder; b.WriteString("<sheetData>"); for i:=1; b.Len() < 62<<20; i++ { b.WriteString(`<row>`+strings.Repeat("<c><v>1</v></c>",16)+"</row>") }; b.WriteString("</sheetData>"); data = sheet(b.String())
	case "refs": var b strings.Builder; b.WriteString("<sheetData>"); for i:=1; b.Len() < 62<<20; i++ { r:=strconv.Itoa(i); b.WriteString(`<row r="`+r+`"><c r="A`+r+`"><v>123456789.123</v></c></row>`) }; b.WriteString("</sheetData>"); data = sheet(b.String())
	case "sst": data = pressed(t, replaced(parts, "xl/sharedStrings.xml", `<sst uniqueCount="999999999" xmlns="`+mainURI+`">`+strings.Repeat("<si/>", (62<<20)/5)+`</sst>`))
	case "ssttext": data = pressed(t, replaced(parts, "xl/sharedStrings.xml", `<sst uniqueCount="999999999" xmlns="`+mainURI+`"><si><t>`+strings.Repeat("&amp;x", (62<<20)/6)+`</t></si></sst>`))
	case "sstmany": data = pressed(t, replaced(parts, "xl/sharedStrings.xml", `<sst uniqueCount="999999999" xmlns="`+mainURI+`">`+strings.Repeat("<si><t>"+strings.Repeat("y",45)+"</t></si>", 999999)+`</sst>`))
	case "styles": data = pressed(t, replaced(parts, "xl/styles.xml", `<styleSheet xmlns="`+mainURI+`">`+strings.Repeat("<x/>", (62<<20)/4)+`</styleSheet>`))
	case "attrs": var a strings.Builder; for i:=0;i<127;i++ { fmt.Fprintf(&a," a%03d=''",i) }; e := "<a"+a.String()+"/>"; data = sheet(strings.Repeat(e,(62<<20)/len(e))+"<sheetData/>")
	case "prefixed": var a,x strings.Builder; for i:=0;i<126;i++ { fmt.Fprintf(&x," xmlns:a%03d='urn:%d'",i,i); fmt.Fprintf(&a," a%03d:b=''",i) }; e := "<a"+a.String()+"/>"; data = sheet("<q"+x.String()+">"+strings.Repeat(e,(62<<20)/len(e))+"</q><sheetData/>")
	case "media": p := parts; for i:=0;i<2;i++ { p = append(p, part{fmt.Sprint("m",i), strings.Repeat("\x00", 79<<20)}) }; data = pressed(t, p)
	case "merges": data = sheet("<sheetData/><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B2"/>`,199999)+"</mergeCells>")
	case "runs": data = sheet(`<sheetData><row><c t="inlineStr"><is>`+strings.Repeat(`<r><t>a</t></r>`,(62<<20)/15)+`</is></c></row></sheetData>`)
	case "gt": data = sheet(`<sheetData><row><c><v>`+strings.Repeat(`]`,(62<<20))+`</v></c></row></sheetData>`)
	case "utf16": data = pressed(t, replaced(parts, sheetName, inUTF16(`<worksheet xmlns="` + mainURI + `">`+strings.Repeat("ệ", 28<<20)+"</worksheet>", binary.LittleEndian)))
	case "cols": data = sheet(strings.Repeat(`<cols><col min="1" max="16384" hidden="1"/></cols>`, (62<<20)/50)+"<sheetData/>")
	case "depth": data = sheet(strings.Repeat("<a xmlns:q='u'>",120)+strings.Repeat("<q:a q:b=''/>", (60<<20)/13)+strings.Repeat("</a>",120)+"<sheetData/>")
	case "fonts": data = pressed(t, replaced(parts, "xl/sharedStrings.xml", `<sst xmlns="`+mainURI+`">`+strings.Repeat("<si><r><rPr><rFont val='abcdefgh'/></rPr><t/></r></si>", 999999)+`</sst>`))
	}
	os.WriteFile("/tmp/worst_"+which+".xlsx", data, 0o644)
	_ = time.Now
}
func TestWorstRead(t *testing.T) {
	data, _ := os.ReadFile("/tmp/worst_"+os.Getenv("WORST")+".xlsx")
	start := time.Now()
	_, err := readOnlyAll(data)
	msg := "read"; if err != nil { msg = err.Error() }
	status, _ := os.ReadFile("/proc/self/status"); peak := ""
	for _, l := range strings.Split(string(status), "\n") { if strings.HasPrefix(l, "VmHWM") { peak = strings.Fields(l)[1] } }
	fmt.Printf("WORST %-9s %8d bytes %6.2f s peak %s kB: %.90s\n", os.Getenv("WORST"), len(data), time.Since(start).Seconds(), peak, msg)
}
func readOnlyAll(data []byte) (int, error) {
	b, err := Open(data); if err != nil { return 0, err }
	n := 0
	for i := range b.Sheets { if _, err := b.Cells(i, func(Cell) error { n++; return nil }); err != nil { return n, err } }
	return n, nil
}
