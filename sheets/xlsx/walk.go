package xlsx

// is reports whether the current tag has a name of a namespace.
func (s *scanner) is(want space, name string) bool { return s.space == want && string(s.local) == name }

// root moves to the root element of a part, which must have the name.
func (s *scanner) root(want space, name string) error {
	t, err := s.next()
	if err != nil {
		return err
	}
	if t != startTag || !s.is(want, name) {
		return s.unexpected()
	}
	return nil
}

// each calls do at the start tag of every child of the element whose start tag is the current token, and moves to its end tag. do moves to the end
// tag of the child. Text between children is passed over.
func (s *scanner) each(do func() error) error {
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch t {
		case startTag:
			if err := do(); err != nil {
				return err
			}
		case endTag, endOfPart:
			return nil
		}
	}
}

// children calls do for every child of the root element of a part, which must have the name.
func (s *scanner) children(want space, name string, do func() error) error {
	if err := s.root(want, name); err != nil {
		return err
	}
	return s.each(do)
}

// finish reads what follows the root element: nothing but white space, comments and instructions.
func (s *scanner) finish() error {
	t, err := s.next()
	if err == nil && t != endOfPart {
		return s.fail(textOutside)
	}
	return err
}

// checkItems refuses a list that is too long.
func (s *scanner) checkItems(count int) error {
	if count > s.limits.items {
		return refuse(TooLarge, tooManyItems.With(s.limits.items))
	}
	return nil
}
