# Dear ImGui with web/imgui_config.h. The module asks the page for all text and holds no font;
# tests have no browser and use the built-in one, which is why imgui_draw.cpp exists twice.

third_party_source(imgui imgui_folder)

third_party_library(zelian_imgui
  "${imgui_folder}/imgui.cpp" "${imgui_folder}/imgui_tables.cpp" "${imgui_folder}/imgui_widgets.cpp"
  "${imgui_folder}/misc/cpp/imgui_stdlib.cpp")
third_party_library(zelian_imgui_draw "${imgui_folder}/imgui_draw.cpp")
third_party_library(zelian_imgui_draw_test_font EXCLUDE_FROM_ALL "${imgui_folder}/imgui_draw.cpp")
target_compile_definitions(zelian_imgui_draw PRIVATE IMGUI_DISABLE_DEFAULT_FONT)

foreach(part zelian_imgui zelian_imgui_draw zelian_imgui_draw_test_font)
  target_include_directories(${part} SYSTEM PUBLIC "${imgui_folder}" "${imgui_folder}/misc/cpp")
  target_include_directories(${part} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${part} PUBLIC IMGUI_USER_CONFIG="web/imgui_config.h")
  target_link_libraries(${part} PRIVATE zelian_lean)
  target_compile_options(${part} PRIVATE $<$<CONFIG:Release>:${zelian_small}>)
endforeach()
