package templates

import "sync"

// A document of ten pages is half a million bytes long, and hundreds are filled in a row: the bytes of the main part are used again when the package is
// packed. Where a part lies, and how much room it gets at first, changes nothing that is written.

// leases are bytes that no document holds, each a *[]byte.
var leases sync.Pool

// leastLease is how long a part has to be to be worth keeping.
const leastLease = 32 << 10

// lease gives the bytes into which a part is filled, of length 0. There is room for what it took the last time, or for twice the template, and for four
// times that where figures have controls.
func (d *document) lease(p *compiledPart) []byte {
	room := 2 * p.size
	if d.living != nil {
		room = 4 * p.size
	}
	if last := int(p.length.Load()); last > 0 {
		room = last + last/8
	}
	if room < leastLease {
		return make([]byte, 0, room)
	}
	if kept, ok := leases.Get().(*[]byte); ok && cap(*kept) >= room {
		return (*kept)[:0]
	}
	return make([]byte, 0, room)
}

// release takes back the bytes of the parts of a document that was packed.
func (d *document) release() {
	for _, part := range d.leased {
		if cap(part) >= leastLease {
			leases.Put(&part)
		}
	}
	d.leased = nil
}
