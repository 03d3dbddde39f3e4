package sheets

import "testing"

// What the starter catalogue says in its columns can be said again.
func TestEveryKindAndRelationHasItsWord(t *testing.T) {
	data, err := WriteCatalogue(Starter())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Indicators) == 0 || len(c.Rules) == 0 {
		t.Fatal("the starter catalogue is empty")
	}
	for _, ind := range c.Indicators {
		if got, ok := kindWords.find(ind.KindWord()); !ok || got != ind.Kind {
			t.Errorf("%s: the kind is called %q", ind.Code, ind.KindWord())
		}
		if got, ok := rollupWords.find(ind.RollupWord()); !ok || got != ind.Rollup {
			t.Errorf("%s: the roll-up is called %q", ind.Code, ind.RollupWord())
		}
	}
	for _, rule := range c.Rules {
		got, ok := relationWords.find(rule.RelationWord())
		if !ok || got.relation != rule.Relation || rule.Relation == Compared && got.op != rule.Op {
			t.Errorf("%s: the relation is called %q", rule.Code, rule.RelationWord())
		}
		if got, ok := whenMissingWords.find(rule.MissingWord()); !ok || got != rule.Missing {
			t.Errorf("%s: what is missing is treated as %q", rule.Code, rule.MissingWord())
		}
	}
}
