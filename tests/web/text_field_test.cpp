#include "web/widgets/text_field.h"

#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"

namespace {

using test::HeadlessUi;
using web::FieldOptions;
using web::TextEdit;

/// One field on a screen of its own, with a text agent beside it.
struct Fixture {
  HeadlessUi ui;
  web::TextLink link;
  std::string text;
  FieldOptions options;
  web::FieldAnswer answer;

  Fixture() {
    web::attach_text_link(&link);
    ui.show([this](const web::Look& look) {
      const web::FieldAnswer now = web::text_field(look, "事由###what", text, options);
      answer.changed = answer.changed || now.changed;
    });
  }

  void edit(std::size_t start, std::size_t end, std::string_view with) {
    link.push({start, end, std::string(with), start + web::utf16_offset(with, with.size())});
    ui.frames(1);
  }
};

}  // namespace

TEST_CASE("text link: offsets count as browsers do") {
  const std::string text = "a征𠮷b";  // 1 + 3 + 4 + 1 bytes; 1 + 1 + 2 + 1 units
  CHECK(web::utf16_offset(text, 0) == 0);
  CHECK(web::utf16_offset(text, 1) == 1);
  CHECK(web::utf16_offset(text, 4) == 2);
  CHECK(web::utf16_offset(text, 8) == 4);
  CHECK(web::utf16_offset(text, 9) == 5);
  CHECK(web::utf16_offset(text, 99) == 5);
  CHECK(web::byte_offset(text, 2) == 4);
  CHECK(web::byte_offset(text, 3) == 4);  // inside 𠮷
  CHECK(web::byte_offset(text, 4) == 8);
  CHECK(web::byte_offset(text, 99) == 9);
}

TEST_CASE("text field: keys type into it and the page is told where the caret stands") {
  Fixture it;
  it.ui.press("what");
  it.ui.type("征地");
  CHECK(it.text == "征地");
  CHECK(it.answer.changed);
  CHECK(it.link.state().text == "征地");
  CHECK(it.link.state().caret == 2);
  it.ui.key(ImGuiKey_LeftArrow);
  CHECK(it.link.state().caret == 1);
  CHECK(it.link.state().anchor == 1);
}

TEST_CASE("text field: edits of the page replace, insert and select") {
  Fixture it;
  it.ui.press("what");
  it.edit(0, 0, "村民反映征地");
  CHECK(it.text == "村民反映征地");
  it.edit(2, 4, "诉求");
  CHECK(it.text == "村民诉求征地");
  CHECK(it.link.state().caret == 4);
  it.link.push({0, 2, {}, 2, /*only_select=*/true});
  it.ui.frames(1);
  CHECK(it.link.state().anchor == 0);
  CHECK(it.link.state().caret == 2);
  it.ui.type("群众");
  CHECK(it.text == "群众诉求征地");
}

TEST_CASE("text field: what the page wrote is undone like what keys wrote") {
  Fixture it;
  it.ui.press("what");
  it.edit(0, 0, "征地");
  it.edit(2, 2, "补偿");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  it.ui.key(ImGuiKey_Z);
  CHECK(it.text == "征地");
  it.ui.key(ImGuiKey_Y);
  CHECK(it.text == "征地补偿");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
}

TEST_CASE("text field: one line takes no line breaks, Enter leaves it") {
  Fixture one;
  one.ui.press("what");
  one.edit(0, 0, "一\n二");
  CHECK(one.text == "一 二");
  one.ui.key(ImGuiKey_Enter);
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
}

TEST_CASE("text field: in several lines Enter begins a new one") {
  Fixture many;
  many.options.lines = 3;
  many.ui.press("what");
  many.edit(0, 0, "一");
  many.ui.key(ImGuiKey_Enter);
  many.edit(2, 2, "二");
  CHECK(many.text == "一\n二");
  CHECK(many.link.state().multi_line);
}

TEST_CASE("text field: Escape leaves it and keeps what was typed") {
  Fixture it;
  it.ui.press("what");
  it.edit(0, 0, "本周走访两次");
  it.ui.key(ImGuiKey_Escape);
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
  CHECK(it.text == "本周走访两次");
}

TEST_CASE("text field: its words, what is wrong and what it needs are listed") {
  Fixture it;
  it.options.hint = "写明事由";
  it.options.problem = "事由不能为空";
  it.options.required = true;
  const web::RegistryItem& item = it.ui.find("what");
  CHECK(item.label == "事由");
  CHECK(item.role == "textbox");
  CHECK(item.required);
  CHECK(item.invalid);
  CHECK(item.description == "事由不能为空");
  it.ui.press("what");
  CHECK(it.ui.find("what").focused);
}

TEST_CASE("text field: edits meant for another field are lost, not mistaken") {
  Fixture it;
  it.edit(0, 0, "迟到的字");
  it.link.clear();
  it.ui.press("what");
  CHECK(it.text.empty());
}

TEST_CASE("text field: it stays in view when a keyboard takes half of the page") {
  HeadlessUi ui;
  std::string text;
  float height = 600;
  ui.show([&](const web::Look& look) {
    ImGui::BeginChild("form", {0, height});
    ImGui::Dummy({10, 480});
    web::text_field(look, "事由###what", text);
    ImGui::Dummy({10, 400});
    ImGui::EndChild();
  });
  ui.press("what");
  const float before = ui.find("what").rect.y;
  height = 300;
  ImGui::GetIO().DisplaySize.y = 300;
  ui.frames(4);
  const web::RegistryItem& item = ui.find("what");
  CHECK(item.rect.y < before);
  CHECK(item.rect.w <= 300);
  CHECK(item.rect.w - item.rect.y > 30);
}

TEST_CASE("text field: several lines grow with what is in them, and long ones wrap") {
  Fixture it;
  it.options.lines = 3;
  it.options.width = 300;
  it.ui.frames();
  const auto height = [&] {
    const ImVec4 rect = it.ui.find("what").rect;
    return rect.w - rect.y;
  };
  const float empty = height();
  it.text = "已与当事人面谈";
  it.ui.frames();
  CHECK(height() == empty);
  for (int line = 0; line < 6; ++line) it.text += "，核实欠薪账目并与用人单位约定分期支付的日子";
  it.ui.frames();
  CHECK(height() > empty);
  const std::string before = it.text;
  it.ui.press("what");
  it.ui.type("。");
  CHECK(it.text.size() == before.size() + 3);  // Wrapping put nothing into it.
}
