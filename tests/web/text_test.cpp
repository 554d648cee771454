#include "web/widgets/text.h"

#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"

namespace {

/// The built-in font has no Chinese: every such character is as wide as the one that stands for it.
struct Measure {
  test::HeadlessUi ui;
  web::TextStyle style{};
  float em = 0;

  Measure() {
    ui.show([](const web::Look&) {});
    ui.frames(1);
    ImGui::NewFrame();
    style = {ImGui::GetFont(), 16, IM_COL32_WHITE};
    em = web::text_width(style, "国");
  }
  ~Measure() { ImGui::EndFrame(); }

  std::vector<std::string> broken(std::string_view text, float ems, std::size_t most = 0) {
    return web::broken(style, text, em * ems + 0.5f, most);
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("text: Chinese breaks between any two characters") {
  Measure measure;
  CHECK(measure.broken("被约谈对象须报告", 3) == Lines{"被约谈", "对象须", "报告"});
  CHECK(measure.broken("一二三", 3) == Lines{"一二三"});
  CHECK(measure.broken("", 3).empty());
}

TEST_CASE("text: no line begins with closing or ends with opening punctuation") {
  Measure measure;
  CHECK(measure.broken("一二三，四", 3) == Lines{"一二", "三，四"});
  CHECK(measure.broken("一二（三四）", 3) == Lines{"一二", "（三", "四）"});
}

TEST_CASE("text: words and numbers stay whole unless a line cannot hold them") {
  Measure measure;
  CHECK(measure.broken("第46周 progress", 9) == Lines{"第46周 ", "progress"});
  const Lines lines = measure.broken("511720260100000127", 6);
  CHECK(lines.size() == 3);
  CHECK(lines[0] + lines[1] + lines[2] == "511720260100000127");
}

TEST_CASE("text: a file name that no line can hold is cut by its parts") {
  Measure measure;
  CHECK(measure.broken("statistics-2026-10.xlsx", 19) == Lines{"statistics-2026-10", ".xlsx"});
  CHECK(measure.broken("units-officials.xlsx", 16) == Lines{"units-officials", ".xlsx"});
  CHECK(measure.broken("units-officials.xlsx", 8) == Lines{"units-", "official", "s.xlsx"});
}

TEST_CASE("text: where greys are few a hint stands in brackets") {
  web::Look look;
  CHECK(web::hint_words(look, "本周工作") == "本周工作");
  look.high_contrast = true;
  CHECK(web::hint_words(look, "本周工作") == "（本周工作）");
  CHECK(web::hint_words(look, "").empty());
}

TEST_CASE("text: a number stays with its unit") {
  Measure measure;
  for (const std::string& line : measure.broken("顺延至2027年1月18日为止", 5))
    for (const char* unit : {"年", "月", "日"}) CHECK(line.rfind(unit, 0) == std::string::npos);
}

TEST_CASE("text: an article of the regulation is one name") {
  Measure measure;
  CHECK(measure.broken("七·3 条例40", 4) == Lines{"七·3 ", "条例40"});
  CHECK(measure.broken("依据条例40", 4) == Lines{"依据", "条例40"});
}

TEST_CASE("text: line breaks in the text are kept") {
  Measure measure;
  CHECK(measure.broken("一\n二三", 9) == Lines{"一", "二三"});
}

TEST_CASE("text: a limited number of lines ends in an ellipsis when there was more") {
  Measure measure;
  const Lines lines = measure.broken("一二三四五六七八九", 3, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "一二三");
  CHECK(lines[1].substr(lines[1].size() - 3) == "…");
  CHECK(web::text_width(measure.style, lines[1]) <= measure.em * 3 + 1);
  CHECK(measure.broken("一二三四五六", 3, 2) == Lines{"一二三", "四五六"});
}

TEST_CASE("text: shortening keeps what fits whole") {
  Measure measure;
  CHECK(web::shortened(measure.style, "县住建局", measure.em * 4 + 1) == "县住建局");
  CHECK(web::shortened(measure.style, "县住建局", measure.em * 3 + 1) == "县住…");
}
