package report

import "tonghop/lang"

// letterSettings are the settings of reminder letters.
var letterSettings = []setting{
	{"cv_so_ky_hieu", lang.Format{Vi: "số và ký hiệu công văn đôn đốc; để trống: -CV/TĐTN-VP", En: "number and symbol of reminder letters; -CV/TĐTN-VP where blank"}},
	{"cv_nguoi_ky_chuc_vu", lang.Format{Vi: "chức vụ người ký công văn đôn đốc; để trống: Chánh Văn phòng", En: "post of the person who signs reminder letters"}},
	{"cv_nguoi_ky", lang.Format{Vi: "họ tên người ký công văn đôn đốc", En: "name of the person who signs reminder letters"}},
	{"cv_noi_nhan", lang.Format{Vi: "nơi nhận của công văn đôn đốc, mỗi dòng một nơi", En: "recipients of reminder letters, one a line"}},
	{"cv_lien_he", lang.Format{Vi: "câu nêu người liên hệ, điện thoại, hộp thư nhận biểu mẫu", En: "whom to ask, telephone, and where to send forms"}},
	{"han_bo_sung", lang.Format{Vi: "ngày phải nộp hoặc bổ sung xong, in trên công văn đôn đốc", En: "the day by which units have to answer a reminder letter"}},
}
