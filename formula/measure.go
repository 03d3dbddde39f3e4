package formula

// KeepsMeasure reports whether what an expression gives is counted in the unit of measure of its figures, which have one in common: members and members
// make members. That holds for sums and differences, for a figure times or divided by a plain number, and for functions that choose or
// round. It does not for quotients and products of figures, conditions, and numbers of units.
func (e *Expr) KeepsMeasure() bool {
	return e != nil && len(e.Names()) > 0 && keepsMeasure(e.root)
}

func keepsMeasure(n node) bool {
	switch n := n.(type) {
	case *name, *number:
		return true
	case *unary:
		return n.op == opNegate && keepsMeasure(n.operand)
	case *binary:
		switch n.op {
		case opAdd, opSubtract:
			return keepsMeasure(n.left) && keepsMeasure(n.right)
		case opMultiply:
			return plain(n.left) != nil && keepsMeasure(n.right) || plain(n.right) != nil && keepsMeasure(n.left)
		case opDivide:
			return plain(n.right) != nil && keepsMeasure(n.left)
		}
	case *call:
		return n.keepsMeasure()
	}
	return false
}

// keepsMeasure reports it for a function: one that gives back its arguments, chosen or rounded or of another period.
func (n *call) keepsMeasure() bool {
	if n.fn.overUnits || len(n.args) == 0 || n.fn.Result != 0 && !n.fn.takesAmounts() {
		return false
	}
	for i, arg := range n.args {
		if n.fn.argument(i).Kind != Condition && !keepsMeasure(arg) {
			return false
		}
	}
	return true
}

// takesAmounts reports whether the arguments of a function are numbers.
func (f Function) takesAmounts() bool { return len(f.Args) > 0 && f.Args[0].Kind == Amount }
