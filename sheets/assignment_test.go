package sheets

import (
	"testing"

	"tonghop/figure"
)

// A plan of a unit stands beside the common one, and a part that is planned per unit needs no common one then.
func TestAssignments(t *testing.T) {
	tables := smallTables()
	set("Chỉ tiêu", 2, "Ngưỡng", "")(&tables)
	assigned("CT-A", "a", "h1", "1500", "", "Công văn giao", "ct-a", "B", "X1", "4%", "", "")(&tables)
	c := loadTables(tables)
	if len(c.Faults) != 0 {
		t.Fatalf("%v", c.Faults)
	}
	own := c.Part("CT-A.a").Assigned
	if len(own) != 1 || own[0].Unit != "h1" || figure.Plain(own[0].Threshold) != "1500" || own[0].Basis != "Công văn giao" || own[0].Pos.Cell() != "C2" {
		t.Errorf("CT-A.a: %+v", own)
	}
	if own = c.Part("CT-A.b").Assigned; len(own) != 1 || own[0].Unit != "x1" || own[0].Threshold.Rat.RatString() != "1/25" {
		t.Errorf("CT-A.b: %+v", own)
	}
}

// What is planned for the province is still lacking where only units were given theirs.
func TestUnassignedTotal(t *testing.T) {
	tables := smallTables()
	set("Chỉ tiêu", 1, "Ngưỡng", "")(&tables)
	assigned("CT-A", "a", "h1", "1500", "", "")(&tables)
	c := loadTables(tables)
	if len(c.Faults) != 1 || c.Faults[0].Code != faultThreshold {
		t.Errorf("%v", c.Faults)
	}
}
