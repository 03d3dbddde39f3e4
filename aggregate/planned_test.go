package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/sheets"
)

// plannedRows are the rows of a report whose targets are planned and not yet due.
func plannedRows(t *testing.T, report string) []planned {
	t.Helper()
	var rows []planned
	for _, p := range readPlanned(t) {
		if p.report == report {
			rows = append(rows, p)
		}
	}
	return rows
}

// answerFor is what is handed in for a planned part to come below, to or above its plan. A plan of all, or of a value, cannot be exceeded.
func answerFor(p planned, verdict sheets.Verdict) string {
	low, share := strings.TrimSuffix(p.low, "%"), strings.HasSuffix(p.low, "%")
	edge := low
	if verdict == sheets.Exceeded && p.comparison == "range" {
		edge = p.high
	}
	n := 0
	if _, err := fmt.Sscan(edge, &n); err != nil { // a category
		return map[sheets.Verdict]string{sheets.Unmet: "HT"}[verdict] + map[sheets.Verdict]string{sheets.Met: "XS", sheets.Exceeded: "XS"}[verdict]
	}
	switch {
	case p.comparison == "=" && verdict == sheets.Unmet, p.comparison == ">" && verdict != sheets.Unmet:
		n++
	case p.comparison == ">", p.comparison == "=":
	case verdict == sheets.Unmet:
		n--
	case verdict == sheets.Exceeded && p.low != "100%":
		n++
	}
	if share {
		return fmt.Sprintf("%d%%", n)
	}
	return fmt.Sprint(n)
}

// plannedVerdict is what a part comes to that was made to come to the verdict.
func plannedVerdict(p planned, verdict sheets.Verdict) sheets.Verdict {
	if verdict == sheets.Exceeded && (p.comparison != ">=" && p.comparison != "range" || p.low == "100%") {
		return sheets.Met
	}
	return verdict
}

// Every planned target of the reports loads, says that there are no data while nothing was handed in, and is judged once figures are there.
func TestPlannedTargets(t *testing.T) {
	for _, report := range []string{"C-next", "D-next"} {
		for _, verdict := range []sheets.Verdict{sheets.Insufficient, sheets.Unmet, sheets.Met, sheets.Exceeded} {
			figures, options := "# Số liệu\nMã | Tên | Kiểu | Cấp nhập\n", "# Lựa chọn\nDanh sách | Mã | Nhãn\n"
			rows := "# Chỉ tiêu\nMã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Kết luận tay | Lý do\n"
			answers, want := "cd:", make(map[string]sheets.Verdict)
			all := plannedRows(t, report)
			for i, p := range all {
				code, kind, hand := fmt.Sprintf("f%d", i), "số đếm", ""
				switch {
				case p.part == "*":
					rows += p.target + " | * | Cả chỉ tiêu | | | | | | | do dịch\n"
					continue
				case p.comparison == "qualitative":
					if verdict != sheets.Insufficient {
						hand = title(plannedVerdict(p, verdict))
					}
					rows += strings.Join([]string{p.target, p.part, "Nội dung", "", "định tính", "", "", "", hand, "kết quả kiểm tra"}, " | ") + "\n"
					want[p.target+"."+p.part] = plannedVerdict(p, verdict)
					continue
				case strings.HasSuffix(p.low, "%"):
					kind = "tỷ lệ"
				case p.low == "XS":
					kind = "phân loại"
					options += code + " | XS | \n" + code + " | HT | \n"
				}
				figures += code + " | Số liệu | " + kind + " | chi đoàn\n"
				rows += strings.Join([]string{p.target, p.part, "Nội dung", code, comparisonOf(p.comparison), p.low, p.high, scopeOf(p.scope), "", "do dịch"}, " | ") + "\n"
				if verdict != sheets.Insufficient {
					answers += " " + code + "=" + answerFor(p, verdict)
				}
				want[p.target+"."+p.part] = plannedVerdict(p, verdict)
			}
			c := office(t, year+"# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\ncd | Chi đoàn | chi đoàn | | có\n"+figures+options+rows)
			seen := 0
			for _, target := range build(t, c, answers).Targets {
				for _, p := range target.Parts {
					if got := p.Verdict; got != want[p.Part.Name()] {
						t.Errorf("%s, %s made %s: got %s", report, p.Part.Name(), title(verdict), title(got))
					}
					seen++
				}
				if verdict != sheets.Exceeded && target.Verdict != verdict {
					t.Errorf("%s, %s made %s: got %s", report, target.Target.Code, title(verdict), title(target.Verdict))
				}
			}
			if seen != len(want) {
				t.Errorf("%s: %d of %d parts", report, seen, len(want))
			}
		}
	}
}

// No row of the table is left out: it has a verdict that is recomputed, or is planned and judged above.
func TestEveryTargetIsCovered(t *testing.T) {
	for _, p := range readPlanned(t) {
		judged := p.verdict != "" && (p.report == "C" || p.report == "D" || p.report == "E")
		planned := p.report == "C-next" || p.report == "D-next"
		if judged == planned || planned && p.verdict != "" {
			t.Errorf("%s %s.%s is in no test", p.report, p.target, p.part)
		}
	}
}
