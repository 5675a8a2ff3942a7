#include "app/demo_articles.h"

namespace lantoa::app {
namespace {

// Facts of the two documents in our own words.
DemoArticle main_article() {
  return {
      {"Hà Nội thí điểm chính quyền đô thị: điều cán bộ và người dân cần biết",
       "Từ ngày 01/7/2021, các phường của 12 quận và thị xã Sơn Tây không tổ chức Hội đồng nhân "
       "dân; Ủy ban nhân dân phường làm việc theo chế độ thủ trưởng. Ngày 12/5/2021, Hội đồng Phối "
       "hợp phổ biến, giáo dục pháp luật thành phố ban hành kế hoạch để mọi cán bộ và người dân "
       "nắm được quy định mới.",
       "## Căn cứ nào\n\n"
       "Việc thí điểm theo Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội; Chính phủ quy "
       "định chi tiết tại Nghị định số 32/2021/NĐ-CP ngày 29/3/2021.\n\n"
       "## Phường thay đổi ra sao\n\n"
       "- Phường có Ủy ban nhân dân, không có Hội đồng nhân dân. Xã và thị trấn không thay đổi.\n"
       "- Ủy ban nhân dân phường gồm Chủ tịch, Phó Chủ tịch và các công chức khác. Phường loại I, "
       "loại II có không quá hai Phó Chủ tịch; phường loại III có một.\n"
       "- Chủ tịch Ủy ban nhân dân quận, thị xã bổ nhiệm, miễn nhiệm Chủ tịch, Phó Chủ tịch "
       "phường. Mỗi lần bổ nhiệm là 5 năm; không giữ chức Chủ tịch ở cùng một phường quá 10 năm "
       "liên tục.\n"
       "- Chủ tịch phường quyết định và chịu trách nhiệm cá nhân trước pháp luật, trước Hội đồng "
       "nhân dân, Ủy ban nhân dân và Chủ tịch Ủy ban nhân dân quận, thị xã.\n"
       "- Công chức làm việc ở phường thuộc biên chế của quận, thị xã.\n\n"
       "## Người dân được gì\n\n"
       "Chủ tịch phường có thể ủy quyền cho công chức Tư pháp - Hộ tịch ký chứng thực bản sao, nên "
       "việc chứng thực nhanh hơn.\n\n"
       "## Ai phải làm gì\n\n"
       "Sở Tư pháp là cơ quan thường trực, hướng dẫn và đôn đốc. Mỗi sở, ban, ngành phổ biến tới "
       "từng người của mình và thường xuyên đăng tin. Quận, huyện, thị xã chọn cách làm hợp với "
       "địa bàn, chú trọng họp giao ban, trang thông tin, truyền thanh cơ sở và nhân rộng mô hình "
       "hay.",
       "Ban biên tập mẫu"},
      {"Từ 01/7/2021, phường của quận và thị xã Sơn Tây không có Hội đồng nhân dân; Chủ tịch "
       "phường quyết định và chịu trách nhiệm cá nhân.",
       "Chủ tịch Ủy ban nhân dân quận, thị xã bổ nhiệm Chủ tịch, Phó Chủ tịch phường; công chức "
       "phường thuộc biên chế của quận, thị xã.",
       "Chủ tịch phường có thể ủy quyền cho công chức Tư pháp - Hộ tịch ký chứng thực bản sao."}};
}

DemoArticle article_on_certifying() {
  return {
      {"Chứng thực bản sao ở phường: nhanh hơn nhờ được ủy quyền",
       "Nghị định 32/2021/NĐ-CP cho phép Chủ tịch phường ủy quyền cho công chức Tư pháp - Hộ "
       "tịch ký chứng thực bản sao.",
       "Trước đây chữ ký chứng thực phải chờ Chủ tịch hoặc Phó Chủ tịch. Theo Nghị định số "
       "32/2021/NĐ-CP, công chức Tư pháp - Hộ tịch được ủy quyền thì ký và đóng dấu ngay.\n\n"
       "Người dân mang bản chính và bản sao tới bộ phận một cửa của phường.",
       "Ban biên tập mẫu"},
      {},
      "demo/data/ap-phich-chung-thuc.png",
      "Tranh vẽ ba bước chứng thực bản sao ở phường. Bước 1: mang bản chính và bản sao. Bước 2: "
      "nộp ở bộ phận một cửa. Bước 3: công chức Tư pháp - Hộ tịch ký, đóng dấu."};
}

DemoArticle article_with_questions() {
  return {
      {"Hỏi nhanh, đáp gọn về Ủy ban nhân dân phường",
       "Năm câu hỏi thường gặp khi phường không còn Hội đồng nhân dân.",
       "**Phường có còn ban hành văn bản quy phạm pháp luật không?** Không.\n\n"
       "**Ai giám sát Ủy ban nhân dân phường?** Hội đồng nhân dân quận, thị xã; Chủ tịch quận, thị "
       "xã có quyền đình chỉ hoặc bãi bỏ văn bản trái pháp luật của phường.\n\n"
       "**Phường có đề xuất dự án đầu tư công không?** Có, Ủy ban nhân dân phường được đề xuất.\n\n"
       "**Xã có bị bỏ Hội đồng nhân dân không?** Không; thí điểm theo Nghị quyết 97/2019/QH14 chỉ "
       "ở phường của quận và thị xã.\n\n"
       "**Thí điểm tới khi nào?** Từ 01/7/2021 tới khi Quốc hội quyết định chấm dứt.",
       "Ban biên tập mẫu"},
      {}};
}

DemoArticle article_on_chairpersons() {
  return {
      {"Chủ tịch phường: ai bổ nhiệm, làm bao lâu, chịu trách nhiệm trước ai",
       "Ba tháng sau khi thí điểm bắt đầu, đây là những điều cán bộ các cấp cần nắm chắc về người "
       "đứng đầu Ủy ban nhân dân phường.",
       "Theo Nghị định số 32/2021/NĐ-CP, Chủ tịch và Phó Chủ tịch phường là công chức do Chủ tịch "
       "Ủy ban nhân dân quận, thị xã bổ nhiệm và miễn nhiệm.\n\n"
       "- Mỗi lần bổ nhiệm có thời hạn 5 năm.\n"
       "- Không ai giữ chức Chủ tịch ở cùng một phường quá 10 năm liên tục.\n"
       "- Phường loại I, loại II có không quá hai Phó Chủ tịch; phường loại III có một.",
       "Ban biên tập mẫu"},
      {"Chủ tịch quận, thị xã bổ nhiệm Chủ tịch phường, mỗi lần 5 năm.",
       "Không giữ chức Chủ tịch ở cùng một phường quá 10 năm liên tục.",
       "Phường loại I, loại II có không quá hai Phó Chủ tịch; phường loại III có một."}};
}

DemoArticle article_on_ward_staff() {
  return {
      {"Công chức phường thuộc biên chế quận, thị xã",
       "Người làm việc ở phường do quận, thị xã tuyển dụng và quản lý.",
       "Theo Nghị định số 32/2021/NĐ-CP, công chức làm việc tại Ủy ban nhân dân phường thuộc biên "
       "chế của quận, thị xã; bình quân mỗi phường 15 người. Sở Nội vụ hướng dẫn và kiểm tra việc "
       "tuyển dụng, sử dụng.\n\n"
       "Chủ tịch Ủy ban nhân dân quận, thị xã tuyển dụng và quản lý công chức phường.",
       "Ban biên tập mẫu"},
      {"Công chức phường thuộc biên chế của quận, thị xã.",
       "Chủ tịch quận, thị xã tuyển dụng và quản lý công chức phường.",
       "Sở Nội vụ hướng dẫn, kiểm tra việc tuyển dụng và sử dụng công chức phường."}};
}

DemoArticle article_on_ward_powers() {
  return {{"Ủy ban nhân dân phường được làm gì và không làm gì",
           "Nhắc lại cuối năm: thẩm quyền của Ủy ban nhân dân phường theo Nghị quyết 97/2019/QH14.",
           "- Phường không ban hành văn bản quy phạm pháp luật.\n"
           "- Phường được đề xuất chương trình đầu tư công và nhiệm vụ quốc phòng, an ninh, phòng, "
           "chống tội phạm trên địa bàn.\n"
           "- Chủ tịch quận, thị xã có quyền đình chỉ hoặc bãi bỏ văn bản trái pháp luật của "
           "phường.\n\n"
           "Căn cứ: Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội.",
           "Ban biên tập mẫu"},
          {"Phường không ban hành văn bản quy phạm pháp luật.",
           "Phường được đề xuất chương trình đầu tư công và nhiệm vụ quốc phòng, an ninh.",
           "Chủ tịch quận, thị xã có thể đình chỉ, bãi bỏ văn bản trái luật của phường."}};
}

}  // namespace

const std::vector<DemoArticle>& demo_articles() {
  static const std::vector<DemoArticle> all{main_article(),           article_on_certifying(),
                                            article_with_questions(), article_on_chairpersons(),
                                            article_on_ward_staff(),  article_on_ward_powers()};
  return all;
}

}  // namespace lantoa::app
