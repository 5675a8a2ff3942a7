#include "city/law/text.h"

#include <gtest/gtest.h>

#include "city/law/law.h"
#include "city/testing.h"

namespace lantoa::city::law {
namespace {

// Made up: no such decision exists.
constexpr const char* market =
    "ỦY BAN NHÂN DÂN TỈNH MẪU\n\nSố: 12/2021/QĐ-UBND\n\nMẫu, ngày 05 tháng 4 năm 2021\n\n"
    "QUYẾT ĐỊNH\n\nBan hành Quy chế chợ phiên\n\n"
    "Căn cứ Nghị định số 32/2021/NĐ-CP ngày 29 tháng 3 năm 2021 của Chính phủ;\n\n"
    "Chương I\n\nQUY ĐỊNH CHUNG\n\n"
    "Điều 1. Phạm vi\n\nQuy chế này áp dụng cho chợ phiên.\n\n"
    "Điều 2. Ngày họp\n\n1. Chợ họp ngày chẵn.\n\n2. Ngày lễ thực hiện theo khoản 1 Điều này.\n\n"
    "Chương II\n\nTHỰC HIỆN\n\n"
    "Điều 3. Trách nhiệm\n\nXã thực hiện Điều 2 Quyết định này và Nghị định số 32/2021/NĐ-CP ngày "
    "29 tháng 3 năm 2021 của Chính phủ.\n";

ReadText read_market() { return read_full_text(market).value(); }

State registered() {
  State state;
  const auto day = [](const char* text) { return *parse_iso_date(text); };
  const auto key = [](const char* number) { return viet::parse_document_number(number)->key(); };
  state.fold(DocumentRegistered{DocumentNo{1},
                                "32/2021/NĐ-CP",
                                key("32/2021/NĐ-CP"),
                                "Nghị định",
                                "Chính phủ",
                                "Mẫu",
                                day("2021-03-29"),
                                {},
                                {},
                                {}});
  state.fold(DocumentRegistered{DocumentNo{2},
                                "12/2021/QĐ-UBND",
                                key("12/2021/QĐ-UBND"),
                                "Quyết định",
                                "Ủy ban nhân dân tỉnh Mẫu",
                                "Quy chế chợ phiên",
                                day("2021-04-05"),
                                {},
                                {},
                                {}});
  return state;
}

std::string shown(const ProvisionRow& row) {
  std::string out;
  for (const TextPiece& piece : row.pieces) {
    out += piece.plain;
    if (piece.link) out += "[" + piece.link->words + "](" + piece.link->address + ")";
  }
  return out;
}

TEST(FullText, LinksWhatAProvisionRefersTo) {
  const ReadText read = read_market();
  const State state = registered();
  const auto links = targets(state, read, DocumentNo{2});
  const auto all = rows(read, links, DocumentNo{2}, 0, read.text.provisions.size());
  const auto row = [&](std::string_view id) { return all.at(*read.find(id)); };
  EXPECT_EQ(shown(row("dieu-2.khoan-2")),
            "Ngày lễ thực hiện theo [khoản 1 Điều này](#dieu-2.khoan-1).");
  EXPECT_NE(shown(row("dieu-3")).find("[32/2021/NĐ-CP](/van-ban/1)"), std::string::npos)
      << shown(row("dieu-3"));
  EXPECT_TRUE(row("dieu-1").article);
  EXPECT_TRUE(row("chuong-1").division);
  EXPECT_EQ(row("dieu-3").address, "/van-ban/2/toan-van/dieu-3");
}

TEST(FullText, OnAPageOfItsOwnAReferenceLeadsToTheOthersPage) {
  const ReadText read = read_market();
  const auto links = targets(registered(), read, DocumentNo{2});
  const std::size_t third = *read.find("dieu-3");
  const auto page = rows(read, links, DocumentNo{2}, third, read.end_of(third));
  ASSERT_EQ(page.size(), 1U);
  EXPECT_NE(shown(page[0]).find("(/van-ban/2/toan-van/dieu-2)"), std::string::npos)
      << shown(page[0]);
}

TEST(FullText, LinksWholeWordsOnly) {
  const ReadText read = read_full_text(
                            "Điều 1. Một\n\nTheo Điều 30 của Luật mẫu và Điều 3 Luật này.\n\n"
                            "Điều 2. Hai\n\nHai.\n\nĐiều 3. Ba\n\nBa.\n")
                            .value();
  const auto links = targets(State{}, read, DocumentNo{1});
  EXPECT_EQ(shown(rows(read, links, DocumentNo{1}, 0, 3).front()),
            "Theo Điều 30 của Luật mẫu và [Điều 3](#dieu-3) Luật này.");
}

TEST(FullText, KnowsWhatStandsBelowAProvision) {
  const ReadText read = read_market();
  const std::size_t second = *read.find("dieu-2");
  EXPECT_EQ(read.end_of(second) - second, 3U);
  const std::size_t chapter = *read.find("chuong-1");
  EXPECT_EQ(read.end_of(chapter), *read.find("chuong-2"));
  EXPECT_FALSE(read.find("dieu-9"));
}

TEST(FullText, ATextIsReadOnceAsLongAsItIsKept) {
  const auto blobs = ledger::make_memory_blobs();
  const std::string blob = *blobs->put(market);
  Texts texts(*blobs);
  const auto first = texts.get(blob);
  ASSERT_TRUE(first);
  EXPECT_EQ(*texts.get(blob), *first);
  EXPECT_EQ(texts.get(std::string(64, '0')).error().code, Code::NotFound);
}

class FullTextPages : public ::testing::Test {
 protected:
  FullTextPages() {
    install(node.app, law, {calendar, units});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", organisation::Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Phường mẫu", "001", organisation::Kind::Ward, {}, {}});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    node.app.name_of = [](PersonNo person, Language) {
      return "Người " + std::to_string(person.value);
    };
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      if (name != "account/4") actor.person = PersonNo{name == "account/1" ? 1U : 2U};
      actor.grants = {{Role::Planner, UnitNo{name == "account/3" ? 2U : 1U}}};
      return actor;
    };
    writer = node.sign_in("account/1");
    second = node.sign_in("account/2");
    const auto saved =
        node.post("/van-ban/moi",
                  "so=12/2021/QĐ-UBND&loai=Quyết định&co-quan=Ủy ban nhân dân tỉnh Mẫu"
                  "&trich-yeu=Quy chế chợ phiên&ban-hanh=5/4/2021",
                  writer);
    EXPECT_EQ(saved.status, 303) << saved.body;
  }

  http::Response propose(const std::string& text, const std::string& source = "Công báo mẫu") {
    return node.post("/van-ban/1/toan-van/dua-len",
                     "nguon=" + source + "&van-ban=" + http::percent_encode(text), writer);
  }

  static bool says(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
  }

  testing::Node node;
  State law;
  calendar::State calendar;
  organisation::State units;
  std::string writer, second;
};

TEST_F(FullTextPages, ReadersSeeItWhenASecondPersonHasComparedIt) {
  EXPECT_EQ(node.get("/van-ban/1/toan-van").status, 404);
  EXPECT_EQ(node.get("/van-ban/1/toan-van/dua-len", writer).status, 200);
  const auto handed_in = propose(market);
  ASSERT_EQ(handed_in.status, 303) << handed_in.body;
  EXPECT_EQ(node.get("/van-ban/1/toan-van").status, 404);

  const auto own = node.get("/van-ban/1/toan-van/ban/1", writer);
  EXPECT_TRUE(says(own, "một người khác"));
  EXPECT_FALSE(says(own, "/ban/1/duyet"));
  EXPECT_EQ(node.post("/van-ban/1/toan-van/ban/1/duyet", "", writer).status, 403);

  const auto compared = node.get("/van-ban/1/toan-van/ban/1", second);
  EXPECT_TRUE(says(compared, "/ban/1/duyet"));
  EXPECT_TRUE(says(compared, "Người 1"));
  ASSERT_EQ(node.post("/van-ban/1/toan-van/ban/1/duyet", "", second).status, 303);

  const auto whole = node.get("/van-ban/1/toan-van");
  EXPECT_EQ(whole.status, 200);
  EXPECT_TRUE(says(whole, "id=\"dieu-2.khoan-1\""));
  EXPECT_TRUE(says(whole, "href=\"#dieu-2.khoan-1\""));
  EXPECT_TRUE(says(node.get("/van-ban/1"), "/van-ban/1/toan-van"));
  const auto article = node.get("/van-ban/1/toan-van/dieu-2");
  EXPECT_TRUE(says(article, "Chợ họp ngày chẵn"));
  EXPECT_FALSE(says(article, "áp dụng cho chợ phiên"));
  EXPECT_TRUE(says(article, "/toan-van/dieu-1\" rel=\"prev\""));
  EXPECT_TRUE(says(article, "/toan-van/dieu-3\" rel=\"next\""));
  EXPECT_FALSE(says(article, "<h2 class=\"unseen\">"));
  const auto chapter = node.get("/van-ban/1/toan-van/chuong-1");
  EXPECT_TRUE(says(chapter, "<h2 class=\"unseen\">Các điều, khoản</h2>")) << "no level is skipped";
  EXPECT_TRUE(says(chapter, "<h3 class=\"law-article\" id=\"dieu-1\">"));
  EXPECT_EQ(node.get("/van-ban/1/toan-van/dieu-9").status, 404);
  const auto clause = node.get("/van-ban/1/toan-van/dieu-2.khoan-2");
  EXPECT_EQ(clause.status, 303);
  const auto leads_to = [&](const char* wanted) {
    const auto answer = node.get(std::string("/van-ban/1/toan-van/") + wanted);
    for (const auto& [name, value] : answer.headers) {
      if (answer.status == 303 && name == "Location") return value;
    }
    return std::to_string(answer.status);
  };
  EXPECT_EQ(leads_to("dieu-2.khoan-2"), "/van-ban/1/toan-van/dieu-2#dieu-2.khoan-2");
  EXPECT_EQ(leads_to("dieu-2.khoan-20"), "/van-ban/1/toan-van/dieu-2");
  EXPECT_EQ(leads_to("dieu-2.khoan-2.diem-z"), "/van-ban/1/toan-van/dieu-2#dieu-2.khoan-2");
  EXPECT_EQ(node.get("/van-ban/1/toan-van/dieu-9.khoan-1").status, 404);
  EXPECT_EQ(node.get("/van-ban/1/toan-van", {}, Language::English).status, 200);
  EXPECT_EQ(node.get("/van-ban/1/toan-van/ban/1", second, Language::English).status, 200);
}

TEST_F(FullTextPages, AnotherDocumentsTextAndNoTextAreRefusedInTheirField) {
  const auto other = propose("Số: 13/2021/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nĐiều 1. Một\n\nChợ họp.\n");
  EXPECT_EQ(other.status, 422);
  EXPECT_TRUE(says(other, "13/2021/QĐ-UBND"));
  EXPECT_TRUE(says(other, "id=\"van-ban-loi\""));
  const auto letter = propose("Kính gửi các xã, chợ họp ngày chẵn.");
  EXPECT_EQ(letter.status, 422);
  EXPECT_TRUE(says(letter, "không có số văn bản, cũng không có điều"));
  const auto head = propose("Số: 12/2021/QĐ-UBND\n\nChợ họp ngày chẵn.");
  EXPECT_EQ(head.status, 422);
  EXPECT_TRUE(says(head, "Không thấy điều, khoản nào"));
  const auto nowhere = propose(market, "");
  EXPECT_EQ(nowhere.status, 422);
  EXPECT_TRUE(says(nowhere, "id=\"nguon-loi\""));
  EXPECT_TRUE(says(nowhere, "Ngày họp"));  // what was typed is not lost
}

// Reading a text is slow and keeping it cannot be undone: both only for who may hand it in.
TEST_F(FullTextPages, AWardsPlannerAndAnAccountWithoutAPersonHandNothingIn) {
  for (const char* who : {"account/3", "account/4"}) {
    const std::string other = node.sign_in(who);
    EXPECT_EQ(node.get("/van-ban/1/toan-van/dua-len", other).status, 403) << who;
    const auto unread = node.post("/van-ban/1/toan-van/dua-len", "nguon=&van-ban=vỡ", other);
    EXPECT_EQ(unread.status, 403) << who;
  }
  ASSERT_EQ(propose(market).status, 303);
  const auto compared = node.get("/van-ban/1/toan-van/ban/1", node.sign_in("account/4"));
  EXPECT_EQ(compared.status, 200);
  EXPECT_FALSE(says(compared, "/ban/1/duyet"));
  EXPECT_FALSE(says(compared, "/ban/1/tra-lai"));
}

TEST_F(FullTextPages, ARefusedTextSaysWhyAndTheShownOneStays) {
  ASSERT_EQ(propose(market).status, 303);
  ASSERT_EQ(node.post("/van-ban/1/toan-van/ban/1/duyet", "", second).status, 303);
  EXPECT_EQ(propose(market).status, 409);
  ASSERT_EQ(propose(std::string(market) + "\nĐiều 4. Hiệu lực\n\nTừ ngày ký.\n").status, 303);
  const auto silent = node.post("/van-ban/1/toan-van/ban/2/tra-lai", "ly-do=", second);
  EXPECT_EQ(silent.status, 422);
  EXPECT_TRUE(says(silent, "id=\"ly-do-loi\""));
  ASSERT_EQ(node.post("/van-ban/1/toan-van/ban/2/tra-lai", "ly-do=Không có Điều 4", second).status,
            303);
  EXPECT_TRUE(says(node.get("/van-ban/1/toan-van/ban/2", writer), "Không có Điều 4"));
  EXPECT_TRUE(says(node.get("/van-ban/1", writer), "xem lý do"));
  EXPECT_FALSE(says(node.get("/van-ban/1/toan-van"), "Từ ngày ký"));
  EXPECT_EQ(node.post("/van-ban/1/toan-van/ban/2/duyet", "", second).status, 409);
}

TEST_F(FullTextPages, ANewerEditionTakesThePlaceOfOneThatWaits) {
  ASSERT_EQ(propose(market).status, 303);
  ASSERT_EQ(propose(std::string(market) + "\nĐiều 4. Hiệu lực\n\nTừ ngày ký.\n").status, 303);
  EXPECT_EQ(node.post("/van-ban/1/toan-van/ban/1/duyet", "", second).status, 409);
  EXPECT_EQ(node.post("/van-ban/1/toan-van/ban/2/duyet", "", second).status, 303);
  EXPECT_TRUE(says(node.get("/van-ban/1/toan-van"), "Từ ngày ký"));
}

}  // namespace
}  // namespace lantoa::city::law
