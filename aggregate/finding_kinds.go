package aggregate

import (
	"tonghop/lang"
	"tonghop/sheets"
)

// findingKinds is the one table of what adding up may find in the catalogue.
var findingKinds = []sheets.FaultKind{
	{
		Code:  codeNoReason,
		Title: lang.Format{Vi: "Chỉ tiêu chưa đạt chưa ghi lý do", En: "An unmet target without a reason"},
		Explain: lang.Format{
			Vi: "Báo cáo phải nói vì sao chưa đạt. Ghi lý do vào cột Lý do của trang Chỉ tiêu; báo cáo sẽ in “chưa đạt do …”.",
			En: "A report says why a target is unmet. Type the reason into the column Lý do of the sheet Chỉ tiêu; the report prints it.",
		},
	},
	{
		Code:  codeNoUnits,
		Title: lang.Format{Vi: "Nội dung xét từng đơn vị mà không có đơn vị nào", En: "A part per unit without units"},
		Explain: lang.Format{
			Vi: "Không đơn vị nào thuộc phạm vi đã ghi phải báo số liệu này nên không kết luận được. Kiểm tra tên cấp ở cột Phạm vi của trang Chỉ tiêu và cột Cấp nhập của số liệu.",
			En: "No unit of the scope owes the figures, so that there is no verdict. Check the level in the column Phạm vi of the sheet Chỉ tiêu and the column Cấp nhập of the figures.",
		},
	},
	{
		Code:  codeUnproven,
		Title: lang.Format{Vi: "Giao từng tháng, quý, năm mà chỉ có số của cả kỳ", En: "Planned for each month, quarter or year, known for the whole period only"},
		Explain: lang.Format{
			Vi: "Số của cả kỳ không cho biết từng tháng, quý hoặc năm ra sao. Chọn Phạm vi là “tổng” với Ngưỡng cho cả kỳ, hoặc ghi Kết luận tay kèm Lý do.",
			En: "The total does not tell how each of them went. Choose tổng as Phạm vi with a threshold for the whole period, or give a hand verdict with its reason.",
		},
	},
	{
		Code:  codeWithoutPlan,
		Title: lang.Format{Vi: "Đơn vị chưa được giao mức riêng", En: "A unit without a plan"},
		Explain: lang.Format{
			Vi: "Nội dung chỉ tiêu đã giao riêng cho một số đơn vị ở trang Giao chỉ tiêu nhưng chưa giao cho các đơn vị khác cùng cấp. Thêm dòng cho các đơn vị đó, hoặc ghi Ngưỡng chung ở trang Chỉ tiêu khi Phạm vi là “từng đơn vị”.",
			En: "A part was assigned to some units in the sheet Giao chỉ tiêu and not to others of the same level. Add rows for them, or a common threshold in the sheet Chỉ tiêu where Phạm vi is từng đơn vị.",
		},
	},
	{
		Code:  codePlanOutside,
		Title: lang.Format{Vi: "Giao cho đơn vị không thuộc phạm vi", En: "A plan for a unit that the part does not apply to"},
		Explain: lang.Format{
			Vi: "Đơn vị được giao không có số liệu này trong kỳ, đã thôi hoạt động, hoặc không thuộc cấp đã ghi ở Phạm vi; mức giao không được dùng. Kiểm tra trang Giao chỉ tiêu và cột Cấp nhập của số liệu.",
			En: "The unit has none of the figures in the period, is no more, or is not of a level of Phạm vi; the plan is not used. Check the sheet Giao chỉ tiêu and the column Cấp nhập of the figures.",
		},
	},
	{
		Code:  codePlanSum,
		Title: lang.Format{Vi: "Tổng mức giao khác mức chung", En: "The plans of the units do not add up to the plan above"},
		Explain: lang.Format{
			Vi: "Tổng các mức giao cho đơn vị ở trang Giao chỉ tiêu khác mức của đơn vị cấp trên hoặc của tỉnh. Có thể là chủ ý; nếu không, sửa mức giao.",
			En: "What was assigned to the units differs from the plan of the unit above or of the province. It may be meant so; if not, correct the plans.",
		},
	},
	{
		Code:  codeLevelReason,
		Title: lang.Format{Vi: "Đánh giá tay khác mức gợi ý mà không có lý do", En: "A hand-given level without a reason"},
		Explain: lang.Format{
			Vi: "Mức khắc phục ghi ở cột Đánh giá khác mức tính từ số liệu. Ghi lý do vào cột Lý do của trang Khuyết điểm, hoặc để trống cột Đánh giá để dùng mức gợi ý.",
			En: "The level in the column Đánh giá differs from the one that the figures suggest. Type the reason into the column Lý do of the sheet Khuyết điểm, or leave Đánh giá blank.",
		},
	},
	{
		Code:  codeLastYear,
		Title: lang.Format{Vi: "Giá trị năm trước ghi tay khác số của biểu mẫu năm trước", En: "Last year's value as typed is not that of last year's forms"},
		Explain: lang.Format{
			Vi: "Cột Năm trước của trang Khuyết điểm ghi một giá trị, còn biểu mẫu của năm trước cộng lại ra giá trị khác. Kết quả dùng số cộng từ biểu mẫu. Xóa giá trị ghi tay, hoặc sửa biểu mẫu năm trước.",
			En: "The column Năm trước of the sheet Khuyết điểm has a value, and the forms of last year add up to another one, which is used. Delete what was typed, or correct the forms.",
		},
	},
	{
		Code:  codeDropped,
		Title: lang.Format{Vi: "Khuyết điểm chưa khắc phục xong mà không theo dõi tiếp", En: "A shortcoming that was not remedied is not followed any more"},
		Explain: lang.Format{
			Vi: "Ở kỳ trước khuyết điểm còn dưới mức 3, nhưng kỳ này không có trong cột Kỳ theo dõi của trang Khuyết điểm. Thêm mã kỳ này, hoặc ghi mức 3 cho kỳ trước.",
			En: "In a former period it was below level 3, and this period is not in the column Kỳ theo dõi of the sheet Khuyết điểm. Add it, or give level 3 to the former one.",
		},
	},
	{
		Code:  codeOpenWords,
		Title: lang.Format{Vi: "Lời văn nói chưa, số đo đều đạt", En: "A text says that something is open and every measure is met"},
		Explain: lang.Format{
			Vi: "Cột Kết quả hoặc Lý do của trang Khuyết điểm ghi “chưa đạt”, “chưa hoàn thành”…, nhưng mọi số đo gắn với đoạn đó đều đạt. Sửa lời văn, hoặc gắn thêm số đo còn thiếu.",
			En: "The column Kết quả or Lý do of the sheet Khuyết điểm says chưa đạt, chưa hoàn thành…, and every measure linked to it is met. Correct the text, or link the measure that is lacking.",
		},
	},
	{
		Code:  codeDoneWords,
		Title: lang.Format{Vi: "Lời văn nói đã xong, số đo chưa đạt", En: "A text says that all is done and a measure is unmet"},
		Explain: lang.Format{
			Vi: "Cột Kết quả hoặc Lý do của trang Khuyết điểm ghi “đã được khắc phục”, “đúng theo quy chế”…, nhưng một số đo gắn với đoạn đó chưa đạt. Sửa lời văn, hoặc kiểm tra lại số đo.",
			En: "The column Kết quả or Lý do of the sheet Khuyết điểm says đã được khắc phục, đúng theo quy chế…, and a measure linked to it is unmet. Correct the text, or check the measure.",
		},
	},
	{
		Code:  codeGeneral,
		Title: lang.Format{Vi: "Câu nói chung trái với mức của từng khuyết điểm", En: "A general sentence that the levels contradict"},
		Explain: lang.Format{
			Vi: "Một đoạn văn chung ở trang Thông tin nói về tất cả khuyết điểm khác với mức đã đánh giá của từng khuyết điểm. Bỏ câu đó: báo cáo tự viết câu chung theo các mức.",
			En: "A text of the sheet Thông tin says of all shortcomings what their levels do not. Delete the sentence: the report makes its own from the levels.",
		},
	},
	{
		Code:  codeIncomplete,
		Title: lang.Format{Vi: "Ghi đầy đủ, đúng quy chế bên cạnh tỷ số chưa đủ", En: "A text claims all beside a count of fewer"},
		Explain: lang.Format{
			Vi: "Một câu ghi “đúng theo quy chế”, “đầy đủ” hoặc “100%” ngay cạnh một tỷ số như 05/12. Sửa lời văn, hoặc bỏ một trong hai.",
			En: "A sentence says đúng theo quy chế, đầy đủ or 100% right beside a count such as 05/12. Correct the text, or leave one of them out.",
		},
	},
	{
		Code:  codeTypedNumber,
		Title: lang.Format{Vi: "Con số gõ tay trong lời văn khác số liệu", En: "A typed number in a text that differs from the data"},
		Explain: lang.Format{
			Vi: "Một đoạn văn của danh mục ghi tay một con số ngay cạnh tên của một số liệu, khác với số tổng hợp. Thay con số bằng thẻ của số liệu đó.",
			En: "A text of the catalogue has a number beside the name of a figure that is not the total. Put the tag of the figure in its place.",
		},
	},
	{
		Code:  codeUnlinked,
		Title: lang.Format{Vi: "Vế của khuyết điểm chưa gắn với số đo", En: "A clause of a shortcoming without a measure"},
		Explain: lang.Format{
			Vi: "Không gợi ý được mức khắc phục. Ghi một chỉ tiêu hoặc một điều kiện vào cột Số đo của trang Khuyết điểm, ví dụ: f_xa_mt >= 1.",
			En: "No level can be suggested. Type a target or a condition into the column Số đo of the sheet Khuyết điểm, for example: f_xa_mt >= 1.",
		},
	},
}

// FindingKinds gives the kinds of thing that adding up may find in the catalogue.
func FindingKinds() []sheets.FaultKind { return append([]sheets.FaultKind(nil), findingKinds...) }
