package figure

import "tonghop/lang"

// Severity says how bad a finding is. The zero value is Fine.
type Severity uint8

// The severities, in rising order.
const (
	Fine    Severity = iota // nothing to say
	Note                    // read with certainty from an unusual spelling; recorded
	Warning                 // read and used; somebody should look
	Error                   // not used: the value is missing
)

// Title is the severity as people read it.
func (s Severity) Title() lang.Format {
	switch s {
	case Note:
		return lang.Format{Vi: "lưu ý", En: "note"}
	case Warning:
		return lang.Format{Vi: "cảnh báo", En: "warning"}
	case Error:
		return lang.Format{Vi: "lỗi", En: "error"}
	}
	return lang.Format{Vi: "ổn", En: "fine"}
}

// String is the name of the severity in JSON.
func (s Severity) String() string { return s.Title().En }
