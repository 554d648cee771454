# Third-party code: sources from the cache that shell/setup.sh filled, header-only packages of the
# distribution. Each library has one owner among ours; see tests/architecture.

set(zelian_default_cache "$ENV{XDG_CACHE_HOME}")
if(NOT zelian_default_cache)
  set(zelian_default_cache "$ENV{HOME}/.cache")
endif()
set(ZELIAN_CACHE "${zelian_default_cache}/zelian" CACHE PATH "Where shell/setup.sh puts sources")

# third_party_source(NAME RESULT): the folder of the first listed alternative that is unpacked.
function(third_party_source name result)
  file(STRINGS "${CMAKE_SOURCE_DIR}/shell/setup/sources.txt" lines REGEX "^${name} ")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^[^ ]+ +([^ ]+) .*" "\\1" version "${line}")
    if(EXISTS "${ZELIAN_CACHE}/sources/${name}-${version}/.complete")
      set(${result} "${ZELIAN_CACHE}/sources/${name}-${version}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  # The set-up takes a newer one when the listed one is gone, and says so.
  file(GLOB newer "${ZELIAN_CACHE}/sources/${name}-*/.complete")
  list(SORT newer COMPARE NATURAL ORDER DESCENDING)
  if(NOT newer)
    message(FATAL_ERROR "The source of ${name} is missing; run: bash shell/setup.sh")
  endif()
  list(GET newer 0 newest)
  get_filename_component(folder "${newest}" DIRECTORY)
  set(${result} "${folder}" PARENT_SCOPE)
endfunction()

# Header-only packages are linked into a folder of their own: /usr/include as a whole would shadow
# the headers of a cross compiler.
set(headers_folder "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${headers_folder}")
foreach(package fmt nlohmann CLI doctest)
  if(EXISTS "/usr/include/${package}" AND NOT EXISTS "${headers_folder}/${package}")
    file(CREATE_LINK "/usr/include/${package}" "${headers_folder}/${package}" SYMBOLIC)
  endif()
endforeach()
add_library(zelian_headers INTERFACE)
target_include_directories(zelian_headers SYSTEM INTERFACE "${headers_folder}")

# third_party_library(NAME SOURCE...): a static library compiled without our warnings.
function(third_party_library name)
  add_library(${name} STATIC ${ARGN})
  target_compile_options(${name} PRIVATE -w)
endfunction()

third_party_library(zelian_fmt "${CMAKE_SOURCE_DIR}/cmake/fmt.cpp")
target_include_directories(zelian_fmt SYSTEM PRIVATE "${headers_folder}")
# Numbers that wide are nowhere, and what formats them would travel to the browser.
target_compile_definitions(zelian_fmt PUBLIC FMT_USE_LONG_DOUBLE=0 FMT_USE_INT128=0)
# With type information: the tests may throw what it defines.
target_compile_options(zelian_fmt PRIVATE -fno-exceptions)
target_link_libraries(zelian_headers INTERFACE zelian_fmt)

include(third_party_libraries)
include(imgui)
