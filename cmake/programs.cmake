# What people run: the command line natively, the page's module with Emscripten.

if(EMSCRIPTEN)
  include(page)
  return()
endif()

file(GLOB_RECURSE native_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/native/*.cpp")
if(native_sources)
  add_executable(zelian ${native_sources})
  target_link_libraries(zelian PRIVATE zelian_app zelian_warnings zelian_headers)
endif()
