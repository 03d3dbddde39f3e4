package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"tonghop/lang"
	"tonghop/vntext"
)

// flag is one flag of the command line.
type flag struct {
	name  string
	kind  flagKind
	value lang.Format // how the help shows its value
	title lang.Format
}

type flagKind uint8

const (
	textFlag flagKind = iota
	boolFlag
	intFlag
)

// flagTable lists every flag; commands name those that they take.
func flagTable() []flag {
	return []flag{
		{"period", textFlag, lang.Format{Vi: "KỲ", En: "CODE"}, lang.Format{Vi: "mã kỳ báo cáo (mặc định: cài đặt ky, rồi đến dòng cuối của trang Kỳ)", En: "code of the period (default: the setting ky, then the last row of Kỳ)"}},
		{"unit", textFlag, lang.Format{Vi: "MÃ", En: "CODE"}, lang.Format{Vi: "chỉ nói về đơn vị có mã này và các đơn vị trực thuộc", En: "only this unit and those below it"}},
		{"date", textFlag, lang.Format{Vi: "NGÀY", En: "DATE"}, lang.Format{Vi: "ngày in trên văn bản, ví dụ 15/12/2021", En: "the date that documents print, for example 15/12/2021"}},
		{"due", textFlag, lang.Format{Vi: "NGÀY", En: "DATE"}, lang.Format{Vi: "ngày phải nộp hoặc bổ sung xong, in trên công văn đôn đốc (mặc định: cài đặt han_bo_sung, rồi đến hạn nộp chưa qua)", En: "the day by which units have to answer, in letters (default: the setting han_bo_sung, then the deadline while it is not over)"}},
		{"out", textFlag, lang.Format{Vi: "THƯ MỤC", En: "DIR"}, lang.Format{Vi: "thư mục kết quả (mặc định: ketqua trong thư mục làm việc; với lệnh forms: bieumau; với lệnh lint: cạnh tệp mẫu)", En: "folder of results (default: ketqua in the workspace; for forms: bieumau; for lint: beside the template)"}},
		{"catalog", textFlag, lang.Format{Vi: "TỆP", En: "FILE"}, lang.Format{Vi: "tệp danh mục (mặc định: danhmuc.xlsx)", En: "the catalogue workbook (default: danhmuc.xlsx)"}},
		{"in", textFlag, lang.Format{Vi: "THƯ MỤC", En: "DIR"}, lang.Format{Vi: "thư mục chứa biểu mẫu đã nộp (mặc định: nop)", En: "folder of submissions (default: nop)"}},
		{"templates", textFlag, lang.Format{Vi: "THƯ MỤC", En: "DIR"}, lang.Format{Vi: "thư mục mẫu Word (mặc định: mau)", En: "folder of Word templates (default: mau)"}},
		{"template", textFlag, lang.Format{Vi: "TÊN", En: "NAME"}, lang.Format{Vi: "chỉ lập báo cáo theo mẫu này", En: "only this template"}},
		{"form", textFlag, lang.Format{Vi: "TỆP", En: "FILE"}, lang.Format{Vi: "biểu mẫu mà cấp trên đã gửi, để điền vào (mặc định: biểu mẫu theo danh mục của mình)", En: "the form that the level above sent, to be filled in (default: a form of the own catalogue)"}},
		{"key", textFlag, lang.Format{Vi: "SỐ", En: "NUMBER"}, lang.Format{Vi: "truy con số này của báo cáo: số thứ tự hoặc dấu trong ngoặc vuông", En: "trace this figure of the report: its number, or what stands in the brackets"}},
		{"sentence", textFlag, lang.Format{Vi: "CHỮ", En: "WORDS"}, lang.Format{Vi: "truy mọi con số trong đoạn của báo cáo có những chữ này", En: "trace all figures of the paragraph of the report with these words"}},
		{"all", boolFlag, lang.Format{}, lang.Format{Vi: "in đủ mọi đơn vị, không rút gọn danh sách dài", En: "every unit, without shortening long lists"}},
		{"by", textFlag, lang.Format{Vi: "TÊN", En: "NAME"}, lang.Format{Vi: "người chốt, ghi vào sổ chốt, ví dụ \"Ban Tổ chức\"", En: "who closes the period, for the ledger"}},
		{"reason", textFlag, lang.Format{Vi: "LÝ DO", En: "REASON"}, lang.Format{Vi: "lý do chốt, hoặc lý do chốt lại", En: "why the period is closed, or closed again"}},
		{"force", boolFlag, lang.Format{}, lang.Format{Vi: "chốt dù số liệu còn lỗi; số lỗi ghi vào sổ chốt", En: "close although the data has errors; the ledger says how many"}},
		{"strict", boolFlag, lang.Format{}, lang.Format{Vi: "không cộng số liệu của đơn vị còn lỗi", En: "leave out units that have errors"}},
		{"tree", textFlag, lang.Format{Vi: "moi|cu", En: "new|old"}, lang.Format{Vi: "cây đơn vị khi kỳ có sắp xếp lại: moi (ngày cuối kỳ) hoặc cu (ngày đầu kỳ) (mặc định: cài đặt cay_don_vi, rồi đến moi)", En: "the tree of units where the period was reorganised: new (its last day) or old (its first day) (default: the setting cay_don_vi, then new)"}},
		{"chapters", intFlag, lang.Format{Vi: "SỐ", En: "N"}, lang.Format{Vi: "thêm chừng này chi đoàn dưới các xã, mỗi chi đoàn một biểu mẫu", En: "add this many chapters below the communes, each with a form"}},
		{"faults", boolFlag, lang.Format{}, lang.Format{Vi: "cài mỗi loại lỗi thường gặp một lần để xem phần kiểm tra", En: "plant one of each kind of mistake"}},
		{"annotate", boolFlag, lang.Format{}, lang.Format{Vi: "ghi thêm bản TÊN.soat.docx có nhận xét của Word ngay tại chỗ sai", En: "also write NAME.soat.docx with Word comments at the faults"}},
		{"plain", boolFlag, lang.Format{}, lang.Format{Vi: "lập văn bản không có dấu nhận biết con số (sau này không verify, refresh được)", En: "documents without the marks of figures (verify and refresh cannot be used on them)"}},
		{"in-place", boolFlag, lang.Format{}, lang.Format{Vi: "ghi số mới ngay vào báo cáo thay vì một bản bên cạnh", En: "write the new figures into the report itself and not into a copy beside it"}},
		{"json", boolFlag, lang.Format{}, lang.Format{Vi: "in một tài liệu JSON ra đầu ra chuẩn", En: "print one JSON document on standard output"}},
		{"jobs", intFlag, lang.Format{Vi: "SỐ", En: "N"}, lang.Format{Vi: "số tệp đọc cùng lúc (mặc định: số lõi của máy)", En: "files read at the same time (default: the cores of the machine)"}},
		{"quiet", boolFlag, lang.Format{}, lang.Format{Vi: "chỉ nói khi có lỗi", En: "speak only of errors"}},
		{"no-color", boolFlag, lang.Format{}, lang.Format{Vi: "không tô màu", En: "no colours"}},
		{"lang", textFlag, lang.Format{Vi: "vi|en", En: "vi|en"}, lang.Format{Vi: "ngôn ngữ: vi hoặc en", En: "language: vi or en"}},
	}
}

// everywhere are the flags that every command takes.
var everywhere = []string{"quiet", "no-color", "lang"}

// flagsOf are the flags that a command takes.
func flagsOf(c command) []flag {
	var flags []flag
	for _, f := range flagTable() {
		if slices.Contains(c.flags, f.name) || slices.Contains(everywhere, f.name) {
			flags = append(flags, f)
		}
	}
	return flags
}

// parsed are the same for the flag parser.
func parsed(flags []flag) []cli.Flag {
	var made []cli.Flag
	for _, f := range flags {
		switch f.kind {
		case boolFlag:
			made = append(made, &cli.BoolFlag{Name: f.name})
		case intFlag:
			made = append(made, &cli.IntFlag{Name: f.name})
		default:
			made = append(made, &cli.StringFlag{Name: f.name})
		}
	}
	return made
}

// flagHelp says what the flags do, one a line.
func flagHelp(flags []flag, said lang.Lang) string {
	var text strings.Builder
	for _, f := range flags {
		fmt.Fprintf(&text, "  %-22s %s\n", strings.TrimSpace("--"+f.name+" "+f.value.In(said)), f.title.In(said))
	}
	return text.String()
}

// flagsFirst moves flags before the other arguments of a command, because the flag parser takes everything after the first
// argument for an argument: "check dir --json" would lose its flag without a word. What follows "--" stays.
func flagsFirst(args []string) ([]string, error) {
	kinds := make(map[string]flagKind)
	for _, f := range flagTable() {
		kinds[f.name] = f.kind
	}
	var flags, rest []string
	for i := 1; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			rest = append(rest, args[i:]...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		flags = append(flags, arg)
		name := strings.TrimLeft(arg, "-")
		kind, known := kinds[name]
		switch {
		case !known && !strings.Contains(name, "=") && !slices.Contains([]string{"help", "h", "version"}, name):
			return nil, unknownFlag(arg, name)
		case !known || kind == boolFlag:
		case i+1 == len(args):
			return nil, msgNoValue.With(arg)
		default:
			i++
			flags = append(flags, args[i])
		}
	}
	if len(rest) == 0 {
		return append(args[:1:1], flags...), nil
	}
	ordered := append([]string{args[0], rest[0]}, flags...)
	return append(ordered, rest[1:]...), nil
}

// unknownFlag names the nearest flag.
func unknownFlag(typed, name string) error {
	var names []string
	for _, f := range flagTable() {
		names = append(names, f.name)
	}
	if near := vntext.Nearest(name, names, 1); len(near) > 0 {
		return msgNearFlag.With(typed, "--"+near[0])
	}
	return msgNoFlag.With(typed)
}

// languageOf finds the language before anything else is said.
func languageOf(args []string) (lang.Lang, bool) {
	for i, arg := range args {
		name := strings.TrimLeft(arg, "-")
		if name == arg {
			continue
		}
		if value, found := strings.CutPrefix(name, "lang="); found {
			return lang.Parse(value)
		}
		if name == "lang" && i+1 < len(args) {
			return lang.Parse(args[i+1])
		}
	}
	return lang.Vi, true
}

// call is one call of a command: its flags, its arguments, and where it speaks.
type call struct {
	ctx            context.Context // done when the user wants it to stop
	lang           lang.Lang
	stdout, stderr io.Writer
	args           []string

	period, unit, date, due, out, catalog, in, templates, template, key, sentence, tree, by, reason string
	form                                                                                            string // of the level above
	chapters, jobs                                                                                  int
	strict, faults, json, quiet, noColor, annotate, plain, inPlace, force, all                      bool

	today time.Time // the day on which the program was called; nothing but the act of closing depends on it
}

func newCall(c *cli.Context, made command, said lang.Lang, stdout, stderr io.Writer) (*call, error) {
	args := c.Args().Slice()
	if len(args) > made.most {
		return nil, usage(msgTooMany.With(args[made.most], made.name))
	}
	if len(args) < made.least {
		return nil, usage(msgTooFew.With(made.name, made.args))
	}
	k := &call{
		ctx: c.Context, lang: said, stdout: stdout, stderr: stderr, args: args,
		period: c.String("period"), unit: c.String("unit"), date: c.String("date"), due: c.String("due"), out: c.String("out"), catalog: c.String("catalog"),
		in: c.String("in"), templates: c.String("templates"), template: c.String("template"), chapters: c.Int("chapters"), jobs: c.Int("jobs"),
		strict: c.Bool("strict"), faults: c.Bool("faults"), json: c.Bool("json"), quiet: c.Bool("quiet"), noColor: c.Bool("no-color"), annotate: c.Bool("annotate"),
		form: c.String("form"),
		key:  c.String("key"), tree: c.String("tree"), plain: c.Bool("plain"), inPlace: c.Bool("in-place"),
		by: strings.TrimSpace(c.String("by")), reason: strings.TrimSpace(c.String("reason")), force: c.Bool("force"),
		sentence: strings.TrimSpace(c.String("sentence")), all: c.Bool("all"),
	}
	switch {
	case k.chapters < 0:
		return nil, usage(msgNegative.With("chapters"))
	case k.jobs < 0:
		return nil, usage(msgNegative.With("jobs"))
	}
	return k, nil
}

// stopped is an error once the user has asked the program to stop. It is looked at between steps of the work: nothing is put in place after it.
func (k *call) stopped() error {
	if k.ctx.Err() != nil {
		return msgStopped.With()
	}
	return nil
}

// arg is argument number i, "" where it was not given.
func (k *call) arg(i int) string {
	if i < len(k.args) {
		return k.args[i]
	}
	return ""
}
