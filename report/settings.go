package report

import (
	"slices"

	"tonghop/lang"
)

// setting is a setting that documents know.
type setting struct {
	name string
	doc  lang.Format
}

// settings are the settings that documents know even where the catalogue has no row for them, so that a template need not be
// changed when somebody deletes a row: they are then missing.
var settings = slices.Concat(officeSettings, remediationSettings, reviewSettings, congressSettings, committeeSettings, articleSettings, letterSettings)

// officeSettings are about the office, for all documents.
var officeSettings = []setting{
	{"ten_tinh", lang.Format{Vi: "tên tỉnh, thành phố", En: "name of the province"}},
	{"co_quan", lang.Format{Vi: "tên cơ quan ban hành, ở góc trên bên trái văn bản", En: "the issuing body, at the top left of a document"}},
	{"dia_danh", lang.Format{Vi: "địa danh trước ngày tháng", En: "the place before the date"}},
	{"so_ky_hieu", lang.Format{Vi: "số và ký hiệu văn bản, đúng như đã gõ", En: "number and symbol of the document, as typed"}},
	{"nguoi_ky_chuc_vu", lang.Format{Vi: "chức vụ người ký", En: "post of the person who signs"}},
	{"nguoi_ky", lang.Format{Vi: "họ tên người ký", En: "name of the person who signs"}},
	{"noi_nhan", lang.Format{Vi: "nơi nhận, mỗi dòng một nơi", En: "recipients, one a line"}},
	{"cap_tren", lang.Format{Vi: "cơ quan cấp trên trực tiếp, in phía trên tên cơ quan ban hành", En: "the superior body, printed above the issuing body"}},
	{"du_thao", lang.Format{Vi: "dấu dự thảo, ví dụ: Dự thảo, Dự thảo lần thứ hai; để trống khi ban hành", En: "the mark of a draft; blank once it is issued"}},
	{"nhiem_ky_toi", lang.Format{Vi: "nhiệm kỳ tới, ví dụ: 2022 - 2024", En: "the next term, such as 2022 - 2024"}},
}

// remediationSettings are the prose of the report on remedied shortcomings.
var remediationSettings = []setting{
	{"nghi_quyet", lang.Format{Vi: "nghị quyết mà báo cáo khắc phục thực hiện", En: "the resolution that the remediation report follows"}},
	{"ke_hoach", lang.Format{Vi: "kế hoạch khắc phục: số, ngày, cơ quan, nội dung", En: "the plan of remedies: number, date, body, subject"}},
	{"tinh_hinh", lang.Format{Vi: "tình hình chung của năm, mỗi dòng một đoạn", En: "the situation of the year, a paragraph a line"}},
	{"chi_dao", lang.Format{Vi: "công tác chỉ đạo, mỗi dòng một đoạn", En: "how the work was directed, a paragraph a line"}},
	{"mat_duoc", lang.Format{Vi: "mặt được, mỗi dòng một ý", En: "what went well, one point a line"}},
	{"han_che", lang.Format{Vi: "hạn chế, mỗi dòng một ý", En: "what did not, one point a line"}},
}

// reviewSettings are the prose of the self-review of a chapter's committee.
var reviewSettings = []setting{
	{"kd_noi_cong_tac", lang.Format{Vi: "kiểm điểm: nơi công tác của các uỷ viên", En: "self-review: where the members of the committee work"}},
	{"kd_le_loi", lang.Format{Vi: "kiểm điểm: lề lối làm việc, mỗi dòng một đoạn", En: "self-review: the way of working, a paragraph a line"}},
	{"kd_phuong_phap", lang.Format{Vi: "kiểm điểm: phương pháp chỉ đạo, mỗi dòng một ý", En: "self-review: the way of directing, one point a line"}},
	{"kd_thuan_loi", lang.Format{Vi: "kiểm điểm: thuận lợi, mỗi dòng một ý", En: "self-review: what helped, one point a line"}},
	{"kd_kho_khan", lang.Format{Vi: "kiểm điểm: khó khăn, mỗi dòng một ý", En: "self-review: what was difficult, one point a line"}},
	{"kd_quy_che", lang.Format{Vi: "kiểm điểm: chấp hành quy chế, làm việc tập thể, mỗi dòng một ý", En: "self-review: rules kept and collective work, one point a line"}},
	{"kd_can_bo", lang.Format{Vi: "kiểm điểm: công tác cán bộ, mỗi dòng một ý", En: "self-review: work on cadres, one point a line"}},
	{"kd_chi_dao", lang.Format{Vi: "kiểm điểm Bí thư, Phó Bí thư: công tác chỉ đạo, mỗi dòng một ý", En: "self-review of secretary and deputy: directing, one point a line"}},
	{"kd_dieu_hanh", lang.Format{Vi: "kiểm điểm Bí thư, Phó Bí thư: điều hành, mỗi dòng một đoạn", En: "self-review of secretary and deputy: running the work, a paragraph a line"}},
	{"kd_pham_chat", lang.Format{Vi: "kiểm điểm: phẩm chất chính trị, đạo đức, lối sống, mỗi dòng một ý", En: "self-review: political quality and conduct, one point a line"}},
	{"kd_han_che", lang.Format{Vi: "kiểm điểm: khuyết điểm, hạn chế, mỗi dòng một ý", En: "self-review: shortcomings, one point a line"}},
	{"kd_bai_hoc", lang.Format{Vi: "kiểm điểm: bài học kinh nghiệm, mỗi dòng một ý", En: "self-review: lessons, one point a line"}},
}

// congressSettings are the prose of the report to a chapter's congress.
var congressSettings = []setting{
	{"dh_mo_dau", lang.Format{Vi: "báo cáo đại hội: đoạn mở đầu, mỗi dòng một đoạn", En: "congress report: introduction, a paragraph a line"}},
	{"dh_chinh_tri", lang.Format{Vi: "báo cáo đại hội: giáo dục chính trị tư tưởng, mỗi dòng một đoạn", En: "congress report: political education, a paragraph a line"}},
	{"dh_hoc_bac", lang.Format{Vi: "báo cáo đại hội: học tập và làm theo Bác, mỗi dòng một đoạn", En: "congress report: following the example of Uncle Ho, a paragraph a line"}},
	{"dh_ngay_le", lang.Format{Vi: "báo cáo đại hội: các ngày kỷ niệm đã tổ chức (chú thích)", En: "congress report: the anniversaries that were kept (note)"}},
	{"dh_hoi_thi", lang.Format{Vi: "báo cáo đại hội: các cuộc thi, hội thi đã tham gia (chú thích)", En: "congress report: the contests taken part in (note)"}},
	{"dh_dia_chi_do", lang.Format{Vi: "báo cáo đại hội: các địa chỉ đỏ đã đến (chú thích)", En: "congress report: the memorial sites visited (note)"}},
	{"dh_phap_luat", lang.Format{Vi: "báo cáo đại hội: giáo dục pháp luật, mỗi dòng một đoạn", En: "congress report: law education, a paragraph a line"}},
	{"dh_tinh_nguyen", lang.Format{Vi: "báo cáo đại hội: thanh niên tình nguyện, mỗi dòng một đoạn", En: "congress report: volunteering, a paragraph a line"}},
	{"dh_nong_thon", lang.Format{Vi: "báo cáo đại hội: nông thôn mới, đô thị văn minh, mỗi dòng một đoạn", En: "congress report: new countryside and civil towns, a paragraph a line"}},
	{"dh_sang_tao", lang.Format{Vi: "báo cáo đại hội: tuổi trẻ sáng tạo, mỗi dòng một đoạn", En: "congress report: creative youth, a paragraph a line"}},
	{"dh_xung_kich", lang.Format{Vi: "báo cáo đại hội: xung kích bảo vệ Tổ quốc, mỗi dòng một đoạn", En: "congress report: defending the country, a paragraph a line"}},
	{"dh_hoc_tap", lang.Format{Vi: "báo cáo đại hội: đồng hành trong học tập, khởi nghiệp, mỗi dòng một đoạn", En: "congress report: help with study and enterprise, a paragraph a line"}},
	{"dh_ky_nang", lang.Format{Vi: "báo cáo đại hội: kỹ năng, thể chất, văn hoá tinh thần, mỗi dòng một đoạn", En: "congress report: skills, sport and culture, a paragraph a line"}},
	{"dh_xay_dung_doan", lang.Format{Vi: "báo cáo đại hội: xây dựng Đoàn, mỗi dòng một đoạn", En: "congress report: building the Union, a paragraph a line"}},
	{"dh_xay_dung_dang", lang.Format{Vi: "báo cáo đại hội: tham gia xây dựng Đảng, mỗi dòng một đoạn", En: "congress report: helping to build the Party, a paragraph a line"}},
	{"dh_ton_tai", lang.Format{Vi: "báo cáo đại hội: tồn tại, hạn chế, mỗi dòng một ý", En: "congress report: shortcomings, one point a line"}},
	{"dh_nguyen_nhan", lang.Format{Vi: "báo cáo đại hội: nguyên nhân, mỗi dòng một ý", En: "congress report: causes, one point a line"}},
	{"dh_bai_hoc", lang.Format{Vi: "báo cáo đại hội: bài học kinh nghiệm, mỗi dòng một ý", En: "congress report: lessons, one point a line"}},
	{"dh_danh_gia", lang.Format{Vi: "báo cáo đại hội: đánh giá tổng quát, mỗi dòng một đoạn", En: "congress report: general assessment, a paragraph a line"}},
	{"dh_thanh_nien", lang.Format{Vi: "báo cáo đại hội: tình hình thanh niên, mỗi dòng một đoạn", En: "congress report: the situation of youth, a paragraph a line"}},
	{"dh_phuong_huong", lang.Format{Vi: "báo cáo đại hội: phương hướng, mỗi dòng một đoạn", En: "congress report: direction, a paragraph a line"}},
	{"dh_muc_tieu", lang.Format{Vi: "báo cáo đại hội: các mục tiêu, mỗi dòng một mục tiêu", En: "congress report: the goals, one a line"}},
	{"dh_khau_hieu", lang.Format{Vi: "báo cáo đại hội: khẩu hiệu hành động", En: "congress report: the slogan"}},
	{"dh_chi_tieu", lang.Format{Vi: "báo cáo đại hội: các chỉ tiêu của nhiệm kỳ tới, mỗi dòng một chỉ tiêu", En: "congress report: the targets of the next term, one a line"}},
	{"dh_nv_chinh_tri", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ giáo dục chính trị, mỗi dòng một đoạn", En: "congress report: task of political education, a paragraph a line"}},
	{"dh_nv_tinh_nguyen", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ phong trào tình nguyện, sáng tạo, mỗi dòng một đoạn", En: "congress report: task of volunteering and creativity, a paragraph a line"}},
	{"dh_nv_xung_kich", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ xung kích bảo vệ Tổ quốc, mỗi dòng một đoạn", En: "congress report: task of defending the country, a paragraph a line"}},
	{"dh_nv_hoc_tap", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ đồng hành trong học tập, nghề nghiệp, mỗi dòng một đoạn", En: "congress report: task of help with study and work, a paragraph a line"}},
	{"dh_nv_ky_nang", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ đồng hành về kỹ năng, thể chất, văn hoá, mỗi dòng một đoạn", En: "congress report: task of skills, sport and culture, a paragraph a line"}},
	{"dh_nv_to_chuc", lang.Format{Vi: "báo cáo đại hội: nhiệm vụ xây dựng Đoàn, mỗi dòng một đoạn", En: "congress report: task of building the Union, a paragraph a line"}},
}
