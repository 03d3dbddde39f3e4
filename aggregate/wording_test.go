package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/vntext"
)

func TestIncompleteWords(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Đã đánh giá 05 lần, đạt 05/12 tháng, đúng theo quy chế.", "đúng theo quy chế 05/12"},
		{"Sinh hoạt đầy đủ 93/94 xã", "đầy đủ 93/94"},
		{"100% (93/94) Đoàn cấp xã duy trì mô hình", "100% 93/94"},
		{"100% đoàn viên (1.805/2.000) được giới thiệu", "100% 1.805/2.000"},
		{"đạt 05/12 tháng theo quy chế.", ""},
		{"100% (94/94) Đoàn cấp xã", ""},
		{"Chưa đầy đủ: 93/94 xã", ""},
		{"phấn đấu 100% đơn vị, hiện có 93/94", ""},
		{"Tổ chức đúng quy định ngày 05/12", ""},
		{"Họp đúng quy chế từ 01/7 đến 30/9", ""},
		{"Theo Kế hoạch số 12/35-KH, đúng quy định", ""},
		{"Kế hoạch 35/40-KH, đúng quy định", ""},
		{"Họp ngày 05/12/2021, đầy đủ thành phần", ""},
		{"Họp đúng quy chế. Đạt 05/12 tháng.", ""},
		{"Đại hội được tổ chức đúng quy định, trang trọng, tiết kiệm, an toàn, có sức lan toả trong đoàn viên, thanh niên; 93/94 xã duy trì", ""},
		{"", ""},
	} {
		claimed, count, ok := incomplete(tt.text)
		if got := strings.TrimSpace(claimed + " " + count); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestClaims(t *testing.T) {
	for _, tt := range []struct {
		text       string
		open, done string
	}{
		{"Khuyết điểm đã được khắc phục.", "", "đã được khắc phục"},
		{"KHUYẾT ĐIỂM ĐÃ ĐƯỢC KHẮC PHỤC", "", "đã được khắc phục"},
		{"Khuyết điểm đã được khắc phục một phần", "", ""},
		{"Khuyết điểm chưa được khắc phục triệt để", "chưa được khắc phục", ""},
		{"chưa hoàn thành tất cả chỉ tiêu", "chưa hoàn thành", ""},
		{"hoàn thành tất cả chỉ tiêu", "", "hoàn thành tất cả"},
		{"phấn đấu hoàn thành đầy đủ", "", ""},
		{"chăm lo trẻ chưa thành niên", "", ""},
		{"đánh giá hằng tháng đúng theo quy chế", "", "đúng theo quy chế"},
		{"cần khắc phục hoàn toàn", "", ""},
		{"mọi việc chưa đạtt", "", ""},
	} {
		key := vntext.Key(tt.text)
		open, _ := claim(key, openWords)
		done, _ := claim(key, doneWords)
		if open.words != tt.open || done.words != tt.done {
			t.Errorf("%s: got %q and %q, want %q and %q", tt.text, open.words, done.words, tt.open, tt.done)
		}
	}
}

// Words that say the opposite of the figures are told with their cell.
func TestContradictions(t *testing.T) {
	for _, tt := range []struct {
		name                          string
		measure, results, level, note string // note is the reason
		general                       string
		want                          string
	}{
		{"figures and words agree", "a >= 3", "Đã được khắc phục.", "", "", "", ""},
		{"met and the text says not", "a >= 3", "Chưa đạt mục tiêu đề ra.", "", "", "", codeOpenWords + " F2"},
		{"met and the reason says not", "a >= 3", "", "3", "chưa hoàn thành kế hoạch", "", codeOpenWords + " J2"},
		{"unmet and the text says done", "a >= 30", "Khuyết điểm đã được khắc phục.", "", "", "", codeDoneWords + " F2"},
		{"unmet and by the book", "f >= 1", "Họp đúng theo quy chế.", "", "", "", codeDoneWords + " F2"},
		{"unmet and the text says so", "a >= 30", "Chưa được khắc phục triệt để.", "", "còn chậm, chưa đạt", "", ""},
		{"a tag that prints fewer than all", "a >= 3", "Đạt {{f}} tháng, đúng quy định.", "", "", "", codeIncomplete + " F2"},
		{"the same as a percentage", "a >= 3", "Đạt {{g}}, các chi đoàn sinh hoạt đúng quy định.", "", "", "", ""},
		{"a general sentence", "a >= 30", "", "", "", "Tất cả khuyết điểm đã được khắc phục.", codeGeneral + " B2"},
		{"a general sentence that is true", "a >= 3", "", "", "", "Tất cả khuyết điểm đã được khắc phục.", ""},
		{"a general sentence of too little", "a >= 3", "", "", "", "Các khuyết điểm chưa được khắc phục.", codeGeneral + " B2"},
		{"a sentence about something else", "a >= 30", "", "", "", "Yêu cầu khắc phục các khuyết điểm đã nhận. Hoàn thành tất cả chỉ tiêu.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := office(t, district+`
# Thông tin
Khóa | Giá trị
mat_duoc | `+tt.general+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức | Định dạng
a | A | số đếm | xã | |
f | F | công thức | | a / 12 | nm
g | G | công thức | | a / 12 | pt
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Giải pháp | Kết quả | Số đo | Năm trước | Đánh giá | Lý do
KD1 | 1 | Chưa hoàn thành 100% chỉ tiêu | phong trào | Phấn đấu đạt 100%, đúng quy chế | `+tt.results+` | `+tt.measure+` | 0 | `+tt.level+` | `+tt.note+`
`)
			r := build(t, c, "x1: a=1\nx2: a=2\nx3: a=2")
			var found []string
			for _, f := range r.Findings {
				found = append(found, fmt.Sprint(f.Code, " ", f.Pos.Cell()))
			}
			if got := strings.Join(found, "; "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzWords looks for texts that break the reading of claims.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"Đạt 05/12 tháng, đúng theo quy chế.", "100% (93/94)", "{{f_bpv}} đầy đủ", "\xff/9 đầy đủ 1/2", "đầy đủ 00000000000000000000/9"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if claimed, count, ok := incomplete(text); ok && (claimed == "" || !strings.Contains(vntext.Key(text), count)) {
			t.Errorf("%q: %q %q", text, claimed, count)
		}
		_, _ = claim(vntext.Key(text), openWords)
	})
}
