package templates

import (
	"strings"

	"tonghop/lang"
)

// soundRules are the faults of structure that Word stumbles over, or mends by throwing something away, and that Microsoft's own validator
// does not see. A loop that repeats a stretch of a document without care makes most of them.
var soundRules = []Rule{
	{"o-khong-doan",
		lang.Format{Vi: "Ô, khung chữ hoặc chú thích không kết thúc bằng một đoạn văn", En: "A cell, a text box or a note does not end with a paragraph"},
		lang.Format{Vi: "Word báo tệp không đọc được. Mở bằng LibreOffice rồi lưu lại, hoặc xóa ô đó và tạo lại.", En: "Word calls the file unreadable. Open it in LibreOffice and save it, or delete the cell and make it again."}},
	{"bang-khong-hang",
		lang.Format{Vi: "Bảng không có hàng nào, hoặc hàng không có ô nào", En: "A table without rows, or a row without cells"},
		lang.Format{Vi: "Word báo tệp không đọc được. Xóa bảng đó rồi tạo lại.", En: "Word calls the file unreadable. Delete the table and make it again."}},
	{"khung-rong",
		lang.Format{Vi: "Khung nội dung (content control) không chứa gì", En: "A content control holds nothing"},
		lang.Format{Vi: "Word báo tệp không đọc được. Gõ chữ vào khung hoặc xóa khung.", En: "Word calls the file unreadable. Type into the control or delete it."}},
	{"trung-so-hinh",
		lang.Format{Vi: "Hai hình mang cùng một số", En: "Two drawings have the same number"},
		lang.Format{Vi: "Vài bản Word báo tệp hỏng. Cắt hình thứ hai rồi dán lại để Word đánh số mới.", En: "Some versions of Word call the file damaged. Cut the second one and paste it, so that Word numbers it anew."}},
	{"trung-so-khung",
		lang.Format{Vi: "Hai khung vẽ kiểu cũ (VML) mang cùng một mã", En: "Two shapes of the old kind (VML) have the same number"},
		lang.Format{Vi: "Chữ trong khung có thể bị lẫn. Cắt khung thứ hai rồi dán lại.", En: "Their texts may get mixed up. Cut the second one and paste it."}},
	{"trung-dau-trang",
		lang.Format{Vi: "Hai dấu trang (bookmark) trùng số hoặc trùng tên", En: "Two bookmarks have the same number or name"},
		lang.Format{Vi: "Word bỏ dấu trang thứ hai. Vào Insert → Bookmark, xóa rồi đặt lại.", En: "Word drops the second one. Delete it under Insert → Bookmark and set it again."}},
	{"dau-trang-ho",
		lang.Format{Vi: "Dấu trang (bookmark) thiếu điểm đầu hoặc điểm cuối", En: "A bookmark without its beginning or its end"},
		lang.Format{Vi: "Word bỏ dấu trang này. Vào Insert → Bookmark, xóa rồi đặt lại.", En: "Word drops it. Delete it under Insert → Bookmark and set it again."}},
	{"trung-ma-doan",
		lang.Format{Vi: "Hai đoạn văn mang cùng một mã", En: "Two paragraphs have the same number"},
		lang.Format{Vi: "Nhận xét có thể gắn nhầm đoạn. Mở bằng Word rồi lưu lại.", En: "Comments may attach to the wrong one. Open the file in Word and save it."}},
	{"trung-ma-khung",
		lang.Format{Vi: "Hai khung nội dung (content control) mang cùng một số", En: "Two content controls have the same number"},
		lang.Format{Vi: "Word đánh số lại khi lưu. Mở bằng Word rồi lưu lại.", En: "Word numbers them anew when it saves. Open the file in Word and save it."}},
	{"the-khung-dai",
		lang.Format{Vi: "Khung nội dung (content control) có thẻ hoặc tiêu đề dài quá 64 ký tự", En: "A content control has a tag or a title of more than 64 characters"},
		lang.Format{Vi: "Word báo tệp không đọc được. Rút ngắn thẻ trong Developer → Properties.", En: "Word calls the file unreadable. Shorten it under Developer → Properties."}},
	{"trung-chu-thich",
		lang.Format{Vi: "Một chú thích được đánh dấu ở hai chỗ", En: "A note has two marks"},
		lang.Format{Vi: "Word báo tệp hỏng hoặc đánh số sai. Xóa một dấu rồi chèn chú thích mới.", En: "Word calls the file damaged or numbers the notes wrongly. Delete one mark and insert a new note."}},
	{"chu-thich-mat",
		lang.Format{Vi: "Dấu chú thích hoặc dấu nhận xét không có nội dung đi kèm", En: "The mark of a note or comment that does not exist"},
		lang.Format{Vi: "Word báo tệp không đọc được. Xóa dấu đó rồi chèn lại.", En: "Word calls the file unreadable. Delete the mark and insert it again."}},
	{"nhan-xet-ho",
		lang.Format{Vi: "Nhận xét trùng số, hoặc thiếu điểm đầu hay điểm cuối", En: "A comment whose number is taken, or without its beginning or its end"},
		lang.Format{Vi: "Word bỏ nhận xét hoặc gắn nhầm chỗ. Xóa nhận xét đó rồi viết lại.", En: "Word drops it or puts it elsewhere. Delete it and write it again."}},
	{"truong-do-dang",
		lang.Format{Vi: "Trường của Word (mục lục, số trang, tham chiếu) thiếu điểm đầu hoặc điểm cuối", En: "A Word field (contents, page number, reference) without its beginning or its end"},
		lang.Format{Vi: "Chữ phía sau có thể biến mất. Xóa trường đó rồi chèn lại.", En: "The text behind it may vanish. Delete the field and insert it again."}},
}

// SoundRules lists the faults of structure that Sound looks for.
func SoundRules() []Rule { return append([]Rule(nil), soundRules...) }

// Sound looks for faults in the structure of a Word document that Word stumbles over and that Microsoft's validator does not see. One note
// is one fault; the notes are in the order of the parts and of what stands in them. The error, a lang.Message, says why the file is
// no Word document that can be read.
func Sound(data []byte) ([]Note, error) {
	s, err := openSurvey(data)
	if err != nil {
		return nil, err
	}
	return s.sound(), nil
}

func (s *survey) sound() []Note {
	c := sounding{survey: s, seen: map[string]bool{}}
	c.exists = c.notesThere()
	for _, part := range s.stories {
		c.part(part)
	}
	return c.notes
}

// sounding is the looking through one document.
type sounding struct {
	*survey
	at    *surveyed
	notes []Note
	// twinEnd is where the last stretch ends that was written for programs that cannot show what stands before it. Word gives both the
	// same numbers.
	twinEnd int
	// seen are the numbers and names that were met, each with the rule that wants it to be unique.
	seen map[string]bool
	// exists are the notes and comments that the document has, each with its kind.
	exists map[string]bool
}

func (c *sounding) add(code string, e *element, detail string) {
	shown := lang.Message{}
	if detail != "" {
		shown = quoted.With(shorten(detail, 60))
	}
	c.notes = append(c.notes, ruleOf(soundRules, code).note(c.at.placeOf(e), shown))
}

// once reports a number that was met before. scope is what has to be unique in.
func (c *sounding) once(code, scope string, e *element, id string) {
	if id == "" {
		return
	}
	if e.open.start < c.twinEnd && code != "trung-so-khung" {
		scope += " twin"
	}
	key := code + "\x00" + scope + "\x00" + id
	if c.seen[key] {
		c.add(code, e, id)
	}
	c.seen[key] = true
}

// part looks through one part.
func (c *sounding) part(part *surveyed) {
	c.at = part
	bookmarks, comments := ends{}, ends{}
	c.twinEnd = -1
	visit(part.root, func(e *element) {
		if e.name == "mc:Fallback" {
			c.twinEnd = max(c.twinEnd, e.end)
		}
		c.structure(e)
		c.numbers(e)
		switch part.local(e) {
		case "bookmarkStart":
			bookmarks.open(e, part.attribute(e, "id"))
			c.once("trung-dau-trang", "number", e, part.attribute(e, "id"))
			c.once("trung-dau-trang", "name", e, strings.ToLower(part.attribute(e, "name")))
		case "bookmarkEnd":
			bookmarks.shut(e, part.attribute(e, "id"))
		case "commentRangeStart":
			comments.open(e, part.attribute(e, "id"))
			c.once("nhan-xet-ho", "range", e, part.attribute(e, "id"))
		case "commentRangeEnd":
			comments.shut(e, part.attribute(e, "id"))
		}
	})
	for _, half := range bookmarks.halves() {
		c.add("dau-trang-ho", half, either(part.attribute(half, "name"), part.attribute(half, "id")))
	}
	for _, half := range comments.halves() {
		c.add("nhan-xet-ho", half, part.attribute(half, "id"))
	}
	c.fields(part)
}

func either(name, id string) string {
	if name != "" {
		return name
	}
	return id
}

// ends are the beginnings and ends of what stands in a part as two marks.
type ends struct {
	opened, closed []*element
	starts, stops  map[string]bool
	ids            map[*element]string
}

func (s *ends) open(e *element, id string) {
	s.opened = append(s.opened, e)
	s.remember(e, id, &s.starts)
}
func (s *ends) shut(e *element, id string) {
	s.closed = append(s.closed, e)
	s.remember(e, id, &s.stops)
}
func (s *ends) remember(e *element, id string, in *map[string]bool) {
	if *in == nil {
		*in = map[string]bool{}
	}
	if s.ids == nil {
		s.ids = map[*element]string{}
	}
	(*in)[id], s.ids[e] = true, id
}

// halves gives the marks whose partner is missing.
func (s *ends) halves() []*element {
	var halves []*element
	for _, e := range s.opened {
		if !s.stops[s.ids[e]] {
			halves = append(halves, e)
		}
	}
	for _, e := range s.closed {
		if !s.starts[s.ids[e]] {
			halves = append(halves, e)
		}
	}
	return halves
}

// fields looks whether every field that begins in a story ends in it. Text boxes are stories of their own.
func (c *sounding) fields(part *surveyed) {
	var within func(e *element) (depth int, first *element)
	within = func(e *element) (depth int, first *element) {
		for _, child := range e.children {
			switch {
			case child.kind == boxElement || child.kind == noteElement:
				if open, at := within(child); open != 0 {
					c.add("truong-do-dang", at, "")
				}
				continue
			case child.kind == deletedElement:
				continue
			case part.local(child) == "fldChar":
				switch part.attribute(child, "fldCharType") {
				case "begin":
					depth++
				case "end":
					depth--
				}
				if first == nil {
					first = child
				}
			}
			open, at := within(child)
			if depth += open; first == nil {
				first = at
			}
		}
		return depth, first
	}
	if open, at := within(part.root); open != 0 {
		c.add("truong-do-dang", at, "")
	}
}

// notesThere gives the notes and comments that the document has.
func (c *sounding) notesThere() map[string]bool {
	exists := map[string]bool{}
	for _, part := range c.stories {
		for _, e := range part.root.children {
			if e.kind == noteElement {
				exists[strings.ToLower(part.local(e))+part.attribute(e, "id")] = true
			}
		}
	}
	for _, id := range c.pack.commentIDs() {
		exists["comment"+id] = true
	}
	return exists
}

// commentIDs gives the numbers of the comments of a document, as they stand in their part.
func (a *archive) commentIDs() []string {
	_, data, root, prefix := a.comments()
	if root == nil {
		return nil
	}
	var ids []string
	for _, e := range root.children {
		if e.name == prefix+"comment" {
			ids = append(ids, attributeText(data[e.open.start:e.open.end], prefix+"id"))
		}
	}
	return ids
}

// comments finds the part of the comments. root is nil where there is none that can be read.
func (a *archive) comments() (file string, data []byte, root *element, prefix string) {
	for _, r := range a.relations(a.main) {
		if r.kind != "comments" {
			continue
		}
		data, err := a.read(r.target)
		if err != nil {
			continue
		}
		if root, prefix, err := parseXML(data); err == nil && root.name == prefix+"comments" {
			return r.target, data, root, prefix
		}
	}
	return "", nil, nil, ""
}
