#include "web/widgets/picture.h"

#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"
#include "web/widgets/text.h"

using test::HeadlessUi;

namespace {

std::uint64_t print_of(HeadlessUi& ui) {
  ui.frames(2);
  return web::picture_print(*ImGui::GetDrawData());
}

}  // namespace

TEST_CASE("picture: two frames of the same look have the same print") {
  HeadlessUi ui;
  ui.show([](const web::Look& look) {
    web::paragraph(look, web::Type::Body, web::Tone::Plain, "Zelian 2026");
  });
  const std::uint64_t before = print_of(ui);
  CHECK(print_of(ui) == before);
}

TEST_CASE("picture: another word, place, colour or size is another print") {
  HeadlessUi ui;
  std::string words = "Zelian 2026";
  float lower = 0;
  web::Tone tone = web::Tone::Plain;
  ui.show([&](const web::Look& look) {
    web::gap(look, lower);
    web::paragraph(look, web::Type::Body, tone, words);
  });
  std::vector<std::uint64_t> prints = {print_of(ui)};
  words = "Zelian 2027";
  prints.push_back(print_of(ui));
  lower = 8;
  prints.push_back(print_of(ui));
  tone = web::Tone::Late;
  prints.push_back(print_of(ui));
  ImGui::GetIO().DisplaySize.x -= 1;
  prints.push_back(print_of(ui));
  for (std::size_t a = 0; a < prints.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) CHECK(prints[a] != prints[b]);
}

TEST_CASE("picture: what looks the same is drawn while a texture waits") {
  HeadlessUi ui;
  ui.show([](const web::Look& look) {
    web::paragraph(look, web::Type::Body, web::Tone::Plain, "Zelian");
  });
  ui.frames(2);
  const ImDrawData& picture = *ImGui::GetDrawData();
  REQUIRE(picture.Textures != nullptr);
  REQUIRE(picture.Textures->Size > 0);
  CHECK(web::textures_wait(picture));
  for (ImTextureData* texture : *picture.Textures) texture->SetStatus(ImTextureStatus_OK);
  CHECK_FALSE(web::textures_wait(picture));
}
