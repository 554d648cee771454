// No key, code or day of a fact reaches the eye as the ledger writes it.
#include <doctest/doctest.h>

#include <cctype>

#include "core/app/bulletin.h"
#include "core/model/code_labels.h"
#include "core/rules/ranking/indicator.h"
#include "core/rules/ranking/ranking.h"
#include "tests/app/every_kind.h"
#include "tests/web/desk_fixture.h"
#include "web/models/duty_detail.h"
#include "web/models/fact_form.h"
#include "web/models/names.h"

using core::FieldType;

namespace {

/// The first English word of two letters or more, or the first day written with hyphens; keys of
/// things, which the office gives, are written in the tests' facts with one letter.
std::string untranslated(std::string_view words) {
  std::string run;
  for (const char each : std::string(words) + " ") {
    const auto c = static_cast<unsigned char>(each);
    if (std::isalpha(c) || each == '_' || each == '{' || each == '"') {
      run += each;
      continue;
    }
    if (run.size() > 1) return run;
    run.clear();
  }
  for (std::size_t at = words.find('-'); at != std::string_view::npos; at = words.find('-', at + 1))
    if (at >= 4 && std::isdigit(static_cast<unsigned char>(words[at - 1])))
      return std::string(words.substr(at - 4, 10));
  return {};
}

void check_words(std::string_view what, std::string_view words) {
  CHECK_MESSAGE(untranslated(words).empty(), what, ": ", untranslated(words), " in ", words);
}

/// A value of the field's type such as every program writes it.
core::Value value_of(const core::FieldSpec& spec, std::string_view code) {
  switch (spec.type) {
    case FieldType::Integer:
      return std::int64_t{5};
    case FieldType::Boolean:
      return true;
    case FieldType::Day:
      return "2026-11-20";
    case FieldType::Days:
      return core::List{"2026-11-20"};
    case FieldType::Month:
      return "2026-10";
    case FieldType::Week:
      return "2026-W47";
    case FieldType::UnitKey:
      return "T01";
    case FieldType::UnitKeys:
      return core::List{"T01", "D01"};
    case FieldType::OfficialKey:
    case FieldType::OfficialName:
      return "L1";
    case FieldType::Code:
      return code;
    case FieldType::Codes:
      return core::List{code};
    default:
      return "文字";
  }
}

struct County {
  test::DeskFixture fixture;
  const core::State& state() { return fixture.desk().state(); }
  std::string details(core::Fact fact) { return web::fact_details(state(), fact); }
  std::string details(std::string_view json) {
    return details(core::fact_from_json(core::parse_json(json).value()).value());
  }
};

}  // namespace

TEST_CASE("fact words: every kind of fact is told in Chinese") {
  County county;
  for (core::Fact& fact : test::every_kind("F")) {
    fact.fields.erase("file");
    check_words(fact.kind, web::fact_title(fact) + " " + county.details(fact));
  }
}

TEST_CASE("fact words: every field of the catalogue and every code has its word") {
  County county;
  for (const core::KindSpec& kind : core::fact_kinds())
    for (const core::FieldSpec& spec : kind.fields) {
      core::Fact fact;
      fact.kind = kind.kind;
      const auto check = [&](std::string_view code) {
        fact.fields.set(spec.name, value_of(spec, code));
        check_words(std::string(kind.kind).append(" ").append(spec.name), county.details(fact));
      };
      check("");
      for (const std::string_view code : spec.codes) check(code);
      for (const web::FormChoice& choice :
           web::choices_of(county.state(), spec, {}, county.fixture.desk().today()))
        check_words(spec.name, choice.words + choice.more);
    }
}

TEST_CASE("fact words: flags, listings and what is frozen are told without their keys") {
  County county;
  CHECK(
      county.details(R"({"kind":"case.flagged","on":"2026-11-20","fourfold":["area","group"]})") ==
      "“四重” 重点领域、重点群体");
  CHECK(
      county.details(
          R"({"kind":"case.flagged","on":"2026-11-20","fourfold":{"issue":true,"group":false}})") ==
      "“四重” 重点问题");
  CHECK(
      county.details(
          R"({"kind":"bulletin.issued","on":"2026-11-20","bulletin":"B1","series":"monthly","period":"2026-10","units":[{"unit":"T01","group":"township","reason":"too_few_items","mention":"mentioned"}],"supervisions":[{"supervision":"督1","case":"511720260800000127","unit":"T01","ground":"two_reminders","opened_on":"2026-10-09","step":"supervision.notified","due_on":"2026-12-08","delisted_on":null,"inspections":{"site":1},"because":["ab12"]}],"frozen":{"position":17,"head":"ab","rulebook":"cd","numbers":[{"unit":"T01","parts":{"satisfied":[1,2]}}]}})") ==
      "系列 月度 · 期间 2026年10月 · 单位 西山镇 乡镇 提及 件数不足 · 挂牌督办 督1 "
      "511720260800000127 西山镇 连续2次被提醒告知 立案 2026年10月9日 期限 2026年12月8日");
  CHECK(
      county.details(
          R"({"kind":"fact.corrected","on":"2026-11-20","fact":"A","with":{"on":"2026-11-19","progress":30,"work":null},"reason":"填错"})") ==
      "事实 A · 更正内容 日期 2026年11月19日 进展 30% · 理由 填错");
  CHECK(county.details(
            R"({"kind":"case.noted","on":"2026-11-20","case":"1","mood":"平静","kept":{"a":1}})") ==
        "事项 1 · 其他 平静");
}

TEST_CASE("fact words: a bulletin the program issued is told in Chinese") {
  County county;
  core::app::Desk& desk = county.fixture.desk();
  core::app::BulletinOrder order;
  order.period = *core::parse_period("2026-10");
  REQUIRE(core::app::issue_bulletin(desk, order).ok());
  const auto fact = desk.ledger().fact(core::FactRef{desk.state().fact_count()});
  REQUIRE(fact.ok());
  REQUIRE(fact.value().fact.kind == "bulletin.issued");
  const web::FactLine line = web::fact_line(desk.state(), fact.value(), desk.today());
  check_words("bulletin", line.title + " " + line.details + " " + line.recorded);
  CHECK(line.details.find("冻结") == std::string::npos);
}

TEST_CASE("fact words: indicators and reasons are called the same everywhere") {
  using namespace core::rules::ranking;
  for (const IndicatorSpec& spec : indicator_specs())
    CHECK(core::code_label_in("indicator", spec.word) == spec.label);
  for (const Unranked reason :
       {Unranked::NotThroughout, Unranked::TooFewItems, Unranked::NothingRated, Unranked::NoGroup})
    CHECK(core::code_label_in("reason", word(reason)) == label(reason));
}
