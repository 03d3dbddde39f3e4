package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// reorganised is a province in which on the first of July two communes become one, a third is divided between that and another one, and a fourth comes directly under
// the province. All of it is invented.
const reorganised = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
N1 | Sáu tháng đầu | 01/01/2021 | 30/06/2021 | 2021
N2 | Sáu tháng cuối | 01/07/2021 | 31/12/2021 | 2021
2021 | Năm 2021 | 01/01/2021 | 31/12/2021 |
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
tinh | Tỉnh đoàn | tỉnh | | có | |
h1 | Huyện đoàn Một | huyện | tinh | | | 30/06/2021
a | Xã An | xã | h1 | có | | 30/06/2021
b | Xã Bình | xã | h1 | có | | 30/06/2021
c | Xã Cẩm | xã | h1 | có | | 30/06/2021
d | Xã Diên | xã | h1 | có | | 30/06/2021
d | Phường Diên | xã | tinh | có | 01/07/2021 |
n | Phường An Bình | xã | tinh | có | 01/07/2021 |
m | Xã Cẩm Bình | xã | tinh | có | 01/07/2021 |
# Chuyển đổi
Mã cũ | Mã mới | Ngày | Tỷ lệ | Căn cứ
a | n | 01/07/2021 | | Ví dụ
b | n | 01/07/2021 | | Ví dụ
c | n | 01/07/2021 | 25% | Ví dụ
c | m | 01/07/2021 | 75% | Ví dụ
`

const reorganisedAnswers = `
N1 a tong=1 ton=100 tien=1,5 luy=5 cao=7 thap=4 bq=4 bqdv=2 rieng=1 tudv=3 ptram=25,5% tyso=1/2 colam=có dem=4 loai=T viet=Hay ngay=05/02/2021
N1 c tong=8 ton=300 tien=2 luy=9 cao=9 thap=3 bq=5 bqdv=1 rieng=1 tudv=3 ptram=30% tyso=4/8 colam=có dem=1 loai=T viet=Hay ngay=06/05/2021
N1 d tong=1000 ton=4000 tien=2 cao=3 thap=3 bq=5 bqdv=1 rieng=1 tudv=3 ptram=30% tyso=1/3 colam=không dem=1 loai=K viet=Hay ngay=06/06/2021
N2 n tong=10000 ton=20000 tien=3,25 luy=20 cao=1 thap=1 bq=9 bqdv=6 rieng=2 tudv=1 ptram=12,5% tyso=2/4 colam=có dem=9 loai=T viet=Hay ngay=05/11/2021
N2 m tong=kad ton=250000 luy=7 cao=? thap=5 bq=2 bqdv=1 tyso=3/7 colam=kad loai=T viet=Vui ngay=09/12/2021
N2 d tong=7 ton=5000000 luy=50 cao=70 thap=9 bq=11 bqdv=6 rieng=8 tudv=5 ptram=99% tyso=9/11 colam=không dem=2 loai=K viet=Hay ngay=01/08/2021
N2 tinh cuatinh=33
`

// A province that was reorganised within the period: along either tree every total of every unit is that of tong-hop.json.
func TestDuckDBReproducesAReorganisation(t *testing.T) {
	figures := everyRollup[strings.Index(everyRollup, "# Lựa chọn"):]
	dir := typedOffice(t, reorganised+figures, reorganisedAnswers)
	for _, flags := range [][]string{{"--tree", "moi"}, {"--tree", "cu"}, {"--period", "N1"}, {"--period", "N2"}} {
		t.Run(strings.Join(flags, " "), func(t *testing.T) {
			results := filepath.Join(t.TempDir(), "ketqua")
			var stderr bytes.Buffer
			args := append([]string{"tonghop", "aggregate", dir, "--quiet", "--out", results, "--period", "2021"}, flags...)
			if got := run(context.Background(), args, nil, io.Discard, &stderr); got != fine && got != dataErrors {
				t.Fatalf("aggregate ended with %d: %s", got, stderr.String())
			}
			compareTotals(t, dir, results)
		})
	}
}
