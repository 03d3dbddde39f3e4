package templates

import "slices"

// sealing knows where no content control of ours may stand: inside of a control that holds text and nothing else or that is filled from
// somewhere, and among the instructions of a field.
type sealing struct {
	sealed bool
	// fields are the fields that are open, the innermost last: true once their instructions are over.
	fields []bool
}

// sealers are the properties of controls that can hold no other control.
var sealers = []string{"text", "date", "dropDownList", "comboBox", "picture", "citation", "equation", "bibliography", "dataBinding"}

// seals reports whether a control can hold no other control.
func (s *scanner) seals(control *element) bool {
	for _, properties := range control.children {
		if properties.name != s.prefix+"sdtPr" {
			continue
		}
		for _, c := range properties.children {
			if slices.ContainsFunc(sealers, func(name string) bool { return c.name == s.prefix+name }) || c.name == "w14:checkbox" || c.name == "w15:dataBinding" {
				return true
			}
		}
	}
	return false
}

// seal goes into a control and gives the way out.
func (s *sealing) seal(sealed bool) (leave func()) {
	outside := s.sealed
	s.sealed = s.sealed || sealed
	return func() { s.sealed = outside }
}

// unseal goes into a story of its own, such as a text box, and gives the way out.
func (s *sealing) unseal() (leave func()) {
	outside := *s
	*s = sealing{}
	return func() { *s = outside }
}

// field follows the beginnings, the middles and the ends of fields.
func (s *scanner) field(e *element) {
	if e.name != s.prefix+"fldChar" {
		return
	}
	switch last := len(s.fields) - 1; attributeText(s.bytes(e.open), s.prefix+"fldCharType") {
	case "begin":
		s.fields = append(s.fields, false)
	case "separate":
		if last >= 0 {
			s.fields[last] = true
		}
	case "end":
		if last >= 0 {
			s.fields = s.fields[:last]
		}
	}
}

// inInstruction reports whether the reader is among the instructions of some field.
func (s *sealing) inInstruction() bool { return slices.Contains(s.fields, false) }
