package templates

import (
	"regexp"
	"slices"
	"strings"
)

var (
	decimalDot = regexp.MustCompile(`(^|[^\d.,/\pL-])(\d+\.\d{1,2} ?(%|triệu|tỷ|tỉ|nghìn|ngàn|đồng|lần|km|ha|kg|tấn))($|[^\pL\d])`)
	percentGap = regexp.MustCompile(`(?:^|[^\pL\d.,])(\d+(?:[.,]\d+)*[ \t]+%)|\}\}[ \t]+%`)
)

func (l *paper) decimalDots() {
	for _, at := range l.lines {
		for _, m := range decimalDot.FindAllStringSubmatchIndex(at.says, -1) {
			if m[4] > 0 {
				l.quote(at, at.says[m[4]:m[5]])
			}
		}
	}
}

func (l *paper) percents() {
	var places []Place
	first := ""
	for _, at := range l.lines {
		m := percentGap.FindStringSubmatch(at.says)
		if m == nil {
			continue
		}
		if first == "" {
			first = either(m[1], m[0])
		}
		places = append(places, at.at)
	}
	l.many(places, quoted.With(first))
}

// figureTag is a tag that prints a figure, as it stands in the text of a line.
type figureTag struct {
	span
	typed string
}

// figureTags gives the tags of a line that print figures.
func (l *paper) figureTags(text string) []figureTag {
	var tags []figureTag
	for _, m := range findTags(text) {
		if !m.fault.IsZero() {
			continue
		}
		t, faults := parseTag(text[m.start:m.end])
		if len(faults) > 0 || t.kind != valueTag || t.expr == nil || !slices.ContainsFunc(t.expr.Names(), l.isFigure) {
			continue
		}
		tags = append(tags, figureTag{m.span, t.typed})
	}
	return tags
}

var (
	estimation = regexp.MustCompile(`(?i)(?:^|[\s(“"])(hơn|gần|khoảng|trên|xấp xỉ|chừng|ngót)\s*$`)
	// compared is what makes "hơn" a comparison ("cao hơn 5 điểm"), and "trên" the words of a ratio ("9 trên 11").
	compared = regexp.MustCompile(`(?i)((cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|sớm|muộn|dài|ngắn)\s+hơn|[\d}]\s*trên)\s*$`)
)

func (l *paper) estimates() {
	for _, at := range l.lines {
		for _, t := range l.figureTags(at.says) {
			before := at.says[:t.start]
			m := estimation.FindStringSubmatch(before)
			if m != nil && !compared.MatchString(before) {
				l.quote(at, m[1]+" "+t.typed)
			}
		}
	}
}

var (
	digitsBefore = regexp.MustCompile(`(?:^|[^\pL\d.,/-])(\d[\d.,]*\d|\d)( ?/ ?| ?)$`)
	digitsBehind = regexp.MustCompile(`^( ?/ ?| ?)(\d[\d.,]*\d|\d)(?:$|[^\pL\d/-])`)
	yearNumber   = regexp.MustCompile(`^(19|20)\d\d$`)
	// ordinals are words whose number is part of a name.
	ordinals = regexp.MustCompile(`(?i)(khuyết điểm|chỉ tiêu|phần|chương|điều|khoản|mục|điểm|biểu|phụ lục|bảng|quý|tháng|ngày|năm|lần|số)\s+\d+ ?$`)
)

func (l *paper) typedNumbers() {
	for _, at := range l.lines {
		for _, t := range l.figureTags(at.says) {
			before, behind := at.says[:t.start], at.says[t.end:]
			if m := digitsBefore.FindStringSubmatch(before); m != nil && !yearNumber.MatchString(m[1]) && !ordinals.MatchString(before) {
				l.quote(at, m[1]+m[2]+t.typed)
			}
			if m := digitsBehind.FindStringSubmatch(behind); m != nil && !yearNumber.MatchString(m[2]) {
				l.quote(at, t.typed+strings.TrimRight(m[1]+m[2], " "))
			}
		}
	}
}
