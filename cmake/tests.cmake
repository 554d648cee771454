# One doctest program out of tests/**, built natively (with sanitizers in preset asan) and as wasm
# that runs under node; the fuzzers; the benchmarks.

if(NOT EXISTS "/usr/include/doctest/doctest.h")
  message(STATUS "doctest is not installed; tests are left out (bash shell/setup.sh tests)")
  return()
endif()

set(test_folders base model calendar rules intake papers store app native web support)
if(ZELIAN_TEST_FOLDERS)
  set(test_folders ${ZELIAN_TEST_FOLDERS} support)
endif()
set(test_sources "${CMAKE_SOURCE_DIR}/tests/main.cpp")
set(test_libraries zelian_base zelian_sqlite)
foreach(folder IN LISTS test_folders)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
  list(APPEND test_sources ${found})
  if(TARGET zelian_${folder})
    list(APPEND test_libraries zelian_${folder})
  endif()
endforeach()
if("web" IN_LIST test_folders)
  list(APPEND test_libraries zelian_imgui_draw_test_font)
else()
  list(FILTER test_sources EXCLUDE REGEX "/tests/support/.*(ui|imgui)[^/]*\\.cpp$")
endif()
if(EMSCRIPTEN)
  list(FILTER test_sources EXCLUDE REGEX "_native_test\\.cpp$|/tests/native/")
endif()

include(fuzz)

add_executable(zelian_tests ${test_sources})
target_link_libraries(zelian_tests PRIVATE ${test_libraries} zelian_warnings zelian_headers)
# What is tested is optimised, the tests need not be: they compile in less than half the time.
target_compile_options(zelian_tests PRIVATE -O0)
precompile_headers(zelian_tests <doctest/doctest.h> <core/rules/derive.h>)
set_source_files_properties("${CMAKE_SOURCE_DIR}/tests/main.cpp" PROPERTIES
                            SKIP_PRECOMPILE_HEADERS ON)
if(ZELIAN_SANITIZE)
  # The core has no type information: the check of an object's dynamic type would find none.
  # A library of its own, and last, because the option must follow -fsanitize=undefined.
  add_library(zelian_no_type_check INTERFACE)
  target_compile_options(zelian_no_type_check INTERFACE -fno-sanitize=vptr)
  target_link_libraries(zelian_tests PRIVATE zelian_no_type_check)
endif()

# Settings of a program that runs under node and sees the real file system.
set(node_options -fno-exceptions -sENVIRONMENT=node -sNODERAWFS=1 -sWASM_ASYNC_COMPILATION=0
                 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1MB -sEXIT_RUNTIME=1)
if(EMSCRIPTEN)
  target_link_libraries(zelian_tests PRIVATE zelian_lean)
  target_compile_definitions(zelian_tests PRIVATE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
  # -O1: wasm-opt would go through the whole program once more, which takes longer than the tests.
  target_link_options(zelian_tests PRIVATE ${node_options} -O1)
endif()

include(bench)
