package out

import (
	"fmt"
	"io"
	"strings"

	"tonghop/lang"
)

// SymptomLevel says how bad something is that doctor saw.
type SymptomLevel uint8

// The levels, the harmless one first.
const (
	Healthy SymptomLevel = iota
	Attention
	Fault
)

// Symptom is one thing that doctor looked at, and how it is.
type Symptom struct {
	Code  string // of the examination
	Title lang.Format
	Level SymptomLevel
	// Said is how it is; where something is to be done it ends with what.
	Said lang.Message
}

var symptomLevels = [...]struct {
	name  string // as JSON has it
	title lang.Format
}{
	Healthy:   {"ok", lang.Format{Vi: "ok", En: "ok"}},
	Attention: {"attention", lang.Format{Vi: "chú ý", En: "attention"}},
	Fault:     {"fault", lang.Format{Vi: "lỗi", En: "fault"}},
}

var (
	lineSymptom = lang.Format{Vi: "%s: %s [%s]", En: "%s: %s [%s]"}
	msgWell     = lang.Format{Vi: "Không có gì phải sửa.", En: "Nothing is to be mended."}
	msgUnwell   = lang.Format{Vi: "%d lỗi, %d chỗ cần chú ý. Muốn hiểu một mã trong ngoặc vuông: tonghop explain MÃ", En: "%d faults, %d things to look at. What a code in brackets means: tonghop explain CODE"}
)

// WriteSymptoms says for a person what was looked at, a line each. Short leaves out what is well.
func WriteSymptoms(w io.Writer, all []Symptom, paint Paint, short bool, l lang.Lang) error {
	var text strings.Builder
	counts := [len(symptomLevels)]int{}
	for _, s := range all {
		counts[s.Level]++
		if short && s.Level == Healthy {
			continue
		}
		level := symptomLevels[s.Level].title.In(l)
		level = level + strings.Repeat(" ", max(0, widestLevel(l)-len([]rune(level))))
		level = [...]func(string) string{paint.Good, paint.Doubtful, paint.Bad}[s.Level](level)
		fmt.Fprintf(&text, "%s  %s\n", level, Clean(lineSymptom.With(s.Title, s.Said, s.Code).In(l)))
	}
	switch {
	case counts[Attention]+counts[Fault] > 0:
		text.WriteString(msgUnwell.With(counts[Fault], counts[Attention]).In(l) + "\n")
	case !short:
		text.WriteString(msgWell.In(l) + "\n")
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func widestLevel(l lang.Lang) int {
	widest := 0
	for _, level := range symptomLevels {
		widest = max(widest, len([]rune(level.title.In(l))))
	}
	return widest
}

// The shapes of tonghop/doctor/1. Keys and their order are a contract with other programs.
type (
	doctorJSON struct {
		Schema       string        `json:"schema"`
		Workspace    string        `json:"workspace"`
		Examinations []symptomJSON `json:"examinations"`
	}
	symptomJSON struct {
		Code    string `json:"code"`
		Title   string `json:"title"`
		Level   string `json:"level"`
		Message string `json:"message"`
	}
)

// WriteSymptomsJSON writes what was looked at, as tonghop/doctor/1.
func WriteSymptomsJSON(w io.Writer, workspace string, all []Symptom, l lang.Lang) error {
	made := doctorJSON{Schema: "tonghop/doctor/1", Workspace: workspace, Examinations: []symptomJSON{}}
	for _, s := range all {
		made.Examinations = append(made.Examinations, symptomJSON{s.Code, s.Title.In(l), symptomLevels[s.Level].name, s.Said.In(l)})
	}
	return writeJSON(w, made)
}
