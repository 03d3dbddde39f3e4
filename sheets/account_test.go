package sheets

import (
	"strings"
	"testing"

	"tonghop/lang"
)

// What does not add up fails the run, whichever way it went wrong.
func TestAccount(t *testing.T) {
	why := lang.Format{Vi: "hỏng", En: "broken"}.With()
	for _, tt := range []struct {
		name   string
		change func(b *Batch, of map[string]*File)
		want   string // "" is nothing wrong
	}{
		{"all is well", func(*Batch, map[string]*File) {}, ""},
		{"a file is forgotten", func(b *Batch, _ map[string]*File) { b.Files = b.Files[1:] }, "nhận 4 tệp mà có kết quả cho 3 tệp"},
		{"a file is there twice", func(b *Batch, _ map[string]*File) { b.Files[1] = b.Files[0] }, "tệp “b” không có kết quả nào"},
		{"an outcome that is none", func(_ *Batch, of map[string]*File) { of["d"].Outcome = 9 }, "kết quả lạ"},
		{"no reason", func(_ *Batch, of map[string]*File) { of["c"].Reason = lang.Message{} }, "“c” không được dùng mà không nêu lý do"},
		{"used and not counted", func(b *Batch, _ map[string]*File) { b.Submissions[0] = nil }, "“a” ghi là đã dùng mà số liệu không được tính"},
		{"counted and not used", func(b *Batch, of map[string]*File) { b.Submissions[1] = &Submission{File: of["b"]} }, "“b” không ghi là đã dùng mà số liệu được tính"},
		{"counted twice", func(b *Batch, of map[string]*File) { b.Submissions[1] = &Submission{File: of["a"]} }, "“a” được tính hai lần"},
	} {
		b := &Batch{Period: &Period{Code: "2021"}, Submissions: make([]*Submission, 2)}
		of := make(map[string]*File)
		var received []listed
		for i, path := range []string{"a", "b", "c", "d"} {
			f := &File{Path: path, Outcome: Outcome(i)}
			if f.Outcome != Used {
				f.Reason = why
			}
			of[path], b.Files = f, append(b.Files, f)
			received = append(received, listed{shown: path})
		}
		b.Submissions[0] = &Submission{File: of["a"]}
		tt.change(b, of)
		err := account(received, b, map[*Period]*Batch{b.Period: b})
		if tt.want == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}
