#include "city/comment/decide.h"

#include <gtest/gtest.h>

#include "city/comment/erasures.h"
#include "city/comment/testing_world.h"

namespace lantoa::city::comment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Problem why(const Result<ledger::Done>& done) { return done ? Problem{} : done.error(); }

bool names(const Problem& problem, const std::string& field) {
  return problem.field == field ||
         std::any_of(problem.details.begin(), problem.details.end(),
                     [&](const Detail& detail) { return detail.field == field; });
}

TEST(SendComment, WaitsUnseenWithItsTextInTheVaultAlone) {
  World world;
  SendComment command =
      world.comment("Phường  có \u0068o\u0302\u0323i đồng không?\r\n\r\n\r\nXin cảm ơn. ");
  command.phone = "024 3825 3536";
  const CommentNo no = world.send(command);
  EXPECT_EQ(world.at(no).queue(), Queue::New);
  EXPECT_THAT(world.comments.published(world.article), IsEmpty());
  for (const ledger::NewFact& fact : world.last.facts) {
    EXPECT_EQ(fact.body.find("Mẫu"), std::string::npos);
    EXPECT_EQ(fact.body.find("3825"), std::string::npos);
    EXPECT_EQ(fact.body.find("Phường"), std::string::npos);
  }
  const auto record = *read_record(world.node.vault, no);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "Phường có hội đồng không?\n\nXin cảm ơn.");
  EXPECT_EQ(*world.node.vault.open(phone_id(no)).value(), "024 3825 3536");
}

TEST(SendComment, EachFaultHasItsSentence) {
  struct Case {
    std::function<void(SendComment&)> change;
    const char* field;
    const char* words;
  };
  const std::vector<Case> cases = {
      {[](SendComment& c) { c.name = " \t "; }, fields::name, "họ tên"},
      {[](SendComment& c) { c.name = "\u200b\u200b"; }, fields::name, "họ tên"},
      {[](SendComment& c) { c.name = std::string(name_characters_max + 1, 'a'); }, fields::name,
       "tối đa 80"},
      {[](SendComment& c) { c.name = std::string("Mẫu\x07"); }, fields::name, "ký tự điều khiển"},
      {[](SendComment& c) { c.phone = "không có"; }, fields::phone, "8 đến 15"},
      {[](SendComment& c) { c.phone = "123"; }, fields::phone, "8 đến 15"},
      {[](SendComment& c) { c.title = ""; }, fields::title, "tiêu đề"},
      {[](SendComment& c) { c.title = "Hai\ndòng"; }, fields::title, "ký tự điều khiển"},
      {[](SendComment& c) { c.text = "\r\n\r\n"; }, fields::text, "nội dung"},
      {[](SendComment& c) { c.text = std::string(text_characters_max + 1, 'b'); }, fields::text,
       "tối đa 3000"},
      {[](SendComment& c) { c.text = std::string("a\0b", 3); }, fields::text, "ký tự điều khiển"},
      {[](SendComment& c) { c.text = "Nghị định\u0092 32"; }, fields::text, "ký tự điều khiển"},
      {[](SendComment& c) { c.text = "LuËt §Êt ®ai söa ®æi cã hiÖu lùc tõ ngµy nµo?"; },
       fields::text, "TCVN3"},
      {[](SendComment& c) { c.consent = false; }, fields::consent, "đồng ý"},
  };
  World world;
  for (const Case& one : cases) {
    SendComment command = world.comment();
    one.change(command);
    const Problem problem = why(world.run("anybody", command));
    EXPECT_EQ(problem.code, Code::Invalid) << one.words;
    EXPECT_TRUE(names(problem, one.field)) << one.words;
    const auto found = std::any_of(
        problem.details.begin(), problem.details.end(),
        [&](const Detail& detail) { return detail.text.vi.find(one.words) != std::string::npos; });
    EXPECT_TRUE(found) << one.words;
  }
  EXPECT_EQ(world.comments.comments(), 0U);
}

TEST(SendComment, ALongTextOfThreeThousandLettersIsNotTooLong) {
  World world;
  std::string text;
  for (std::size_t i = 0; i < text_characters_max; ++i) text += i % 6 == 5 ? " " : "ệ";
  text.back() = 'm';
  EXPECT_TRUE(world.run("anybody", world.comment(text)));
}

TEST(SendComment, AFormIsGoodOnceAndATextOnceAnArticle) {
  World world;
  const SendComment first = world.comment();
  world.send(first);
  SendComment same_form = world.comment("Một câu khác");
  same_form.form = first.form;
  EXPECT_EQ(why(world.run("anybody", same_form)).code, Code::Conflict);
  const Problem twice = why(world.run("anybody", world.comment()));
  EXPECT_EQ(twice.code, Code::Conflict);
  EXPECT_EQ(twice.field, fields::text);
  SendComment spaced = world.comment("khi NÀO có  hướng dẫn cho xã?");
  EXPECT_EQ(why(world.run("anybody", spaced)).code, Code::Conflict);
  SendComment elsewhere = world.comment();
  elsewhere.article = world.publish("Bài thứ hai");
  EXPECT_THAT(world.at(world.send(elsewhere)).signs, ElementsAre(viet::SpamSign::Repeated));
}

TEST(SendComment, TheSameWordsUnderAnotherNameAreMarkedAndNotRefused) {
  World world;
  world.send(world.comment());
  const CommentNo other = world.send(world.signed_by("Trần Thị Mẫu", world.comment()));
  EXPECT_THAT(world.at(other).signs, ElementsAre(viet::SpamSign::Repeated));
  EXPECT_EQ(world.at(other).queue(), Queue::Suspicious);
  const Problem twice = why(world.run("anybody", world.signed_by("tran thi MAU", world.comment())));
  EXPECT_EQ(twice.code, Code::Conflict) << "the name is the same however it is written";
  EXPECT_EQ(twice.field, fields::text);
  EXPECT_TRUE(world.run(world.officer(), Publish{other, world.version(other)}));
}

TEST(SendComment, OnlyUnderAPublicArticle) {
  World world;
  SendComment unknown = world.comment();
  unknown.article = ArticleNo{99};
  EXPECT_EQ(why(world.run("anybody", unknown)).code, Code::NotFound);
  world.tell(content::ArticleWithdrawn{world.article, content::Reason::Wrong, "Nhầm", PersonNo{1}});
  EXPECT_EQ(why(world.run("anybody", world.comment())).code, Code::NotFound);
}

TEST(SendComment, NoMoreInAnHourThanAPersonCanRead) {
  World world;
  for (std::size_t i = 0; i < comments_an_hour_of_article_max; ++i) {
    world.send(world.comment("Ý kiến thứ " + std::to_string(i)));
  }
  EXPECT_EQ(why(world.run("anybody", world.comment("Thêm nữa"))).code, Code::TooOften);
  SendComment elsewhere = world.comment("Ở bài khác thì còn chỗ");
  elsewhere.article = world.publish("Bài thứ hai");
  EXPECT_TRUE(world.run("anybody", elsewhere));
  world.node.clock.time.ms += lately_ms;
  EXPECT_TRUE(world.run("anybody", world.comment("Một giờ sau")));
}

TEST(SendComment, FewerByDigitsThanByAPuzzle) {
  World world;
  const auto by_digits = [&](std::size_t i) {
    SendComment command = world.comment("Ý kiến thứ " + std::to_string(i));
    command.way = Way::Question;
    return command;
  };
  for (std::size_t i = 0; i < by_question_an_hour_of_article_max; ++i) world.send(by_digits(i));
  EXPECT_EQ(why(world.run("anybody", by_digits(100))).code, Code::TooOften);
  EXPECT_TRUE(world.run("anybody", world.comment("Bằng câu đố thì còn chỗ")));
  world.node.clock.time.ms += lately_ms;
  EXPECT_TRUE(world.run("anybody", by_digits(101)));
}

TEST(SendComment, FewerByDigitsUnderAllArticlesTogether) {
  World world;
  const auto by_digits = [&](ArticleNo article, std::size_t i) {
    SendComment command = world.comment("Ý kiến thứ " + std::to_string(i));
    command.article = article;
    command.way = Way::Question;
    return command;
  };
  std::size_t sent = 0;
  while (sent < by_question_an_hour_max) {
    const ArticleNo article = world.publish("Bài " + std::to_string(sent));
    for (std::size_t i = 0; i < by_question_an_hour_of_article_max; ++i, ++sent) {
      ASSERT_LT(sent, by_question_an_hour_max);
      world.send(by_digits(article, sent));
    }
  }
  const ArticleNo untouched = world.publish("Bài cuối");
  EXPECT_EQ(why(world.run("anybody", by_digits(untouched, 1'000))).code, Code::TooOften);
  SendComment by_puzzle = world.comment("Bằng câu đố thì còn chỗ");
  by_puzzle.article = untouched;
  EXPECT_TRUE(world.run("anybody", by_puzzle));
  world.node.clock.time.ms += lately_ms;
  EXPECT_TRUE(world.run("anybody", by_digits(untouched, 1'001)));
}

TEST(SendComment, ALinkMakesItSuspiciousWhereverItStands) {
  World world;
  SendComment in_name = world.comment("Một");
  in_name.name = "nhacaimau.com";
  SendComment in_title = world.comment("Hai");
  in_title.title = "Xem nhacaimau [.] com";
  for (const SendComment& command : {in_name, in_title, world.comment("Vào www.mau.example")}) {
    const CommentNo no = world.send(command);
    EXPECT_EQ(world.at(no).queue(), Queue::Suspicious);
    EXPECT_EQ(world.at(no).signs.front(), viet::SpamSign::Link);
    const Problem refused = why(world.run(world.officer(), Publish{no, world.version(no)}));
    EXPECT_EQ(refused.code, Code::Conflict) << "nobody puts an address on the portal";
    EXPECT_EQ(why(world.run(world.officer(), Forward{no, world.version(no), UnitNo{3}, 5})).code,
              Code::Conflict)
        << "its answer could never be published";
    EXPECT_TRUE(world.run(world.officer(), Refuse{no, world.version(no), Reason::Advert, ""}));
  }
}

TEST(SendComment, AWordOfTwoAlphabetsInTheNameIsForWhoReadsIt) {
  World world;
  unsigned sent = 0;
  const auto send_as = [&](std::string name) {
    return world.send(world.signed_by(
        std::move(name), world.comment("Câu hỏi thứ " + std::to_string(++sent) + " của tôi")));
  };
  for (const char* name :
       {"Nguyễn Văn N\u0430m", "Nguyễn Văn \u0410", "M\u0434i", "Tr\u1EA7n Th\u03B9"}) {
    const CommentNo no = send_as(name);
    EXPECT_THAT(world.at(no).signs, ElementsAre(viet::SpamSign::Hidden)) << name;
    EXPECT_EQ(world.at(no).queue(), Queue::Suspicious) << name;
    EXPECT_EQ((*read_record(world.node.vault, no))->name, name) << "as it was typed";
    EXPECT_TRUE(world.run(world.officer(), Publish{no, world.version(no)}))
        << "a person may find it honest";
  }
  for (const char* name : {"Сергей Иванов", "\u0421\u0430\u0440\u0430", "Αθήνα Παπαδοπούλου",
                           "李光耀", "ไทย", "محمد علي", "김 Kim", "Ivan Petrov (Иван Петров)",
                           "Lý Quang Diệu (李光耀)", "Jean-Luc Đỗ"}) {
    const CommentNo no = send_as(name);
    EXPECT_THAT(world.at(no).signs, IsEmpty()) << name;
    EXPECT_EQ((*read_record(world.node.vault, no))->name, name);
  }
}

TEST(SendComment, WhatDoesNotShowInANameIsNotKept) {
  World world;
  const CommentNo no = world.send(
      world.signed_by("Tra\u0302\u0300n\u200B \u202EMai\u2066 ", world.comment("Một câu hỏi")));
  EXPECT_EQ((*read_record(world.node.vault, no))->name, "Trần Mai");
  EXPECT_EQ(world.at(no).queue(), Queue::New);
  const Problem twice =
      why(world.run("anybody", world.signed_by("Trần Mai", world.comment("Một câu hỏi"))));
  EXPECT_EQ(twice.code, Code::Conflict);
  const CommentNo spread =
      world.send(world.signed_by("N\u200Bg\u200Bọ\u200Bc", world.comment("Một câu hỏi khác")));
  EXPECT_EQ((*read_record(world.node.vault, spread))->name, "Ngọc");
  EXPECT_THAT(world.at(spread).signs, ElementsAre(viet::SpamSign::Hidden));
}

TEST(SendComment, AnAddressThatANameBecomesIsSeen) {
  World world;
  unsigned sent = 0;
  for (const char* parted : {"vidu.\u200Bcom", "vidu.\uFFF9com"}) {
    const CommentNo no = world.send(
        world.signed_by(parted, world.comment("Câu thứ " + std::to_string(++sent) + " của tôi")));
    EXPECT_EQ((*read_record(world.node.vault, no))->name, "vidu.com");
    EXPECT_THAT(world.at(no).signs, ::testing::Contains(viet::SpamSign::Link)) << sent;
  }
}

TEST(Moderate, PublishesRefusesAndTakesBothBack) {
  World world;
  const CommentNo no = world.send(world.comment());
  ASSERT_TRUE(world.run(world.officer(), Publish{no, world.version(no)}));
  EXPECT_THAT(world.comments.published(world.article), ElementsAre(no));
  EXPECT_EQ(why(world.run(world.officer(), Publish{no, world.version(no)})).code, Code::Conflict);
  EXPECT_EQ(why(world.run(world.officer(), Refuse{no, world.version(no)})).code, Code::Conflict);
  ASSERT_TRUE(world.run(world.officer(), Return{no, world.version(no)}));
  EXPECT_EQ(world.at(no).queue(), Queue::New);
  EXPECT_THAT(world.comments.published(world.article), IsEmpty());
  ASSERT_TRUE(
      world.run(world.officer(), Refuse{no, world.version(no), Reason::Insult, "Xin viết lại."}));
  EXPECT_EQ(world.at(no).queue(), Queue::Refused);
  EXPECT_EQ(*world.node.vault.open(note_id(no)).value(), "Xin viết lại.");
  EXPECT_EQ(why(world.run(world.officer(), Publish{no, world.version(no)})).code, Code::Conflict);
  ASSERT_TRUE(world.run(world.officer(), Return{no, world.version(no)}));
  EXPECT_EQ(why(world.run(world.officer(), Return{no, world.version(no)})).code, Code::Conflict);
  EXPECT_TRUE(world.run(world.officer(), Publish{no, world.version(no)}));
}

TEST(Moderate, NeedsTheRightOverTheArticlesUnit) {
  World world;
  const CommentNo no = world.send(world.comment());
  for (const char* actor : {"account/3", "account/4", "account/5", "account/6", "anybody"}) {
    EXPECT_EQ(why(world.run(actor, Publish{no, 1})).code, Code::Forbidden) << actor;
    EXPECT_EQ(why(world.run(actor, Refuse{no, 1})).code, Code::Forbidden) << actor;
    EXPECT_EQ(why(world.run(actor, Return{no, 1})).code, Code::Forbidden) << actor;
    EXPECT_EQ(why(world.run(actor, Forward{no, 1, UnitNo{3}, 10})).code, Code::Forbidden) << actor;
    EXPECT_EQ(why(world.run(actor, SeePhone{no})).code, Code::Forbidden) << actor;
  }
}

TEST(Moderate, DecidesOnWhatWasSeen) {
  World world;
  const CommentNo no = world.send(world.comment());
  ASSERT_TRUE(world.run(world.second(), Forward{no, 1, UnitNo{3}, 10}));
  EXPECT_EQ(why(world.run(world.officer(), Publish{no, 1})).code, Code::Conflict);
  EXPECT_EQ(why(world.run(world.officer(), Publish{CommentNo{9}, 1})).code, Code::NotFound);
}

TEST(Question, IsAnsweredByTheUnitAndPublishedByAnotherPerson) {
  World world;
  const CommentNo no = world.send(world.comment());
  const Problem none = why(world.run(world.officer(), Forward{no, 1, UnitNo{}, 0}));
  EXPECT_TRUE(names(none, fields::unit) && names(none, fields::days));
  ASSERT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 3}));
  EXPECT_EQ(world.at(no).queue(), Queue::Waiting);
  EXPECT_EQ(iso(world.at(no).question->due), "2021-05-17") << "from Wednesday over a weekend";
  EXPECT_EQ(why(world.run(world.elsewhere(), AnswerQuestion{no, world.version(no), "…"})).code,
            Code::Forbidden);
  EXPECT_TRUE(names(why(world.run(world.officer(), AnswerQuestion{no, world.version(no), " "})),
                    fields::answer));
  ASSERT_TRUE(
      world.run(world.officer(), AnswerQuestion{no, world.version(no), "Theo Điều 4 thì có."}));
  EXPECT_EQ(world.at(no).queue(), Queue::Answered);
  EXPECT_THAT(world.comments.published(world.article), IsEmpty());
  EXPECT_EQ(why(world.run(world.officer(), Publish{no, world.version(no)})).code, Code::Forbidden);
  ASSERT_TRUE(world.run(world.second(), Publish{no, world.version(no)}));
  EXPECT_TRUE(world.at(no).answer->is_public);
  EXPECT_EQ(why(world.run(world.officer(), AnswerQuestion{no, world.version(no), "Khác"})).code,
            Code::Conflict);
}

TEST(Question, AboutAPublicCommentLeavesItPublicAndTheAnswerHiddenUntilPublished) {
  World world;
  const CommentNo no = world.send(world.comment());
  ASSERT_TRUE(world.run(world.officer(), Publish{no, world.version(no)}));
  ASSERT_TRUE(world.run(world.officer(), Forward{no, world.version(no), UnitNo{3}, 10}));
  ASSERT_TRUE(world.run(world.of_ward(), AnswerQuestion{no, world.version(no), "Có."}));
  EXPECT_THAT(world.comments.published(world.article), ElementsAre(no));
  EXPECT_FALSE(world.at(no).answer->is_public);
  EXPECT_EQ(world.at(no).queue(), Queue::Answered);
  ASSERT_TRUE(world.run(world.officer(), Publish{no, world.version(no)}));
  EXPECT_EQ(world.at(no).queue(), Queue::Published);
}

TEST(Question, IsAnsweredAsItWasSeen) {
  World world;
  const CommentNo no = world.send(world.comment());
  ASSERT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 10}));
  const std::uint32_t seen = world.version(no);
  ASSERT_TRUE(world.run(world.officer(), AnswerQuestion{no, seen, "Có."}));
  const Problem stale = why(world.run(world.second(), AnswerQuestion{no, seen, "Không."}));
  EXPECT_EQ(stale.code, Code::Conflict);
  EXPECT_EQ(*world.node.vault.open(answer_id(no)).value(), "Có.") << "nobody's answer is lost";
  EXPECT_TRUE(world.run(world.second(), AnswerQuestion{no, world.version(no), "Có, Điều 4."}));
  ASSERT_TRUE(world.run(world.officer(), Forward{no, world.version(no), UnitNo{3}, 10}));
  EXPECT_EQ(why(world.run(world.of_ward(), AnswerQuestion{no, seen, "Có."})).code, Code::Conflict)
      << "it was handed on anew";
}

TEST(Erase, TakesEverythingAwayForGood) {
  World world;
  SendComment command = world.comment();
  command.phone = "024 3825 3536";
  const CommentNo no = world.send(command);
  ASSERT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 10}));
  ASSERT_TRUE(world.run(world.officer(), AnswerQuestion{no, world.version(no), "Có."}));
  ASSERT_TRUE(world.run(world.second(), Publish{no, world.version(no)}));
  EXPECT_EQ(why(world.run("anybody", Erase{code_digest("wrong")})).code, Code::NotFound);
  ASSERT_TRUE(world.run("anybody", Erase{command.code}));
  for (const std::string& id : {record_id(no), phone_id(no), answer_id(no), note_id(no)}) {
    EXPECT_FALSE(world.node.vault.open(id).value().has_value()) << id;
  }
  EXPECT_THAT(world.comments.published(world.article), IsEmpty());
  EXPECT_EQ(why(world.run("anybody", Erase{command.code})).code, Code::NotFound);
  EXPECT_EQ(why(world.run(world.officer(), Publish{no, world.version(no)})).code, Code::Conflict);
  EXPECT_TRUE(world.run("anybody", world.comment())) << "the same text may be sent again";
}

TEST(Erase, IsWhatItsFactSays) {
  World world;
  const SendComment command = world.comment();
  const CommentNo no = world.send(command);
  ASSERT_TRUE(world.run("anybody", Erase{command.code}));
  std::vector<std::string> said;
  for (const ledger::NewFact& fact : world.last.facts) {
    const auto ids = *erased_by(fact.kind, fact.body);
    said.insert(said.end(), ids.begin(), ids.end());
  }
  EXPECT_EQ(said, world.last.erasures);
  EXPECT_EQ(said.size(), 4U) << no.value;
}

TEST(KeepTerms, ErasesPhonesAndRefusedCommentsAfterTheirTime) {
  World world;
  SendComment with_phone = world.comment("Một");
  with_phone.phone = "024 3825 3536";
  const CommentNo kept = world.send(with_phone);
  const CommentNo refused = world.send(world.comment("Hai"));
  ASSERT_TRUE(world.run(world.officer(), Refuse{refused, 1, Reason::OffTopic, ""}));
  world.node.clock.time.ms += kept_days * day_ms;
  ASSERT_EQ(world.run("courier/terms", KeepTerms{})->seq, 0U) << "the last day is still kept";
  world.node.clock.time.ms += day_ms;
  ASSERT_TRUE(world.run("courier/terms", KeepTerms{}));
  EXPECT_FALSE(world.node.vault.open(phone_id(kept)).value().has_value());
  EXPECT_TRUE(world.node.vault.open(record_id(kept)).value().has_value());
  EXPECT_FALSE(world.node.vault.open(record_id(refused)).value().has_value());
  EXPECT_EQ(world.run("courier/terms", KeepTerms{})->seq, 0U) << "once";
  EXPECT_EQ(why(world.run(world.officer(), KeepTerms{})).code, Code::Forbidden);
}

TEST(KeepTerms, ErasesPhonesWhateverBecameOfTheComment) {
  World world;
  const auto send = [&world](std::string text) {
    SendComment command = world.comment(std::move(text));
    command.phone = "024 3825 3536";
    return world.send(command);
  };
  const CommentNo fresh = send("Một");
  const CommentNo suspicious = send("Hay hay hay hay hay hay hay");
  const CommentNo waiting = send("Ba");
  const CommentNo answered = send("Bốn");
  const CommentNo published = send("Năm");
  for (const CommentNo no : {waiting, answered}) {
    ASSERT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 10}));
  }
  ASSERT_TRUE(world.run(world.officer(), AnswerQuestion{answered, 2, "Có."}));
  ASSERT_TRUE(world.run(world.officer(), Publish{published, 1}));
  world.node.clock.time.ms += (kept_days + 1) * day_ms;
  ASSERT_TRUE(world.run("courier/terms", KeepTerms{}));
  const std::vector<std::pair<CommentNo, Queue>> all = {{fresh, Queue::New},
                                                        {suspicious, Queue::Suspicious},
                                                        {waiting, Queue::Waiting},
                                                        {answered, Queue::Answered},
                                                        {published, Queue::Published}};
  for (const auto& [no, queue] : all) {
    EXPECT_EQ(world.at(no).queue(), queue);
    EXPECT_FALSE(world.at(no).has_phone) << no.value;
    EXPECT_FALSE(world.node.vault.open(phone_id(no)).value()) << no.value;
    EXPECT_TRUE(world.node.vault.open(record_id(no)).value()) << "its words wait for an answer";
  }
}

TEST(KeepTerms, ComeWithTheDayThatTurns) {
  World world;
  SendComment command = world.comment();
  command.phone = "024 3825 3536";
  const CommentNo no = world.send(command);
  Courier& terms = *world.node.app.couriers.back();
  EXPECT_FALSE(terms.step()) << "nothing is over yet";
  world.node.clock.time.ms += (kept_days + 1) * day_ms;
  EXPECT_FALSE(terms.step()) << "the day has not turned";
  world.tell(calendar::DayTurned{vietnam_date(world.node.clock.time)});
  EXPECT_TRUE(terms.step());
  EXPECT_FALSE(world.node.vault.open(phone_id(no)).value());
  EXPECT_FALSE(terms.step()) << "once a day";
}

TEST(SeePhone, IsRecorded) {
  World world;
  SendComment command = world.comment();
  const CommentNo without = world.send(command);
  EXPECT_EQ(why(world.run(world.officer(), SeePhone{without})).code, Code::NotFound);
  command = world.comment("Khác");
  command.phone = "024 3825 3536";
  const CommentNo no = world.send(command);
  ASSERT_TRUE(world.run(world.officer(), SeePhone{no}));
  EXPECT_EQ(world.last.facts.front().kind, PhoneSeen::kind);
}

TEST(Questions, AreDueOnAWorkingDay) {
  World world;
  const CommentNo no = world.send(world.comment());
  world.tell(
      workday::DaySet{*parse_iso_date("2021-05-13"), workday::Rule::Off, "Nghỉ mẫu", "", {}});
  ASSERT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 2}));
  EXPECT_EQ(iso(world.comments.find(no).value()->question->due), "2021-05-17");
}

TEST(Question, IsNotHandedToAClosedUnit) {
  World world;
  const CommentNo no = world.send(world.comment());
  world.units.fold(
      organisation::UnitClosed{UnitNo{3}, *parse_iso_date("2021-05-10"), "Sáp nhập", {}},
      ledger::Stamp{});
  const Problem closed = why(world.run(world.officer(), Forward{no, 1, UnitNo{3}, 5}));
  EXPECT_TRUE(names(closed, fields::unit));
  const auto page =
      world.node.get("/y-kien/" + std::to_string(no.value), world.node.sign_in(world.officer()));
  EXPECT_EQ(page.body.find(">Phường Mười Một<"), std::string::npos) << "nor offered";
  EXPECT_TRUE(world.run(world.officer(), Forward{no, 1, UnitNo{2}, 5}));
}

}  // namespace
}  // namespace lantoa::city::comment
