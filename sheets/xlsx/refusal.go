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
	LockedExcel                      // .xls that is encrypted, mostly with a password; for some protections with one that Excel and LibreOffice know
	Password                         // encrypted with a password
	OldWord                          // .doc, of Word 2003 and before, and .rtf
	OldOffice                        // another container of Office 2003 and before, perhaps locked by WPS
	BinaryWorkbook                   // .xlsb
	Word                             // .docx
	PowerPoint                       // .pptx
	OpenDocument                     // .ods, .fods
	OpenText                         // .odt, .odp and other documents of LibreOffice that are no workbooks
	Numbers                          // Apple Numbers
	Archive                          // .zip of other files, .rar, .7z, .gz
	Mail                             // a message with or without attachments, .eml, .msg
	Shortcut                         // .lnk, .url: where a file is and not the file
	CloudShortcut                    // .gsheet: where a document of Google is
	Program                          // .exe
	WebPage                          // HTML, often under the name .xls
	ExcelXML                         // Excel's XML of 2003
	OldXML                           // another XML file
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
