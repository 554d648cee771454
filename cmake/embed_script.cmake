# The build step of embed_files (see embed.cmake): FILES (separated by |), BASE, NAMESPACE, HEADER,
# OUTPUT.

function(constant_name path result)
  string(REGEX REPLACE "\\.[^./]*$" "" stem "${path}")
  string(REGEX REPLACE "[^A-Za-z0-9]+" ";" words "${stem}")
  set(name "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND name "${first}${rest}")
  endforeach()
  set(${result} "${name}" PARENT_SCOPE)
endfunction()

string(REPLACE "|" ";" files "${FILES}")
list(LENGTH files count)
set(constants "")
set(entries "")
foreach(file IN LISTS files)
  file(RELATIVE_PATH path "${BASE}" "${file}")
  constant_name("${path}" name)
  file(READ "${file}" content)
  string(FIND "${content}" ")zelian\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file} holds the mark that ends an embedded file.")
  endif()
  string(APPEND constants "inline constexpr std::string_view ${name} = R\"zelian(${content})zelian\";\n\n")
  string(APPEND entries "    core::EmbeddedFile{\"${path}\", ${name}},\n")
endforeach()

constant_name("${HEADER}" all)
file(WRITE "${OUTPUT}" "#pragma once
// Generated from the files it names; see cmake/embed.cmake.

#include <array>
#include <string_view>

#include \"generated/embedded_file.h\"

// Every compiler we use takes longer literals than the standard promises.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace ${NAMESPACE} {

${constants}inline constexpr std::array<core::EmbeddedFile, ${count}> ${all} = {
${entries}};

}  // namespace ${NAMESPACE}

#pragma GCC diagnostic pop
")
