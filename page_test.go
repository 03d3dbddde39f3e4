package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shownRows counts the rows of a table that a person sees.
const shownRows = `(id => [...document.querySelectorAll('#' + id + ' tbody tr')].filter(r => r.getClientRects().length).length)`

// typeWords types into the search box as a person does.
const typeWords = `(text => { const box = document.querySelector('input[type=search]'); box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})) })`

// kiem-tra.html in a real browser, from the disk and without a network.
func TestPageInBrowser(t *testing.T) {
	b := openBrowser(t)
	file := filepath.Join(faulty(t), "ketqua", "kiem-tra.html")
	b.call("Network.emulateNetworkConditions", map[string]any{"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}, nil)
	b.size(1280, 900, false)
	b.open(file)
	for _, address := range b.requests {
		if !strings.HasPrefix(address, "file://") || !strings.HasSuffix(address, "/kiem-tra.html") {
			t.Errorf("the page asks for %s", address)
		}
	}
	t.Run("filters", func(t *testing.T) { filterPage(t, b) })
	t.Run("keyboard", func(t *testing.T) {
		b.open(file)
		tabThroughPage(t, b)
	})
	t.Run("print", func(t *testing.T) { printPage(b) })
	t.Run("accessible", func(t *testing.T) { auditPage(t, b) })
	t.Run("phone", func(t *testing.T) {
		b.size(390, 844, true)
		b.open(file)
		b.says(true, `document.documentElement.scrollWidth <= 390`)
		b.says(true, `(way => way.left >= 0 && way.top < 60 && way.width > 200)(document.querySelector('.skip a').getBoundingClientRect())`)
		auditPage(t, b)
		b.size(320, 640, true)
		b.says(true, `document.documentElement.scrollWidth <= 320`)
	})
	t.Run("without script", func(t *testing.T) {
		b.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
		b.size(1280, 900, false)
		b.open(file)
		b.says(106, shownRows+`('units')`)
		b.says(0, `document.querySelector('#filters').getClientRects().length`)
	})
	for _, complaint := range b.errors {
		t.Errorf("the browser complains: %s", complaint)
	}
}

// faulty writes and runs the example with each fault.
func faulty(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vidu")
	var stderr bytes.Buffer
	if got := run(context.Background(), []string{"tonghop", "demo", dir, "--faults", "--quiet"}, nil, io.Discard, &stderr); got != dataErrors {
		t.Fatalf("demo ended with %d: %s", got, stderr.String())
	}
	return dir
}

// filterPage searches and filters: both tables, the picture and the count follow.
func filterPage(t *testing.T, b *browser) {
	var findings float64
	b.eval(shownRows+`('findings')`, &findings)
	if findings < 40 {
		t.Fatalf("%v findings in the example with faults", findings)
	}
	b.says(106, shownRows+`('units')`)
	b.eval(typeWords+`('huyen doan CHAU thanh')`, nil) // without accents, in other letters
	b.says(15, shownRows+`('units')`)
	b.says(106-15, `document.querySelectorAll('a.sq.off').length`)
	var said string
	b.eval(`document.querySelector('[role=status]').textContent`, &said)
	if !strings.Contains(said, "15/106 đơn vị") {
		t.Errorf("the count says %q", said)
	}
	b.eval(typeWords+`('không có nơi nào như vậy')`, nil)
	b.says(0, shownRows+`('units') + `+shownRows+`('findings')`)
	b.eval(`document.querySelector('#filters button').click()`, nil)
	b.says(findings, shownRows+`('findings')`)

	// A kind leads to its findings, as many as its row says.
	var kinds int
	b.eval(`document.querySelectorAll('a.kind').length`, &kinds)
	for i := range kinds {
		kind := fmt.Sprintf(`document.querySelectorAll('a.kind')[%d]`, i)
		b.eval(kind+`.click()`, nil)
		b.says(true, fmt.Sprintf(`Number(%s.closest('tr').lastElementChild.textContent) === %s('findings')`, kind, shownRows))
	}
	for _, choice := range [][2]string{{"status", "in_question"}, {"status", "missing"}, {"severity", "warning"}, {"above", "0"}, {"level", "1"}} {
		b.eval(`document.querySelector('#filters button').click()`, nil)
		b.eval(fmt.Sprintf(`{ const s = document.querySelector('select[name=%s]'); s.value = %q; s.dispatchEvent(new Event('input', {bubbles: true})) }`, choice[0], choice[1]), nil)
		b.says(true, fmt.Sprintf(`[...document.querySelectorAll('#units tbody tr')].every(r => r.hidden !== r.dataset.%s.split(' ').includes(%q))`, choice[0], choice[1]))
		b.says(true, shownRows+`('units') > 0 && `+shownRows+`('units') < 106`)
	}
	// The number of findings of a unit leads to them; the way back leads to what was seen before, and forward again.
	b.eval(`document.querySelector('#filters button').click()`, nil)
	b.eval(typeWords+`('huyện đoàn châu thành')`, nil)
	b.eval(`window.told = document.querySelector('#units tbody tr:not([hidden]) a.lead'); told.click()`, nil)
	b.says(true, shownRows+`('findings') === Number(told.textContent) && `+shownRows+`('units') === 1`)
	b.says("h-findings", `document.activeElement.id`)
	b.says("Chỉ xem: Đoàn", `document.querySelector('[role=status]').textContent.slice(0, 13)`)
	back := func(step string) {
		b.eval(`new Promise(done => { addEventListener('popstate', () => setTimeout(done), {once: true}); history.`+step+`() })`, nil)
	}
	back("back")
	b.says("huyện đoàn châu thành", `document.querySelector('input[type=search]').value`)
	b.says(15, shownRows+`('units')`)
	back("forward")
	b.says(1, shownRows+`('units')`)
	b.eval(`document.querySelector('#filters button').click()`, nil)
	b.says(106, shownRows+`('units')`)

	// A group of units leads to them; a link within the page keeps what is filtered.
	b.eval(`[...document.querySelectorAll('section .counts a.lead[data-above]')].find(a => a.textContent === 'Huyện đoàn Châu Thành').click()`, nil)
	b.says(15, shownRows+`('units')`)
	b.eval(`new Promise(done => { addEventListener('popstate', () => setTimeout(done), {once: true}); document.querySelector('a.sq:not(.off)').click() })`, nil)
	b.says(15, shownRows+`('units')`)

	// A square whose row is filtered away shows it again.
	b.eval(`document.querySelector('a.sq.off').click()`, nil)
	b.says(106, shownRows+`('units')`)
}

// tabThroughPage goes from field to field with the key: the way past the picture comes first, and every stop is seen and named.
func tabThroughPage(t *testing.T, b *browser) {
	press := func() {
		for _, kind := range []string{"keyDown", "keyUp"} {
			b.call("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}, nil)
		}
	}
	b.call("Emulation.setFocusEmulationEnabled", map[string]any{"enabled": true}, nil)
	for i := range 4 {
		press()
		var stop struct{ Link, Name, Outline string }
		b.eval(`(e => ({link: e.getAttribute('href'), name: (e.getAttribute('aria-label') || e.textContent).slice(0, 99), outline: getComputedStyle(e).outlineStyle}))(document.activeElement)`, &stop)
		if i == 0 && stop.Link != "#viec" {
			t.Errorf("the first stop is %+v", stop)
		}
		if i > 0 && (!strings.HasPrefix(stop.Link, "#u") || !strings.Contains(stop.Name, ": ")) {
			t.Errorf("stop %d is %+v", i, stop)
		}
		if stop.Outline != "solid" {
			t.Errorf("the focus on %+v is not seen", stop)
		}
	}
}

// printPage looks at the page as paper shows it.
func printPage(b *browser) {
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	b.says("none", `getComputedStyle(document.querySelector('#filters')).display`)
	b.says("table-header-group", `getComputedStyle(document.querySelector('#findings thead')).display`)
	b.says("rgb(0, 0, 0) rgb(255, 255, 255)", `(s => s.color + ' ' + s.backgroundColor)(getComputedStyle(document.body))`)
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
}

// auditPage runs the rules of axe-core, at the levels A and AA and good practice.
func auditPage(t *testing.T, b *browser) {
	t.Helper()
	path := os.Getenv("TONGHOP_AXE")
	if path == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_AXE is not set")
		}
		t.Skip("TONGHOP_AXE, the path of axe.min.js, is not set")
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b.eval(string(source)+"; 0", nil)
	var result struct {
		Passes     int
		Violations []string
	}
	b.eval(`axe.run(document).then(r => ({passes: r.passes.length, violations: r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' '))}))`, &result)
	for _, violation := range result.Violations {
		t.Error(violation)
	}
	if result.Passes < 20 {
		t.Errorf("only %d rules had something to look at", result.Passes)
	}
}
