# outline.wasm, which draws characters where the browser's canvas cannot be read. It stands alone,
# without JavaScript of the compiler's.

file(GLOB_RECURSE outline_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/outline/*.cpp")
add_executable(outline ${outline_sources})
set_target_properties(outline PROPERTIES SUFFIX .wasm)
target_include_directories(outline SYSTEM PRIVATE "${imgui_folder}")
target_compile_options(outline PRIVATE -O2)
target_link_libraries(outline PRIVATE zelian_warnings zelian_lean)
# The font lies in memory of a fixed size: room for twice what the page ships.
target_link_options(outline PRIVATE
  -fno-exceptions -fno-rtti -O2 --no-entry -sSTANDALONE_WASM=1 -sMALLOC=emmalloc
  -sINITIAL_MEMORY=6MB -sTOTAL_STACK=256KB
  -sEXPORTED_FUNCTIONS=_outline_reserve,_outline_file,_outline_open,_outline_measure,_outline_draw)
