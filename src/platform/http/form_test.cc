#include "platform/http/http.h"

namespace lantoa::http {
namespace {

Request posted(std::string type, std::string body) {
  Request request;
  request.method = Method::Post;
  request.headers.emplace_back("content-type", std::move(type));
  request.body = std::move(body);
  return request;
}

Result<Form> urlencoded(std::string body) {
  return parse_form(posted("application/x-www-form-urlencoded; charset=utf-8", std::move(body)));
}

Result<Form> multipart(std::string body) {
  return parse_form(posted("multipart/form-data; boundary=\"b d\"", std::move(body)));
}

std::string part(const std::string& disposition, const std::string& content) {
  return "--b d\r\nContent-Type: x/y\r\nContent-Disposition: form-data; " + disposition +
         "\r\n\r\n" + content + "\r\n";
}

TEST(Form, UrlencodedFieldsAreDecoded) {
  const Form form =
      urlencoded("ti%C3%AAu=Lu%E1%BA%ADt+%C4%91%E1%BA%A5t&empty=&bare&a%26b=%3D").value();
  EXPECT_EQ(form.get("tiêu"), "Luật đất");
  EXPECT_EQ(form.get("empty"), "");
  EXPECT_TRUE(form.fields.contains("bare"));
  EXPECT_EQ(form.get("a&b"), "=");
  EXPECT_EQ(form.get("none"), "");
}

TEST(Form, MalformedOrRepeatedOrNotTextIsInvalid) {
  for (const char* body : {"a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "a=1&a=2", "%ED%A0%80=1"}) {
    const auto form = urlencoded(body);
    ASSERT_FALSE(form.has_value()) << body;
    EXPECT_EQ(form.error().code, Code::Invalid);
  }
  EXPECT_EQ(urlencoded("a=1&a=2").error().field, "a");
}

TEST(Form, TooManyFieldsAreTooLarge) {
  std::string body;
  for (std::size_t n = 0; n < form_fields_max; ++n) body += "f" + std::to_string(n) + "=1&";
  EXPECT_TRUE(urlencoded(body).has_value());
  EXPECT_EQ(urlencoded(body + "more=1").error().code, Code::TooLarge);
}

TEST(Form, AnotherTypeIsInvalidAndNothingIsAnEmptyForm) {
  EXPECT_EQ(parse_form(posted("text/plain", "a=1")).error().code, Code::Invalid);
  EXPECT_TRUE(parse_form(Request{}).value().fields.empty());
}

TEST(Form, MultipartHasFieldsAndFiles) {
  const std::string bytes("\0\r\n--b\xff", 7);
  const Form form = multipart(part("name=\"tên\"", "Nguyễn Văn A") + part("name=note", "") +
                              part("name=\"f\"; filename=\"a%22b\\\\c.csv\"", bytes) +
                              part("name=\"none\"; filename=\"\"", "") + "--b d--\r\nepilogue")
                        .value();
  EXPECT_EQ(form.get("tên"), "Nguyễn Văn A");
  EXPECT_EQ(form.get("note"), "");
  EXPECT_EQ(form.files.at("f").bytes, bytes);
  EXPECT_EQ(form.files.at("f").name, "a\"b\\\\c.csv");
  EXPECT_FALSE(form.files.contains("none"));
  EXPECT_EQ(form.fields.size(), 2U);
}

// One name for NFC and NFD, and no name that shows as another.
TEST(Form, FileNamesAreComposedAndShowWhatTheyAre) {
  const auto named = [](const std::string& name) {
    return multipart(part("name=\"f\"; filename=\"" + name + "\"", "x") + "--b d--")
        .value()
        .files.at("f")
        .name;
  };
  EXPECT_EQ(named("Ba\xCC\x81o ca\xCC\x81o.xlsx"), "Báo cáo.xlsx");
  EXPECT_EQ(named("hoa-don\xE2\x80\xAE"
                  "fdp.exe"),
            "hoa-donfdp.exe");
  EXPECT_EQ(named("ke\xE2\x80\x8B-hoach\x01\x7F.csv"), "ke-hoach.csv");
  EXPECT_EQ(named("%0D%0Aten.csv"), "  ten.csv");
}

TEST(Form, MultipartThatIsCutOrConfusedIsInvalid) {
  const std::string good = part("name=a", "1") + part("name=b", "2") + "--b d--";
  EXPECT_TRUE(multipart(good).has_value());
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(multipart(good.substr(0, size)).has_value()) << size;
  }
  for (const std::string& body : {
           "x" + good,
           part("name=a", "1") + part("name=a", "2") + "--b d--",
           part("name=a", "1") + part("name=a; filename=x", "2") + "--b d--",
           part("nam=a", "1") + "--b d--",
           part("name=\"a", "1") + "--b d--",
           part("name=a", "\xff") + "--b d--",
           std::string("--b d\r\n\r\nno headers\r\n--b d--"),
           std::string("--b dx\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b d--"),
       }) {
    EXPECT_EQ(multipart(body).error().code, Code::Invalid) << body;
  }
  EXPECT_FALSE(parse_form(posted("multipart/form-data", good)).has_value());
  EXPECT_FALSE(parse_form(posted("multipart/form-data; boundary=\"\"", good)).has_value());
}

}  // namespace
}  // namespace lantoa::http
