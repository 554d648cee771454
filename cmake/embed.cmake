# embed_files(TARGET NAMESPACE HEADER BASE FILE...)
#
# Makes the content of files part of the program. Writes <build>/generated/HEADER.h, included as
# "generated/HEADER.h" by TARGET and whatever links it, with, in NAMESPACE,
#
#   inline constexpr std::string_view kLedgerInsert = ...;      one for each file: its path under the
#                                                               folder BASE without the extension,
#                                                               here ledger/insert.sql
#   inline constexpr std::array<core::EmbeddedFile, N> kHeader  all of them sorted by path, as
#                                                               {name (path under BASE), content}
#
# where kHeader is HEADER in PascalCase (HEADER migrations: kMigrations). A change of a file rebuilds
# what includes it; a new file is found at the next build. Does nothing when there is no file.

file(WRITE "${CMAKE_BINARY_DIR}/generated/embedded_file.h.new" "#pragma once
// A file that was made part of the program when it was built.

#include <string_view>

namespace core {

struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

}  // namespace core
")
file(COPY_FILE "${CMAKE_BINARY_DIR}/generated/embedded_file.h.new"
     "${CMAKE_BINARY_DIR}/generated/embedded_file.h" ONLY_IF_DIFFERENT)

function(embed_files target namespace header base)
  if(NOT ARGN)
    return()
  endif()
  list(SORT ARGN)
  set(output "${CMAKE_BINARY_DIR}/generated/${header}.h")
  list(JOIN ARGN "|" files)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFILES=${files}" "-DBASE=${base}" "-DNAMESPACE=${namespace}"
            "-DHEADER=${header}" "-DOUTPUT=${output}" -P "${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake"
    DEPENDS ${ARGN} "${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake"
    COMMENT "Embedding ${header}"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
