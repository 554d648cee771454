# Language, warnings, sanitizers, compiler cache: everything that is true of every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/libraries")

option(ZELIAN_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(ZELIAN_FUZZ "Make the fuzzers too (a sanitized build by clang only)" OFF)
set(ZELIAN_TEST_FOLDERS "" CACHE STRING
    "Only these folders of tests/ go into zelian_tests (empty: all); for work on one part")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(compile_through_cache sh "${PROJECT_SOURCE_DIR}/cmake/compile.sh" "${CCACHE_PROGRAM}")
  set(CMAKE_C_COMPILER_LAUNCHER ${compile_through_cache})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${compile_through_cache})
endif()

if(NOT EMSCRIPTEN)
  find_program(LLD_PROGRAM ld.lld)
  if(LLD_PROGRAM)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

# Debian's emcc needs acorn, which a node from elsewhere finds only where it is told to look, and it
# refuses a cache of one's own.
if(EMSCRIPTEN AND EXISTS "/usr/share/nodejs")
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "\"${CMAKE_COMMAND}\" -E env --unset=EM_CACHE NODE_PATH=/usr/share/nodejs")
endif()

# emcc 3.1.6 takes -Os and -Oz for "never inline", also where a later -O2 is meant: ten times slower.
# With inlining -Oz inlines only what makes the code smaller.
set(zelian_small -Os)
if(EMSCRIPTEN)
  set(zelian_small -Oz)
  add_compile_options(-finline-functions)
endif()

# Functions that nobody calls should not travel to the browser.
add_compile_options(-ffunction-sections -fdata-sections)
if(NOT EMSCRIPTEN)
  add_link_options(-Wl,--gc-sections)
endif()

if(ZELIAN_SANITIZE)
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Ours: warnings are errors, and undefined behaviour stops a sanitized program. Third-party code
# is compiled without both; its unsigned tricks are not ours to mend.
add_library(zelian_warnings INTERFACE)
target_compile_options(zelian_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)
# gcc 12 takes its own inlined std::string for overlapping memory (its bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(zelian_warnings INTERFACE -Wno-restrict)
endif()
if(ZELIAN_SANITIZE)
  target_compile_options(zelian_warnings INTERFACE
    -fsanitize=undefined -fno-sanitize-recover=all)
endif()
target_include_directories(zelian_warnings INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")

# The core and the dashboard promise to work without exceptions and type information.
add_library(zelian_lean INTERFACE)
target_compile_options(zelian_lean INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
