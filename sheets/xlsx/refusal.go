package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/lang"
)

// Refusal is why a workbook is not read. It holds its words in both languages (lang.Text finds them).
type Refusal struct {
	Reason  Reason
	Message lang.Message
}

// Error gives the words in Vietnamese.
func (r *Refusal) Error() string { return r.Message.Error() }

// Unwrap gives the message, which is an error itself.
func (r *Refusal) Unwrap() error { return r.Message }

// Reason says what kind of refusal it is, so that a caller can act on it: convert an old workbook, unpack an archive, count.
type Reason uint8

// The reasons. What the file is instead of a workbook:
const (
	Empty          Reason = iota + 1 // no bytes at all
	Blanked                          // zeros only: a transfer that never happened
	PDF                              // a PDF document
	Picture                          // a photograph or a drawing
	OldExcel                         // .xls, of Excel 2003 and before
	Password                         // encrypted with a password
	OldOffice                        // another document of Office 2003 and before, such as .doc
	BinaryWorkbook                   // .xlsb
	Word                             // .docx
	PowerPoint                       // .pptx
	OpenDocument                     // .ods, .odt, .fods
	Numbers                          // Apple Numbers
	Archive                          // .zip of other files, .rar, .7z, .gz
	WebPage                          // HTML, often under the name .xls
	OldXML                           // an XML file that is no workbook container, such as Excel's XML of 2003
	PlainText                        // text or CSV
	Unknown                          // none of these
)

// What is wrong with the container, the parts, the XML and the cells:
const (
	Truncated      Reason = iota + 100 // the end is missing
	Damaged                            // the container contradicts itself
	Checksum                           // the bytes of a part are not those that were written
	Compression                        // a way of packing that Office does not use
	EncryptedPart                      // a part encrypted by a zip program
	DuplicateName                      // two parts with one name
	UnsafeName                         // a part whose name points out of the container
	TooLarge                           // more of something than the limits allow
	MissingPart                        // a part that must be there is not
	BadRelation                        // relations between parts that cannot be followed or lead out of the file
	NoSheets                           // a workbook without any sheet
	DuplicateSheet                     // two sheets with one name
	Malformed                          // XML that is not well-formed
	DocumentType                       // XML with a document type declaration
	Encoding                           // XML in another encoding than Unicode
	Unexpected                         // XML that is well-formed and not of a workbook
	Alternates                         // cells in two versions, for programs of different age
	BadReference                       // a position that is none or lies outside the sheet
	OutOfOrder                         // a row or a cell that does not stand after the one before it
	BadNumber                          // a number that is none
	BadString                          // an index of a shared string that does not exist
	BadStyle                           // an index of a style that is no index
	BadValue                           // another value that does not fit the type of its cell
)

// String gives the stable English name of the reason.
func (r Reason) String() string { return reasons[r].name }

// refuse makes the refusal for a reason. The arguments are those of its words in the table of reasons.
func refuse(reason Reason, args ...any) *Refusal {
	words := reasons[reason]
	return &Refusal{reason, lang.Format{
		Vi: words.what.Vi + ". " + words.advice.Vi,
		En: words.what.En + ". " + words.advice.En,
	}.With(args...)}
}

// quoted is how many characters of a file's own text a message repeats.
const quoted = 60

// quote makes text from a file fit for a message: no control characters, none that turn the direction of writing, and not too long.
func quote(b []byte) string {
	var s strings.Builder
	count := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		if !unicode.IsPrint(r) {
			r = '\uFFFD'
		}
		if count++; count > quoted {
			s.WriteString("…")
			break
		}
		s.WriteRune(r)
	}
	return s.String()
}
