package report

import "tonghop/lang"

// committeeSettings are the prose of the self-review of a committee's work.
var committeeSettings = []setting{
	{"kb_thoi", lang.Format{Vi: "kiểm điểm hoạt động: vì sao có uỷ viên thôi tham gia, viết tiếp câu, ví dụ: do chuyển công tác", En: "review of the committee: why a member left, as the rest of a sentence"}},
	{"kb_uu_diem", lang.Format{Vi: "kiểm điểm hoạt động: ưu điểm, mỗi dòng một đoạn", En: "review of the committee: merits, a paragraph a line"}},
	{"kb_han_che", lang.Format{Vi: "kiểm điểm hoạt động: hạn chế, mỗi dòng một đoạn", En: "review of the committee: limits, a paragraph a line"}},
	{"kb_bi_thu", lang.Format{Vi: "kiểm điểm hoạt động: đồng chí Bí thư, mỗi dòng một đoạn", En: "review of the committee: the secretary, a paragraph a line"}},
	{"kb_pho_bi_thu", lang.Format{Vi: "kiểm điểm hoạt động: đồng chí Phó Bí thư, mỗi dòng một đoạn", En: "review of the committee: the deputy, a paragraph a line"}},
	{"kb_uy_vien", lang.Format{Vi: "kiểm điểm hoạt động: các uỷ viên, mỗi dòng một đoạn", En: "review of the committee: the members, a paragraph a line"}},
	{"kb_bai_hoc", lang.Format{Vi: "kiểm điểm hoạt động: bài học kinh nghiệm, mỗi dòng một đoạn", En: "review of the committee: lessons, a paragraph a line"}},
}

// articleSettings are the prose of the article on a term.
var articleSettings = []setting{
	{"tk_mo_dau", lang.Format{Vi: "bài tổng kết: mở đầu, mỗi dòng một đoạn", En: "term article: introduction, a paragraph a line"}},
	{"tk_giao_duc", lang.Format{Vi: "bài tổng kết: tuyên truyền, giáo dục, mỗi dòng một đoạn", En: "term article: education, a paragraph a line"}},
	{"tk_ve_nguon", lang.Format{Vi: "bài tổng kết: ngày kỷ niệm, về nguồn, mỗi dòng một đoạn", En: "term article: anniversaries and visits, a paragraph a line"}},
	{"tk_phong_trao", lang.Format{Vi: "bài tổng kết: các phong trào khác, mỗi dòng một đoạn", En: "term article: other movements, a paragraph a line"}},
	{"tk_dong_hanh", lang.Format{Vi: "bài tổng kết: khởi nghiệp, kỹ năng, mỗi dòng một đoạn", En: "term article: enterprise and skills, a paragraph a line"}},
	{"tk_thieu_nhi", lang.Format{Vi: "bài tổng kết: thiếu niên, nhi đồng, mỗi dòng một đoạn", En: "term article: children, a paragraph a line"}},
	{"tk_quoc_te", lang.Format{Vi: "bài tổng kết: quốc tế thanh niên, mỗi dòng một đoạn", En: "term article: international work, a paragraph a line"}},
	{"tk_xay_dung_doan", lang.Format{Vi: "bài tổng kết: xây dựng tổ chức Đoàn, mỗi dòng một đoạn", En: "term article: building the Union, a paragraph a line"}},
	{"tk_han_che", lang.Format{Vi: "bài tổng kết: hạn chế, nguyên nhân, mỗi dòng một đoạn", En: "term article: limits and causes, a paragraph a line"}},
	{"tk_bai_hoc", lang.Format{Vi: "bài tổng kết: bài học, mỗi dòng một đoạn", En: "term article: lessons, a paragraph a line"}},
	{"tk_chi_tieu_toi", lang.Format{Vi: "bài tổng kết: chỉ tiêu nhiệm kỳ tới, mỗi dòng một câu", En: "term article: targets of the next term, a sentence a line"}},
}
