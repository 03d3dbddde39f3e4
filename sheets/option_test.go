package sheets

import "testing"

// A code and a label that both come near are one option; two options that come near are a question.
func TestOnlyOption(t *testing.T) {
	names := []string{"XS", "Hoàn thành xuất sắc", "tot", "Tốt", "kha", "Khá", "yeu", "Yếu", "yen", "Yên"}
	for _, tt := range []struct{ typed, want string }{
		{"Tôtt", "Tốt"}, {"hoàn thành suất sắc", "Hoàn thành xuất sắc"}, {"kháa", "kha"}, {"yep", ""}, {"trung bình", ""}, {"", ""},
	} {
		if got := onlyOption(tt.typed, names); got != tt.want {
			t.Errorf("%q: suggests %q, want %q", tt.typed, got, tt.want)
		}
	}
}
