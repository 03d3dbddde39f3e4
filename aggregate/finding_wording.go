package aggregate

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var (
	sayOpenWords = lang.Format{
		Vi: "Khuyết điểm “%s”: lời văn ghi “%s”, nhưng mọi số đo gắn với đoạn này đều đạt.",
		En: "The shortcoming “%s”: the text says “%s”, and every measure linked to it is met.",
	}
	sayDoneWords = lang.Format{
		Vi: "Khuyết điểm “%s”: lời văn ghi “%s”, nhưng số đo “%s” chưa đạt.",
		En: "The shortcoming “%s”: the text says “%s”, and the measure “%s” is unmet.",
	}
	sayIncomplete = lang.Format{
		Vi: "Lời văn ghi “%s” bên cạnh “%s”, là chưa đủ.",
		En: "The text says “%s” beside “%s”, which is not all.",
	}
	sayGeneral = lang.Format{
		Vi: "Lời văn nói chung về các khuyết điểm ghi “%s”, nhưng theo mức đã đánh giá thì %d/%d khuyết điểm đã được khắc phục.",
		En: "A text about all shortcomings says “%s”, and by their levels %d of %d are remedied.",
	}
	hintWording = lang.Format{
		Vi: "Sửa lời văn trong ô này cho khớp với số liệu, hoặc kiểm tra lại số đo ở trang “%s”.",
		En: "Correct the text in this cell, or check the measures in the sheet “%s”.",
	}
)

func (r *Result) findOpenWords(s *ShortcomingResult, pos sheets.Pos, words string) {
	r.findWording(codeOpenWords, pos, sayOpenWords.With(string(s.Shortcoming.Code), words))
}

func (r *Result) findDoneWords(s *ShortcomingResult, pos sheets.Pos, words, measure string) {
	r.findWording(codeDoneWords, pos, sayDoneWords.With(string(s.Shortcoming.Code), words, measure))
}

func (r *Result) findIncomplete(pos sheets.Pos, claimed, count string) {
	r.findWording(codeIncomplete, pos, sayIncomplete.With(claimed, count))
}

func (r *Result) findGeneral(pos sheets.Pos, words string, done, all int) {
	r.findWording(codeGeneral, pos, sayGeneral.With(words, done, all))
}

func (r *Result) findWording(code string, pos sheets.Pos, message lang.Message) {
	r.find(sheets.Finding{Code: code, Severity: figure.Warning, Pos: pos, Message: message, Hint: hintWording.With(shortcomingSheet)})
}

var (
	sayTyped = lang.Format{
		Vi: "Lời văn ghi “%s” là %s, nhưng số liệu tổng hợp là %s.",
		En: "The text says of “%s” %s, and the data say %s.",
	}
	hintTyped = lang.Format{
		Vi: "Thay con số gõ tay bằng thẻ {{%s}} để báo cáo luôn in đúng số liệu.",
		En: "Put the tag {{%s}} in the place of the typed number, so that the report prints the data.",
	}
)

// TypedNumber is the finding about a number that was typed into a text of the catalogue beside the name of a figure, and that the data do not confirm.
func TypedNumber(pos sheets.Pos, label, typed, now, code string) sheets.Finding {
	return sheets.Finding{
		Code: codeTypedNumber, Severity: figure.Note, Pos: pos, Raw: typed, Catalogue: true, Count: 1,
		Message: sayTyped.With(label, typed, now), Hint: hintTyped.With(code),
	}
}
