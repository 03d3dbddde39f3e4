package main

import (
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
)

var (
	msgMeansFigure  = lang.Format{Vi: "Kiểu %s, đơn vị tính “%s”, các đơn vị được gộp theo cách “%s”.", En: "Kind %s, measured in “%s”, units are put together by “%s”."}
	msgMeansEntered = lang.Format{Vi: "%s Các cấp nhập: %s.", En: "%s Given by the levels: %s."}
	msgMeansFormula = lang.Format{Vi: "%s Được tính bằng công thức %s.", En: "%s It is computed by the formula %s."}
	msgMeansNote    = lang.Format{Vi: "%s Ghi chú: %s", En: "%s Note: %s"}
	msgMeansRule    = lang.Format{Vi: "Phải đúng trên từng biểu mẫu: %s. Mức %s; thiếu số liệu thì %s.", En: "Has to hold on every form: %s. Severity %s; where a figure is missing: %s."}
	msgMeansAdvice  = lang.Format{Vi: "%s %s", En: "%s %s"}
	msgMeansParts   = lang.Format{Vi: "Các nội dung: %s.", En: "Its parts: %s."}
	msgMeansClauses = lang.Format{Vi: "Gồm %d vế; mức khắc phục được gợi ý từ cột Số đo của trang Khuyết điểm.", En: "It has %d clauses; its level is suggested from the column Số đo of the sheet Khuyết điểm."}
)

func explainIndicators(c *sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, ind := range c.Indicators {
		meaning := msgMeansFigure.With(ind.KindWord(), ind.Measure, ind.RollupWord())
		if ind.Formula != nil {
			meaning = msgMeansFormula.With(meaning, ind.Formula.String())
		} else if len(ind.EntryLevels) > 0 {
			meaning = msgMeansEntered.With(meaning, strings.Join(ind.EntryLevels, "; "))
		}
		if ind.Note != "" {
			meaning = msgMeansNote.With(meaning, ind.Note)
		}
		all = append(all, out.Explanation{
			Code: string(ind.Code), Title: plainText.With(ind.Name), Meaning: meaning,
			Example: plainText.With("{{" + string(ind.Code) + "}}"), Next: plainText.With("tonghop trace " + string(ind.Code)),
		})
	}
	return all
}

func explainRules(c *sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, rule := range c.Rules {
		says := rule.Left.String() + " " + rule.RelationWord() + " " + rule.Right.String()
		meaning := msgMeansRule.With(says, rule.Severity.Title(), rule.MissingWord())
		if rule.Advice != "" {
			meaning = msgMeansAdvice.With(meaning, rule.Advice)
		}
		all = append(all, out.Explanation{Code: rule.Code, Title: plainText.With(rule.Description), Meaning: meaning, Next: inList("rules")})
	}
	return all
}

// explainTargets explains targets, and parts by the names that expressions give them: ct-1.A.
func explainTargets(c *sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, target := range c.Targets {
		var parts []string
		for _, part := range target.Parts {
			parts = append(parts, partText(part))
		}
		all = append(all, out.Explanation{
			Code: string(target.Code), Title: plainText.With(target.Text), Meaning: msgMeansParts.With(strings.Join(parts, "; ")), Next: inList("targets"),
		})
		for _, part := range target.Parts {
			if part.Name() != string(target.Code) {
				all = append(all, out.Explanation{Code: part.Name(), Title: plainText.With(part.Text), Meaning: msgMeansParts.With(partText(part)), Next: inList("targets")})
			}
		}
	}
	return all
}

// partText is a part with what it is judged by.
func partText(p *sheets.Part) string {
	if p.Expr == nil {
		return p.Text
	}
	return p.Text + " (" + p.Expr.String() + ")"
}

func explainShortcomings(c *sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, s := range c.Shortcomings {
		all = append(all, out.Explanation{Code: string(s.Code), Title: plainText.With(s.Text), Meaning: msgMeansClauses.With(len(s.Clauses))})
	}
	return all
}
