package sheets

// KindWord is the kind as the column Kiểu says it.
func (ind *Indicator) KindWord() string { return wordOf(kindWords, ind.Kind) }

// RollupWord is how the units are put together, as the column Gộp đơn vị says it.
func (ind *Indicator) RollupWord() string { return wordOf(rollupWords, ind.Rollup) }

// RelationWord is the relation of the two sides, as the column Phép says it.
func (r *Rule) RelationWord() string {
	if r.Relation == Compared {
		return r.Op.String()
	}
	return wordOf(relationWords, compared{relation: r.Relation})
}

// MissingWord is what a missing figure does to the rule, as the column Nếu thiếu says it.
func (r *Rule) MissingWord() string { return wordOf(whenMissingWords, r.Missing) }
