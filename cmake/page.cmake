# The page's module: zelian.js and zelian.wasm, put into a site by shell/build.mjs.

file(GLOB_RECURSE browser_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/browser/*.cpp")
if(NOT browser_sources)
  return()
endif()

add_executable(zelian ${browser_sources})
target_compile_options(zelian PRIVATE $<$<CONFIG:Release>:${zelian_small}>)
target_link_libraries(zelian PRIVATE zelian_web zelian_imgui_draw
                                     zelian_warnings zelian_lean zelian_headers)
target_link_options(zelian PRIVATE
  -fno-exceptions -fno-rtti -Oz
  -sMODULARIZE=1 -sEXPORT_NAME=create_zelian -sENVIRONMENT=web -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH=1 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sDYNAMIC_EXECUTION=0
  -sBINARYEN_EXTRA_PASSES=-Oz)
# Each further round finds what the one before made superfluous, and the last one sees the module as
# it is linked with the page: together 4.5 KB less, packed.
find_program(wasm_opt wasm-opt REQUIRED NO_CMAKE_FIND_ROOT_PATH)
add_custom_command(TARGET zelian POST_BUILD
  COMMAND "${wasm_opt}" --enable-mutable-globals -Oz zelian.wasm -o zelian.wasm
  WORKING_DIRECTORY "$<TARGET_FILE_DIR:zelian>" VERBATIM)

# What the module calls in the page.
set(page_library "${CMAKE_SOURCE_DIR}/web/browser/page.js")
if(EXISTS "${page_library}")
  target_link_options(zelian PRIVATE "SHELL:--js-library \"${page_library}\"")
  set_target_properties(zelian PROPERTIES LINK_DEPENDS "${page_library}")
endif()

# What the page fetches where text cannot be drawn any other way.
include(outline)
add_dependencies(zelian outline)
