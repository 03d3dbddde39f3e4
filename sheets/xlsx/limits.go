package xlsx

import "tonghop/lang"

// limits are the most of everything that a workbook may have.
type limits struct {
	file    int // bytes of the file
	part    int // bytes of one part that is read, inflated
	total   int // bytes of all parts, inflated
	entries int // entries of the container
	depth   int // elements inside one another
	attrs   int // attributes of one element, and namespaces declared around it
	items   int // relationships, content types, sheets, fonts, number formats, styles
	strings int // shared strings
	merges  int // merged ranges of a sheet
	cells   int // cells of a sheet, blank ones counted
}

// standard are generous for forms and lists (a list of 200,000 rows and six columns fits) and keep the worst file that we could think of
// under 256 MB of memory and two seconds.
var standard = limits{
	file:    32 << 20,
	part:    48 << 20,
	total:   96 << 20,
	entries: 10_000,
	depth:   64,
	attrs:   64,
	items:   70_000,
	strings: 1_000_000,
	merges:  200_000,
	cells:   2_000_000,
}

// What a workbook has too many of, in words.
var (
	tooManyEntries = lang.Format{Vi: "quá nhiều phần bên trong (nhiều nhất %d)", En: "too many parts inside (at most %d)"}
	tooManyItems   = lang.Format{Vi: "quá nhiều kiểu dáng, trang tính hoặc liên kết (nhiều nhất %d)", En: "too many styles, sheets or relationships (at most %d)"}
	tooManyStrings = lang.Format{Vi: "quá nhiều chuỗi chữ (nhiều nhất %d)", En: "too many texts (at most %d)"}
	tooManyMerges  = lang.Format{Vi: "quá nhiều vùng gộp ô (nhiều nhất %d)", En: "too many merged ranges (at most %d)"}
	tooManyCells   = lang.Format{Vi: "quá nhiều ô (nhiều nhất %d)", En: "too many cells (at most %d)"}
	tooManyBytes   = lang.Format{Vi: "quá nhiều dữ liệu sau khi giải nén (nhiều nhất %d MB)", En: "too much data once unpacked (at most %d MB)"}
	tooDeep        = lang.Format{Vi: "các lớp lồng nhau quá sâu (nhiều nhất %d)", En: "too many layers inside one another (at most %d)"}
	tooManyAttrs   = lang.Format{Vi: "một mục có quá nhiều thuộc tính (nhiều nhất %d)", En: "too many attributes on one element (at most %d)"}
	tooBigFile     = lang.Format{Vi: "tệp quá lớn (nhiều nhất %d MB)", En: "the file is too large (at most %d MB)"}
)
