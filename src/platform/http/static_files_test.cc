#include "platform/http/static_files.h"

#include <zlib.h>

#include "platform/crypto/crypto.h"
#include "platform/http/gzip.h"
#include "platform/http/negotiate.h"

namespace lantoa::http {
namespace {

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
  std::string out(1'000'000, '\0');
  std::string input = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

Request asking(std::string path, std::string encoding = {}, std::string tag = {}) {
  Request request;
  request.path = std::move(path);
  if (!encoding.empty()) request.headers.emplace_back("accept-encoding", std::move(encoding));
  if (!tag.empty()) request.headers.emplace_back("if-none-match", std::move(tag));
  return request;
}

const std::string sheet =
    "@font-face { src: url(be.woff2) } a { background: url('./logo.png?x') } b { c: url(xbe.woff2) "
    "}" +
    std::string(500, ' ');

StaticFiles files() {
  return StaticFiles({{"web/dist/app.css", sheet},
                      {"web/dist/be.woff2", "font"},
                      {"web/dist/logo.png", "picture"},
                      {"src/city/plan/plan.tpl", "not for the web"}});
}

std::string hash_of(std::string_view bytes) {
  return crypto::hex(crypto::sha256(bytes)).substr(0, 16);
}

TEST(Gzip, ComesBack) {
  EXPECT_EQ(gunzip(gzip("")), "");
  EXPECT_EQ(gunzip(gzip(sheet)), sheet);
}

TEST(StaticFiles, AddressesCarryTheHash) {
  EXPECT_EQ(files().address_of("be.woff2"), "/s/be." + hash_of("font") + ".woff2");
  EXPECT_EQ(files().address_of("none.css"), "/s/none.css");
  EXPECT_EQ(files().address_of("plan.tpl"), "/s/plan.tpl");
}

TEST(StaticFiles, StyleSheetsNameTheHashedFiles) {
  const StaticFiles all = files();
  const auto css = all.answer(asking(all.address_of("app.css")));
  ASSERT_TRUE(css);
  const std::string font = "be." + hash_of("font") + ".woff2";
  EXPECT_THAT(*css->shared_body, testing::HasSubstr("url(" + font + ")"));
  EXPECT_THAT(*css->shared_body,
              testing::HasSubstr("url('./logo." + hash_of("picture") + ".png?x')"));
  EXPECT_THAT(*css->shared_body, testing::HasSubstr("url(xbe.woff2)"));
  EXPECT_EQ(all.address_of("app.css"), "/s/app." + hash_of(*css->shared_body) + ".css");
}

TEST(StaticFiles, AnswersForAYearInTheWantedCoding) {
  const StaticFiles all = files();
  const std::string path = all.address_of("app.css");
  const auto plain = all.answer(asking(path)).value();
  EXPECT_EQ(plain.status, 200);
  EXPECT_EQ(header(plain, "Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(header(plain, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  const auto small = all.answer(asking(path, "br, gzip")).value();
  EXPECT_EQ(header(small, "Content-Encoding"), "gzip");
  EXPECT_EQ(gunzip(*small.shared_body), *plain.shared_body);
  EXPECT_NE(header(small, "ETag"), header(plain, "ETag"));
  const auto font = all.answer(asking(all.address_of("be.woff2"), "gzip")).value();
  EXPECT_EQ(header(font, "Content-Encoding"), "");
  EXPECT_EQ(header(font, "Vary"), "");
}

TEST(StaticFiles, ACopyIsNotSentAgain) {
  const StaticFiles all = files();
  const std::string path = all.address_of("app.css");
  const std::string tag = header(all.answer(asking(path)).value(), "ETag");
  const auto again = all.answer(asking(path, "", "\"other\", W/" + tag)).value();
  EXPECT_EQ(again.status, 304);
  EXPECT_FALSE(again.shared_body);
  EXPECT_EQ(header(again, "ETag"), tag);
  EXPECT_EQ(all.answer(asking(path, "gzip", tag)).value().status, 200);
}

TEST(StaticFiles, OtherPathsAndMethodsAreNotItsOwn) {
  const StaticFiles all = files();
  EXPECT_FALSE(all.answer(asking("/s/app.css")));
  EXPECT_FALSE(all.answer(asking("/")));
  Request post = asking(all.address_of("app.css"));
  post.method = Method::Post;
  EXPECT_FALSE(all.answer(post));
}

TEST(Negotiate, GzipIsTakenWhenItIsWanted) {
  for (const char* yes : {"gzip", "GZIP", "br, gzip;q=0.5", "*", "gzip;q=1.0, *;q=0"}) {
    EXPECT_TRUE(accepts_gzip(asking("/", yes))) << yes;
  }
  for (const char* no : {"", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "xgzip", "gzip;q=0, *"}) {
    EXPECT_FALSE(accepts_gzip(asking("/", no))) << no;
  }
}

}  // namespace
}  // namespace lantoa::http
