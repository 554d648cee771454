# Half of what compiling us costs is reading the standard library's headers, and a third of the rest
# those of the state, which nearly every file needs: they are read once for all folders of the core,
# once for the tests. Preset native compiles without, so that a file which forgets to include what it
# uses is found there.

option(ZELIAN_PRECOMPILE "Read the common headers once for all sources" OFF)

set(common_headers
  <algorithm> <array> <cmath> <cstddef> <cstdint> <cstring> <functional> <iterator> <map> <memory>
  <optional> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>
  <fmt/format.h> <core/model/fact.h> <core/model/state.h>)

# CMake's own options name the header beside the precompiled one, with a path that ccache does not
# make relative: nothing another clone compiled would be found.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include-pch <PCH_FILE>)
endif()

# precompile_headers(TARGET HEADER...): the common headers and some more, for this target alone.
function(precompile_headers target)
  if(ZELIAN_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${common_headers} ${ARGN})
    # A clone's headers are as new as the clone.
    target_compile_options(${target} PRIVATE
      "$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>")
  endif()
endfunction()

# share_precompiled_headers(TARGET): those of all targets that are compiled as the core is.
function(share_precompiled_headers target)
  if(NOT ZELIAN_PRECOMPILE)
    return()
  endif()
  if(NOT TARGET zelian_common_headers)
    add_library(zelian_common_headers STATIC "${empty_source}")
    target_link_libraries(zelian_common_headers
      PRIVATE zelian_warnings zelian_lean zelian_headers)
    precompile_headers(zelian_common_headers)
  endif()
  target_precompile_headers(${target} REUSE_FROM zelian_common_headers)
endfunction()

# Sources with compiler options of their own cannot use what was read with others.
function(compile_with options)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "${options}"
                              SKIP_PRECOMPILE_HEADERS ON)
endfunction()
