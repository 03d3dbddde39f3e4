package out

import (
	"bytes"
	"encoding/json"
	"testing"

	"tonghop/lang"
	"tonghop/templates"
)

// Every story that a place can be in has a name in JSON and one in words.
func TestStoriesHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for story := templates.Body; (templates.Place{Story: story}).String() != ""; story++ {
		name := storyNames[story]
		if name == "" || seen[name] {
			t.Errorf("story %d is called %q", story, name)
		}
		seen[name] = true
	}
	if len(seen) != len(storyNames) {
		t.Errorf("%d stories, %d names", len(seen), len(storyNames))
	}
}

func TestLintJSON(t *testing.T) {
	var text bytes.Buffer
	found := Lint{
		File: "mau/sai.docx", Catalogue: "danhmuc.xlsx",
		Faults: []templates.Fault{{
			Place: templates.Place{Story: templates.Body, Heading: "I. KẾT QUẢ", Table: 1, Row: 2, Cell: 3, Paragraph: 1}, Tag: "{{xd_dvutt}}",
			Message: lang.Format{Vi: "Không có", En: "There is no"}.With(), Suggestions: []string{"xd_dvut"},
		}},
	}
	if err := WriteLintJSON(&text, found, lang.En); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	fault := got["faults"].([]any)[0].(map[string]any)
	for key, want := range map[string]any{
		"place": "body, under the heading “I. KẾT QUẢ”, table 1, row 2, cell 3, paragraph 1", "story": "body", "heading": "I. KẾT QUẢ",
		"table": 1.0, "row": 2.0, "cell": 3.0, "tag": "{{xd_dvutt}}", "message": "There is no",
	} {
		if fault[key] != want {
			t.Errorf("%s is %v, want %v", key, fault[key], want)
		}
	}
	if notes := got["notes"].([]any); len(notes) != 0 || got["schema"] != "tonghop/lint/1" || got["catalogue"] != "danhmuc.xlsx" {
		t.Errorf("got %s", text.String())
	}
}
