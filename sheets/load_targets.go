package sheets

import (
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// wholeTarget is the Phần of the row that is about the whole target.
const wholeTarget = "*"

var (
	partTwice      = lang.Format{Vi: "Chỉ tiêu “%s” đã có phần “%s” ở ô %s.", En: "The target “%s” has the part “%s” in cell %s already."}
	partTwiceHint  = lang.Format{Vi: "Đánh các phần khác nhau: a, b, c…", En: "Letter the parts differently: a, b, c…"}
	wholeMeasured  = lang.Format{Vi: "Dòng * của chỉ tiêu “%s” nói về cả chỉ tiêu nên không có %s.", En: "The row * of “%s” is about the whole target and has no %s."}
	wholeHint      = lang.Format{Vi: "Ghi ở dòng của từng phần, hoặc xóa dấu * nếu chỉ tiêu chỉ có một nội dung.", En: "Put it into the rows of the parts, or delete the * if the target has one part only."}
	noParts        = lang.Format{Vi: "Chỉ tiêu “%s” chưa có nội dung nào để đánh giá.", En: "The target “%s” has no part that could be judged."}
	noPartsHint    = lang.Format{Vi: "Thêm dòng cho từng phần, hoặc ghi Kết luận tay và Lý do.", En: "Add a row for each part, or a hand verdict with its reason."}
	noWhole        = lang.Format{Vi: "Chỉ tiêu “%s” có %d phần nhưng không có dòng *; lời văn được lấy từ phần đầu.", En: "The target “%s” has %d parts and no row *; its text is that of the first part."}
	noWholeHint    = lang.Format{Vi: "Thêm một dòng có Phần là * và lời văn của cả chỉ tiêu.", En: "Add a row with * as Phần and the text of the whole target."}
	noExpression   = lang.Format{Vi: "Phần “%s” chưa có biểu thức.", En: "The part “%s” has no expression."}
	expressionHint = lang.Format{Vi: "Ghi mã số liệu hoặc công thức vào cột Biểu thức, hoặc chọn So sánh là “định tính”.", En: "Type a code or formula into Biểu thức, or choose định tính as So sánh."}
	noReason       = lang.Format{Vi: "“%s” được kết luận tay là “%s” nhưng không ghi lý do.", En: "“%s” was judged by hand (%s) and no reason is given."}
	reasonHint     = lang.Format{Vi: "Ghi lý do vào cột Lý do.", En: "Type the reason into the column Lý do."}
	levelsOnlyUnit = lang.Format{Vi: "Chỉ phạm vi “từng đơn vị” mới ghi thêm cấp.", En: "Only the scope từng đơn vị takes levels."}
	scopeHint      = lang.Format{Vi: "Ghi ví dụ: từng đơn vị: huyện; trực thuộc.", En: "Type for example: từng đơn vị: huyện; trực thuộc."}
	unassigned     = lang.Format{Vi: "%d nội dung chỉ tiêu chưa có ngưỡng nên chưa kết luận được: %s.", En: "%d parts of targets have no threshold, so that there is no verdict: %s."}
	unassignedHint = lang.Format{Vi: "Ghi mức được giao vào cột Ngưỡng.", En: "Type what was assigned into the column Ngưỡng."}
)

// targets reads the sheet Chỉ tiêu. The rows of a target need not stand together.
func (l *loader) targets() {
	byCode := make(map[string]*Target)
	whole := make(map[*Target]bool)
	seen := make(map[*Target]codes)
	for _, r := range l.rows(sheetTargets) {
		code, ok := l.need(r, "Mã")
		if !ok {
			continue
		}
		target := byCode[foldWord(code.line())]
		if target == nil {
			target = &Target{Code: TargetCode(code.line()), Pos: code.pos}
			byCode[foldWord(code.line())] = target
			seen[target] = make(codes)
			l.c.Targets = append(l.c.Targets, target)
		}
		key := r.at("Phần")
		if first, twice := seen[target][vntext.Key(key.line())]; twice {
			l.fault(atCell(faultTwice, figure.Error, key, partTwice.With(string(target.Code), key.line(), first.pos.Cell()), partTwiceHint.With()))
			continue
		}
		seen[target][vntext.Key(key.line())] = key
		if key.line() == wholeTarget {
			whole[target] = true
			l.readWhole(r, target)
			continue
		}
		target.Parts = append(target.Parts, l.readPart(r, target, key.line()))
	}
	for _, target := range l.c.Targets {
		l.complete(target, whole[target])
	}
}

// readWhole reads the row *.
func (l *loader) readWhole(r row, target *Target) {
	l.proseOf(r, "chi_tieu", "Nội dung", "Lý do", "Căn cứ")
	if text, ok := l.need(r, "Nội dung"); ok {
		target.Text = text.line()
	}
	target.Combine = choose(l, r, "Cách ghép", combineWords, All)
	target.Hand = l.hand(r, string(target.Code))
	target.Reason, target.Basis = r.at("Lý do").text, r.at("Căn cứ").text
	for _, column := range []string{"Biểu thức", "Ngưỡng", "Ngưỡng trên", "Kỳ", "Điều kiện"} {
		if c := r.at(column); !c.blank() {
			l.fault(atCell(faultUnclear, figure.Error, c, wholeMeasured.With(string(target.Code), column), wholeHint.With()))
		}
	}
}

// readPart reads the row of a part. Its expressions are compiled later.
func (l *loader) readPart(r row, target *Target, key string) *Part {
	l.proseOf(r, "phan", "Nội dung", "Lý do", "Căn cứ")
	part := &Part{
		Target: target.Code, Key: key, Counted: l.yes(r, "Được tính", true),
		Reason: r.at("Lý do").text, Basis: r.at("Căn cứ").text, Pos: r.at("Mã").pos,
	}
	if text, ok := l.need(r, "Nội dung"); ok {
		part.Text = text.line()
	}
	part.Hand = l.hand(r, part.Name())
	part.Scope, part.Levels = l.scopeOf(r.at("Phạm vi"))
	part.Period = l.planPeriod(r)
	if c := r.at("Điều kiện"); !c.blank() {
		l.later(c, figure.Bool, func(e *formula.Expr) { part.Condition = e })
	}
	expression := r.at("Biểu thức")
	if expression.blank() && r.at("So sánh").blank() && part.Hand != NoVerdict {
		part.Comparison = Qualitative
		return part
	}
	how := l.comparison(r, "So sánh", comparisonWords)
	part.Comparison, part.Op = how.comparison, how.op
	switch {
	case part.Comparison == Qualitative:
		return part
	case expression.blank():
		l.fault(atCell(faultBlank, figure.Error, expression, noExpression.With(part.Name()), expressionHint.With()))
	default:
		l.later(expression, figure.Missing, func(e *formula.Expr) { part.Expr = e })
	}
	l.thresholds(r, part)
	return part
}

// hand reads Kết luận tay, which needs a reason.
func (l *loader) hand(r row, name string) Verdict {
	verdict := choose(l, r, "Kết luận tay", verdictWords, NoVerdict)
	if verdict != NoVerdict && r.at("Lý do").blank() {
		l.fault(atCell(faultReason, figure.Error, r.at("Kết luận tay"), noReason.With(name, wordOf(verdictWords, verdict)), reasonHint.With()))
	}
	return verdict
}

// scopeOf reads Phạm vi: a scope, or từng đơn vị with the levels that are meant.
func (l *loader) scopeOf(c cell) (Scope, []string) {
	word, levels, named := strings.Cut(c.text, ":")
	if c.blank() {
		return OnTotal, nil
	}
	scope, ok := scopeWords.find(word)
	if !ok {
		f := atCell(faultUnclear, figure.Error, c, unknownWord.With("Phạm vi", c.line()), unknownHint.With(joined(scopeWords.words())))
		l.fault(f.near(word, scopeWords.spellings()))
		return OnTotal, nil
	}
	if !named {
		return scope, nil
	}
	if scope != PerUnit {
		l.fault(atCell(faultUnclear, figure.Error, c, levelsOnlyUnit.With(), scopeHint.With()))
		return scope, nil
	}
	c.text = levels
	return scope, l.levelsOf(c)
}

// planPeriod reads for which period a part is planned; nil for whichever is added up.
func (l *loader) planPeriod(r row) *Period {
	c := r.at("Kỳ")
	if c.blank() {
		return nil
	}
	l.knownPeriod(c)
	return l.c.Period(c.line())
}

// complete fills in what the rows of a target leave to one another.
func (l *loader) complete(target *Target, whole bool) {
	at := cell{pos: target.Pos, text: string(target.Code)}
	switch {
	case len(target.Parts) == 0 && target.Hand == NoVerdict:
		l.fault(atCell(faultBlank, figure.Warning, at, noParts.With(string(target.Code)), noPartsHint.With()))
	case len(target.Parts) == 1 && !whole:
		target.Basis = target.Parts[0].Basis
	case !whole:
		l.fault(atCell(faultBlank, figure.Warning, at, noWhole.With(string(target.Code), len(target.Parts)), noWholeHint.With()))
	}
	if target.Text == "" && len(target.Parts) > 0 {
		target.Text = target.Parts[0].Text
	}
}

// reportUnassigned says once which parts have no threshold.
func (l *loader) reportUnassigned() {
	if len(l.blanks) == 0 {
		return
	}
	names := make([]string, len(l.blanks))
	for i, c := range l.blanks {
		names[i] = c.text
	}
	at := l.blanks[0]
	at.text = ""
	f := atCell(faultThreshold, figure.Note, at, unassigned.With(len(names), joined(names)), unassignedHint.With())
	f.Count = len(names)
	l.fault(f)
}
