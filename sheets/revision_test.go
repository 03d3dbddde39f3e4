package sheets

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// The sending and the date of a form, as somebody types them.
func sending(turn any) func(*excelize.File) { return typing(turnRef, turn) }

func onDay(day string) func(*excelize.File) { return typing(dateRef, day) }

func TestNewestDeclaredCounts(t *testing.T) {
	const asked = "don-vi-cho-quyet-dinh error tc_doan_vien E12"
	day := func(file, on string) *Intake {
		return &Intake{Unit: "x1", Period: "2021", File: file, Received: date(on)}
	}
	fewer := typing("E12", 1700)
	for _, tt := range []struct {
		name    string
		a, b, c func(*excelize.File) // what was done to a.xlsx, b.xlsx and c.xlsx; c nil: not sent
		intakes []*Intake
		used    string // "" is in question
		want    []string
	}{
		{"nothing tells", nil, fewer, nil, nil, "", []string{asked}},
		{"a second sending", nil, steps(fewer, sending(2)), nil, nil, "b", []string{"ban-thay-the note"}},
		{"the order of the names says nothing", sending(2), fewer, nil, nil, "a", []string{"ban-thay-the note"}},
		{"the first sending is stated", sending("1"), steps(fewer, sending("lần 2")), nil, nil, "b", []string{"ban-thay-the note"}},
		{"two second sendings", sending(2), steps(fewer, sending(2)), nil, nil, "", []string{asked}},
		{"a later date", nil, steps(fewer, onDay("08/01/2022")), nil, nil, "b", []string{"ban-thay-the note"}},
		{"an earlier date", nil, steps(fewer, onDay("03/01/2022")), nil, nil, "a", []string{"ban-thay-the note"}},
		{"one date only", onDay(""), steps(fewer, onDay("08/01/2022")), nil, nil, "", []string{asked}},
		{"sending and date agree", nil, steps(fewer, sending(3), onDay("08/01/2022")), nil, nil, "b", []string{"ban-thay-the note"}},
		{"a second sending without a date", nil, steps(fewer, sending(2), onDay("")), nil, nil, "b", []string{"ban-thay-the note"}},
		{"sending and date contradict each other", nil, steps(fewer, sending(2), onDay("03/01/2022")), nil, nil, "", []string{asked}},
		{"a sending that cannot be read", nil, steps(fewer, sending("cuối"), onDay("08/01/2022")), nil, nil, "", []string{asked}},
		{"the office's days", nil, fewer, nil, []*Intake{day("a.xlsx", "2022-01-09"), day("b.xlsx", "2022-01-06")}, "a", []string{"ban-thay-the note"}},
		{"the office's days go before those of the forms", nil, steps(fewer, onDay("08/01/2022")), nil,
			[]*Intake{day("a.xlsx", "2022-01-09"), day("b.xlsx", "2022-01-06")}, "a", []string{"ban-thay-the note"}},
		{"the office's day of one", onDay(""), steps(fewer, onDay("08/01/2022")), nil, []*Intake{day("a.xlsx", "2022-01-06")}, "b", []string{"ban-thay-the note"}},
		{"the office's day of one against both dates", nil, steps(fewer, onDay("08/01/2022")), nil, []*Intake{day("a.xlsx", "2022-01-09")}, "", []string{asked}},
		{"the office's day of the unit tells no file from another", nil, fewer, nil, []*Intake{day("", "2022-01-06")}, "", []string{asked}},
		{"the office chose the older one", nil, steps(fewer, sending(2)), nil, []*Intake{{Unit: "x1", Period: "2021", File: "a.xlsx", Chosen: true}}, "a", nil},
		{"the newest of three", sending(2), steps(typing("E12", 5), sending(3)), fewer, nil, "b", []string{"ban-thay-the note"}},
		{"a third that nothing tells from the second", nil, steps(fewer, sending(2)), steps(typing("E12", 1), sending(2)), nil, "", []string{asked}},
		{"the newest says again what the first said", nil, steps(fewer, sending(2)), sending(3), nil, "c", []string{"ban-thay-the note"}},
		{"the newest twice", nil, steps(fewer, sending(2)), steps(fewer, sending(2)), nil, "b", []string{"ban-thay-the note"}},
		{"what is left blank", nil, steps(typing("E12", ""), sending(2)), nil, nil, "b", []string{"ban-thay-the note", "ban-thay-the-thieu warning tc_doan_vien E12"}},
		{"a supplement of one figure", typing("E12", ""), steps(func(x *excelize.File) {
			for row := 13; row <= 25; row++ {
				x.SetCellValue(form, cellRef(row, colValue), nil)
			}
		}, sending(2)), nil, nil, "b", []string{"ban-thay-the note", "ban-thay-the-thieu warning E13"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sampleCatalogue()
			c.Intakes = tt.intakes
			files := map[string][]byte{"a.xlsx": edited(t, c, "x1", tt.a), "b.xlsx": edited(t, c, "x1", tt.b)}
			if tt.c != nil {
				files["c.xlsx"] = edited(t, c, "x1", tt.c)
			}
			b := mustRead(t, c, files)
			if got := seen(b.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
			u := c.Units.Unit("x1")
			used := ""
			if s := b.Submissions[u.Index]; s != nil {
				used = strings.TrimSuffix(strings.TrimPrefix(s.File.Path, "nop/"), ".xlsx")
			}
			if used != tt.used || b.InQuestion[u.Index] != (tt.used == "") {
				t.Errorf("%q counts, want %q; in question: %v", used, tt.used, b.InQuestion[u.Index])
			}
			for _, r := range b.Revisions {
				if (r.Outcome == Undecided) != (tt.used == "") || r.Outcome == Undecided != r.By.IsZero() || len(r.Changes) == 0 {
					t.Errorf("%s and %s: %+v", r.File.Path, r.Other.Path, r)
				}
			}
			if len(b.Revisions) == 0 {
				t.Error("nothing is said to differ")
			}
		})
	}
}

// All that differs is kept with both cells; a message shows the first places and counts the others.
func TestWhatDiffers(t *testing.T) {
	c := sampleCatalogue()
	newer := steps(sending(2), typing("E12", 1806), typing("E13", "0"), typing("E17", 121), typing("E18", 25_000_000), typing("E25", ""), listing(road, river))
	b := mustRead(t, c, map[string][]byte{"a.xlsx": edited(t, c, "x1", listing(road)), "b.xlsx": edited(t, c, "x1", newer)})
	var got []string
	for _, r := range b.Revisions {
		for _, change := range r.Changes {
			got = append(got, fmt.Sprintf("%s %q %s → %q %s", change.Indicator, change.Old.Raw, change.OldPos.Cell(), change.New.Raw, change.NewPos.Cell()))
		}
	}
	want := []string{
		`tc_doan_vien "1805" E12 → "1806" E12`, `tn_qua "120" E17 → "121" E17`, `tn_qua_tien "24000000" E18 → "25000000" E18`,
		`mt_ten "Thắp sáng niềm tin" E25 → "" E25`, `ds_cong_trinh.ten ""  → "` + b.Submissions[c.Units.Unit("x1").Index].Lists[0].Rows[1].Cells[0].Raw,
	}
	if len(got) != 5 || !slices.Equal(got[:4], want[:4]) || !strings.HasPrefix(got[4], want[4]) {
		t.Errorf("changes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	message := b.Findings[0].Message.In(lang.Vi)
	for _, part := range []string{
		"Bản này thay bản “nop/a.xlsx” (lần gửi 2 thay lần gửi 1); 5 chỗ khác nhau: ",
		"“Tổng số đoàn viên tại thời điểm chốt số liệu”: “1805” (Biểu mẫu ô E12) → “1806” (Biểu mẫu ô E12); ", "; và 2 chỗ khác",
	} {
		if !strings.Contains(message, part) {
			t.Errorf("%q does not say %q", message, part)
		}
	}
	if want := "Bản mới để trống 1 chỗ mà bản “nop/a.xlsx” có nội dung: “Tên mô hình tiêu biểu”: “Thắp sáng niềm tin” (Biểu mẫu ô E25)"; !strings.HasPrefix(b.Findings[1].Message.In(lang.Vi), want) {
		t.Errorf("%q, want %q", b.Findings[1].Message.In(lang.Vi), want)
	}
	if reason := b.Files[0].Reason.In(lang.Vi); reason != "Đơn vị đã gửi bản mới hơn “nop/b.xlsx” (lần gửi 2 thay lần gửi 1)" {
		t.Errorf("the reason is %q", reason)
	}
}

// Whichever order the files come in, the same one counts; and a file that outdoes another is never outdone by it.
func TestOrderOfSendings(t *testing.T) {
	d := &desk{reader: &reader{}, rows: map[UnitCode][]*Intake{}}
	u := &Unit{Code: "x1"}
	var sent []*outcome
	for turn := range 3 {
		for _, day := range []string{"", "2022-01-05", "2022-01-08"} {
			s := &Submission{Unit: u, Turn: turn, Values: []Value{{State: Given, Rat: new(big.Rat).SetInt64(int64(len(sent)))}}}
			if day != "" {
				s.Declared = date(day)
			}
			sent = append(sent, &outcome{file: &File{Path: fmt.Sprint(len(sent))}, submission: s})
		}
	}
	for _, a := range sent {
		for _, b := range sent {
			x, saysX := d.order(a, b)
			y, saysY := d.order(b, a)
			if x != -y || saysX.In(lang.Vi) != saysY.In(lang.Vi) || a == b && x != 0 {
				t.Errorf("%+v and %+v: %d and %d, %q and %q", a.submission, b.submission, x, y, saysX.In(lang.Vi), saysY.In(lang.Vi))
			}
			both := d.newest([]*outcome{a, b})
			if a != b && (both == nil) != (x == 0) || d.newest([]*outcome{b, a}) != both && a != b {
				t.Errorf("%+v and %+v: the newest is %v", a.submission, b.submission, both)
			}
		}
	}
}

// Many ways to write the number of a sending; what is none is said.
func TestTurn(t *testing.T) {
	c := sampleCatalogue()
	for _, tt := range []struct {
		typed any
		turn  int
	}{
		{nil, 1}, {"", 1}, {1, 1}, {2, 2}, {"2", 2}, {"02", 2}, {"lần 2", 2}, {"Lần thứ hai", 2}, {"thứ nhất", 1}, {"lần đầu", 1}, {12, 12}, {"99", 99},
		{0, 0}, {-1, 0}, {100, 0}, {1.5, 0}, {"bổ sung", 0}, {"bổ sung lần 1", 0}, {"2-3", 0}, {"x", 0}, {true, 0},
	} {
		b := mustRead(t, c, map[string][]byte{"a.xlsx": edited(t, c, "x1", sending(tt.typed))})
		s := b.Submissions[c.Units.Unit("x1").Index]
		var want []string
		if tt.turn == 0 {
			want = []string{"tep-lan-gui warning E8"}
		}
		if s.Turn != tt.turn || !slices.Equal(seen(b.Findings), want) {
			t.Errorf("%v: sending %d, want %d; %q", tt.typed, s.Turn, tt.turn, seen(b.Findings))
		}
		if !s.Declared.Equal(date("2022-01-05")) {
			t.Errorf("%v: the date is %v", tt.typed, s.Declared)
		}
	}
}

// A date that is blank is not the label beside it; and a form that was typed again says both by their labels, wherever they stand.
func TestDateAndSendingOfARetypedForm(t *testing.T) {
	c := sampleCatalogue()
	b := mustRead(t, c, map[string][]byte{"a.xlsx": edited(t, c, "x1", onDay(""))})
	if s := b.Submissions[c.Units.Unit("x1").Index]; !s.Declared.IsZero() || len(b.Findings) > 0 {
		t.Errorf("declared %v, %q", s.Declared, seen(b.Findings))
	}
	moved := steps(onDay(""), typing("A8", ""), typing("D8", ""), typing("A7", "Lần nộp: 3"), typing("C7", ""), typing("D7", "Ngày báo cáo"), typing("E7", "06/01/2022"))
	b = mustRead(t, c, map[string][]byte{"a.xlsx": edited(t, c, "x1", func(x *excelize.File) {
		for _, cells := range [][2]string{{"A7", "B7"}, {"C7", "F7"}} {
			x.UnmergeCell(form, cells[0], cells[1])
		}
		moved(x)
	})})
	if s := b.Submissions[c.Units.Unit("x1").Index]; s.Turn != 3 || !s.Declared.Equal(date("2022-01-06")) || len(b.Findings) > 0 {
		t.Errorf("sending %d, declared %v, %q", s.Turn, s.Declared, seen(b.Findings))
	}
}
