package out

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tonghop/lang"
	"tonghop/sheets"
)

var (
	msgOtherPeriod = lang.Format{
		Vi: "%s là kết quả của kỳ %q, không phải kỳ %q. Chuyển tệp vào thư mục mang mã đúng kỳ.",
		En: "%s holds the results of the period %q and not of %q. Move it into the folder that bears the code of its period."}
	msgStrictFormer = lang.Format{
		Vi: "%s ghi số tổng hợp đã bỏ biểu có lỗi hoặc theo cây đơn vị cũ (%s), nên không so được. Chạy lại kỳ đó không có --strict và --tree rồi chép tong-hop.json vào đây.",
		En: "%s leaves out forms with errors or follows the old tree (%s) and cannot be compared with. Run that period again without --strict and --tree and copy tong-hop.json here."}
)

// Stated reads the results of a former run for a period from the folder of a workspace that holds them (<period>/tong-hop.json below dir, which messages call label). Where
// there are none it looks for the frozen figures of the last closing of the period. nil means that neither is there. The error says what is wrong with
// a file that is.
func Stated(dir, label, closings, closingsLabel string, p *sheets.Period) (*sheets.Stated, error) {
	name := filepath.Join(sheets.SafeName(p.Code), totalsJSONName)
	s, err := statedIn(dir, label, name, p)
	if s != nil || err != nil {
		return s, err
	}
	ledger, err := ReadLedger(closings, closingsLabel, p.Code)
	if err != nil || len(ledger.Damage) > 0 || ledger.Last() == nil { // commands about that period say what is damaged
		return nil, err
	}
	return statedIn(closings, closingsLabel, ledger.Last().copyOf(totalsJSONName), p)
}

func statedIn(dir, label, name string, p *sheets.Period) (*sheets.Stated, error) {
	shown := filepath.ToSlash(filepath.Join(label, name))
	data, err := os.ReadFile(filepath.Join(dir, name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, msgFormerRead.With(shown, lang.Cause(err))
	}
	f := &Former{Name: shown}
	if err := f.decode(data, shown, totalsSchema); err != nil {
		return nil, err
	}
	switch {
	case f.totals.Period != p.Code:
		return nil, msgOtherPeriod.With(shown, f.totals.Period, p.Code)
	case f.totals.Policy != policyKey(false):
		return nil, msgStrictFormer.With(shown, f.totals.Policy)
	}
	sum := sha256.Sum256(data)
	s := &sheets.Stated{Path: shown, SHA256: hex.EncodeToString(sum[:])}
	for _, t := range f.totals.Totals {
		s.Totals = append(s.Totals, sheets.StatedTotal{Unit: t.Unit, Indicator: t.Indicator, Value: t.stated(), Have: t.Have, Expected: t.Expected})
	}
	return s, nil
}

// stated is the exact value of a total, of a category that of the only unit that gave one; "" where there is none.
func (t totalFormer) stated() string {
	switch {
	case t.Value != nil:
		return *t.Value
	case len(t.Values) == 1:
		return t.Values[0].Text
	}
	return ""
}
