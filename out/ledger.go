package out

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// Ledger says when a period was closed, by whom, why, and on what: the file chot/<period>.json. Closing again adds an entry; none is ever replaced. Every entry
// bears a seal, a hash over all that it says and over the seal of the one before, so that a later edit is noticed. Who keeps the seal of the last entry,
// such as in the minutes, can also tell that the whole file was written anew.
type Ledger struct {
	Schema  string    `json:"schema"` // tonghop/closing/1
	Period  string    `json:"period"`
	Entries []Closing `json:"entries"`

	// Damage says what was edited or is gone since: of such a ledger nothing is believed.
	Damage []lang.Message `json:"-"`
	label  string         // how messages name the folder of closings
}

// Closing is one entry of a ledger.
type Closing struct {
	Number  int      `json:"number"` // from 1
	By      string   `json:"by"`
	Reason  string   `json:"reason"`
	Date    string   `json:"date"` // 2022-01-10
	Version string   `json:"version"`
	Policy  string   `json:"policy"`
	Tree    string   `json:"tree"` // of the frozen totals: new or old
	Run     string   `json:"run"`  // of the results, as the manifest names it
	Errors  int      `json:"errors"`
	Inputs  []Frozen `json:"inputs"`
	Results []Frozen `json:"results"` // relative to the folder of results, as they stood
	Copies  []Result `json:"copies"`  // relative to the folder of closings: 2021/lan-1/tong-hop.json
	Former  string   `json:"former"`  // the seal of the entry before, "" of the first
	Seal    string   `json:"seal"`
}

// Frozen is a file with the content that it had.
type Frozen struct {
	Path    string          `json:"path"`
	SHA256  string          `json:"sha256"`
	Outcome string          `json:"outcome,omitempty"` // of a submission
	Unit    sheets.UnitCode `json:"unit,omitempty"`
	Period  string          `json:"period,omitempty"` // of a submission: the period for which it counts
	Edited  bool            `json:"edited,omitempty"` // of a result: somebody changed it after the run that wrote it
}

const ledgerSchema = "tonghop/closing/1"

var (
	msgLedgerRead   = lang.Format{Vi: "không đọc được sổ chốt %s: %v. Kiểm tra quyền đọc.", En: "cannot read the ledger %s: %v. Check the right to read."}
	msgLedgerBroken = lang.Format{Vi: "Sổ chốt %s không còn nguyên vẹn nên không đọc được. Khôi phục tệp này từ bản sao lưu.", En: "The ledger %s is damaged and cannot be read. Restore the file from a backup."}
	msgLedgerOther  = lang.Format{Vi: "Sổ chốt %s là của kỳ %q hoặc của phiên bản tonghop khác. Trả tệp về đúng tên, hoặc dùng đúng phiên bản.", En: "The ledger %s is of the period %q or of another version of tonghop. Give the file its name back, or use that version."}
	msgLedgerEdited = lang.Format{Vi: "Sổ chốt %s: lần chốt %d đã bị sửa sau khi ghi. Khôi phục tệp này từ bản sao lưu.", En: "The ledger %s: entry %d was edited after it was written. Restore the file from a backup."}
	msgCopyEdited   = lang.Format{Vi: "Bản số liệu lúc chốt %s đã bị sửa hoặc không còn. Khôi phục tệp này từ bản sao lưu.", En: "The frozen figures %s were edited or are gone. Restore the file from a backup."}
)

// Last is the entry that holds, nil where the period is not closed.
func (l *Ledger) Last() *Closing {
	if len(l.Entries) == 0 {
		return nil
	}
	return &l.Entries[len(l.Entries)-1]
}

// Name is the file of a period's ledger.
func (l *Ledger) Name() string { return sheets.SafeName(l.Period) + ".json" }

// shown is how messages name a file of the folder of closings.
func (l *Ledger) shown(name string) string { return filepath.ToSlash(filepath.Join(l.label, name)) }

// pos is where the ledger stands, for findings.
func (l *Ledger) pos() sheets.Pos { return sheets.Pos{File: l.shown(l.Name())} }

// ReadLedger reads the ledger of a period in the folder of closings; label is how messages name the folder. A period that was never closed has an empty one.
func ReadLedger(dir, label, period string) (*Ledger, error) {
	l := &Ledger{Schema: ledgerSchema, Period: period, label: label}
	data, err := os.ReadFile(filepath.Join(dir, l.Name()))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return l, nil
	case err != nil:
		return nil, msgLedgerRead.With(l.shown(l.Name()), lang.Cause(err))
	}
	l.decode(data)
	l.verify(dir)
	return l, nil
}

// decode takes in the text of a ledger. What does not fit is damage: nobody but the program writes into it.
func (l *Ledger) decode(data []byte) {
	var said Ledger
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.DisallowUnknownFields()
	err := reader.Decode(&said)
	if err == nil {
		_, err = reader.Token()
	}
	switch {
	case !errors.Is(err, io.EOF), len(said.Entries) == 0:
		l.Damage = append(l.Damage, msgLedgerBroken.With(l.shown(l.Name())))
	case said.Schema != ledgerSchema, said.Period != l.Period:
		l.Damage = append(l.Damage, msgLedgerOther.With(l.shown(l.Name()), said.Period))
	default:
		l.Entries = said.Entries
	}
}

// verify looks whether every entry is as it was sealed, and every copy as it was made.
func (l *Ledger) verify(dir string) {
	former := ""
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Number != i+1 || e.Former != former || e.Seal != e.seal(l.Period) || e.copyOf(totalsJSONName) == "" {
			l.Damage = append(l.Damage, msgLedgerEdited.With(l.shown(l.Name()), i+1))
		}
		former = e.Seal
		for _, made := range e.Copies {
			if sum, err := hashFile(filepath.Join(dir, filepath.FromSlash(made.Path))); err != nil || sum != made.SHA256 || !filepath.IsLocal(made.Path) {
				l.Damage = append(l.Damage, msgCopyEdited.With(l.shown(made.Path)))
			}
		}
	}
}

// copyOf is the path of the frozen copy of a result, "" where there is none.
func (c *Closing) copyOf(result string) string {
	for _, made := range c.Copies {
		if path.Base(made.Path) == result {
			return made.Path
		}
	}
	return ""
}

// seal is the hash over all that an entry says, and over the period.
func (c Closing) seal(period string) string {
	c.Seal = ""
	text, err := json.Marshal(c)
	if err != nil {
		panic("internal error: " + err.Error()) // texts and numbers alone
	}
	sum := sha256.Sum256(append([]byte(ledgerSchema+"\n"+period+"\n"), text...))
	return hex.EncodeToString(sum[:])
}

// ReadLedgers reads the ledgers of all periods in the folder of closings, in the order of their names.
func ReadLedgers(dir, label string) ([]*Ledger, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, msgLedgerRead.With(label, lang.Cause(err))
	}
	var ledgers []*Ledger
	for _, entry := range entries {
		if entry.IsDir() || !strings.HasSuffix(entry.Name(), ".json") {
			continue
		}
		var head struct{ Period string }
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, msgLedgerRead.With(label+"/"+entry.Name(), lang.Cause(err))
		}
		if json.Unmarshal(data, &head) != nil || sheets.SafeName(head.Period)+".json" != entry.Name() {
			head.Period = strings.TrimSuffix(entry.Name(), ".json") // verified to be damaged under the name that it has
		}
		l, err := ReadLedger(dir, label, head.Period)
		if err != nil {
			return nil, err
		}
		ledgers = append(ledgers, l)
	}
	return ledgers, nil
}

// Add closes the period once more: it writes the copies, then the ledger with the new entry, whole or not at all. The number, the copies and the seals of the
// entry are filled in.
func (l *Ledger) Add(dir string, entry Closing, copies map[string]func(io.Writer) error) error {
	entry.Number = len(l.Entries) + 1
	folder := filepath.Join(sheets.SafeName(l.Period), "lan-"+strconv.Itoa(entry.Number))
	if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
		return msgFolder.With(l.shown(folder), lang.Cause(err))
	}
	var err error
	if entry.Copies, err = l.freeze(dir, folder, copies); err != nil {
		return err
	}
	if last := l.Last(); last != nil {
		entry.Former = last.Seal
	}
	entry.Seal = entry.seal(l.Period)
	all := *l
	all.Entries = append(l.Entries[:len(l.Entries):len(l.Entries)], entry)
	var text bytes.Buffer
	if err = writeJSON(&text, all); err == nil {
		err = WriteWhole(filepath.Join(dir, l.Name()), text.Bytes())
	}
	if err != nil {
		return msgWrite.With(l.shown(l.Name()), lang.Cause(err))
	}
	l.Entries = all.Entries
	return nil
}

// freeze writes the copies, in the order of their names.
func (l *Ledger) freeze(dir, folder string, copies map[string]func(io.Writer) error) ([]Result, error) {
	names := make([]string, 0, len(copies))
	for name := range copies {
		names = append(names, name)
	}
	sort.Strings(names)
	var made []Result
	for _, name := range names {
		file := filepath.Join(folder, name)
		sum, err := writeFile(filepath.Join(dir, file), copies[name])
		if err == nil {
			err = reread(filepath.Join(dir, file), sum)
		}
		if err != nil {
			return nil, msgWrite.With(l.shown(file), lang.Cause(err))
		}
		made = append(made, Result{Path: filepath.ToSlash(file), SHA256: sum})
	}
	return made, nil
}

// closingDocument is a closing by itself, for programs.
type closingDocument struct {
	Schema string `json:"schema"` // tonghop/closing/1
	Period string `json:"period"`
	Closing
}

// WriteClosingJSON writes one closing of a period.
func WriteClosingJSON(w io.Writer, period string, c Closing) error {
	return writeJSON(w, closingDocument{ledgerSchema, period, c})
}
