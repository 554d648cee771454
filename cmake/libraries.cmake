# Our libraries, one for each folder of the core and one for the dashboard.

set(empty_source "${CMAKE_BINARY_DIR}/generated/empty.cpp")
file(CONFIGURE OUTPUT "${empty_source}" CONTENT "// A folder without sources yet.\n")

# zelian_library(NAME FOLDER LINKED...): sources of FOLDER and below; an empty folder is no error.
function(zelian_library name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  if(NOT sources)
    set(sources "${empty_source}")
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARGN} PRIVATE zelian_warnings zelian_lean zelian_headers)
  share_precompiled_headers(${name})
  embed_data(${name} ${folder})
endfunction()

# Every core folder may have a data/ folder; core/calendar/data becomes "generated/calendar_data.h".
function(embed_data target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/data/*")
  get_filename_component(part "${folder}" NAME)
  set(namespace "core::${part}")
  if(part STREQUAL "base" OR part STREQUAL "model")
    set(namespace "core")
  endif()
  embed_files(${target} ${namespace} ${part}_data "${CMAKE_SOURCE_DIR}/${folder}/data" ${files})
endfunction()

# What reads foreign bytes tells libFuzzer which ways an input took (what -fsanitize=fuzzer-no-link
# does, but it would ask for precompiled headers of its own).
function(guide_fuzzers target)
  if(ZELIAN_FUZZ)
    target_compile_options(${target} PRIVATE
      "-fsanitize-coverage=inline-8bit-counters,indirect-calls,trace-cmp,pc-table")
  endif()
endfunction()

zelian_library(zelian_base core/base)
target_link_libraries(zelian_base PRIVATE zelian_sodium)
# A page has one thread: memory that several share needs headers that plain servers do not send.
if(NOT EMSCRIPTEN)
  set_source_files_properties("${CMAKE_SOURCE_DIR}/core/base/pieces.cpp"
                              PROPERTIES COMPILE_DEFINITIONS CORE_HAS_THREADS)
  find_package(Threads REQUIRED)
  target_link_libraries(zelian_base PRIVATE Threads::Threads)
endif()
guide_fuzzers(zelian_base)
zelian_library(zelian_model core/model zelian_base)
guide_fuzzers(zelian_model)
zelian_library(zelian_calendar core/calendar zelian_model)
zelian_library(zelian_rules core/rules zelian_calendar)
# The pass over every case runs after each change; everything else in the page is built for size.
if(EMSCRIPTEN)
  file(GLOB pass CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/calendar/*.cpp"
       "${CMAKE_SOURCE_DIR}/core/rules/statute/*.cpp" "${CMAKE_SOURCE_DIR}/core/rules/lead/*.cpp")
  # What few cases come to, and what the calendar is asked once or by a person.
  list(FILTER pass EXCLUDE REGEX
       "review|objection|reopened|resolve|missed|succession|proof|builder|official")
  list(APPEND pass "${CMAKE_SOURCE_DIR}/core/rules/case_pass.cpp"
       "${CMAKE_SOURCE_DIR}/core/rules/case_facts.cpp" "${CMAKE_SOURCE_DIR}/core/rules/rule.cpp"
       "${CMAKE_SOURCE_DIR}/core/rules/reminder/overdue_item.cpp")
  compile_with(-O2 ${pass})
endif()
zelian_library(zelian_intake core/intake zelian_model)
target_link_libraries(zelian_intake PRIVATE zelian_libdeflate zelian_zlib)
guide_fuzzers(zelian_intake)
set(gb18030_table "${CMAKE_BINARY_DIR}/generated/intake_gb18030.h")
add_custom_command(
  OUTPUT "${gb18030_table}"
  COMMAND node "${CMAKE_SOURCE_DIR}/cmake/gb18030_table.mjs" "${gb18030_table}"
  DEPENDS "${CMAKE_SOURCE_DIR}/cmake/gb18030_table.mjs"
  COMMENT "Writing the table of GB18030"
  VERBATIM)
target_sources(zelian_intake PRIVATE "${gb18030_table}")
zelian_library(zelian_papers core/papers zelian_model)
target_link_libraries(zelian_papers PRIVATE zelian_libdeflate)
zelian_library(zelian_store core/store zelian_model)
target_link_libraries(zelian_store PRIVATE zelian_sqlite zelian_libdeflate)
guide_fuzzers(zelian_store)
zelian_library(zelian_app core/app zelian_rules zelian_intake zelian_papers zelian_store)

# A city's cases are made ready for searching while nobody waits, and found between two keys.
if(EMSCRIPTEN)
  foreach(name case_set pair_postings search_index search_segment)
    compile_with(-O2 "${CMAKE_SOURCE_DIR}/core/app/${name}.cpp")
  endforeach()
endif()

# Opening a ledger reads and folds every fact, and a person waits for it.
if(EMSCRIPTEN)
  file(GLOB opening CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/model/fold*.cpp"
       "${CMAKE_SOURCE_DIR}/core/store/fact_*.cpp" "${CMAKE_SOURCE_DIR}/core/store/memory_file.cpp")
  list(FILTER opening EXCLUDE REGEX "measure|statistic")  # few facts of many
  foreach(name base/date base/text base/value model/fact_view model/state
               store/ledger_file store/subject_index)
    list(APPEND opening "${CMAKE_SOURCE_DIR}/core/${name}.cpp")
  endforeach()
  compile_with(-O2 ${opening})
endif()

# The only SQL: "generated/migrations.h" and "generated/queries.h", both in core::store.
foreach(part migrations queries)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/core/store/${part}/*.sql")
  embed_files(zelian_store core::store ${part} "${CMAKE_SOURCE_DIR}/core/store/${part}" ${files})
endforeach()

file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/models/*.cpp"
     "${CMAKE_SOURCE_DIR}/web/widgets/*.cpp" "${CMAKE_SOURCE_DIR}/web/screens/*.cpp")
if(NOT web_sources)
  set(web_sources "${empty_source}")
endif()
add_library(zelian_web STATIC ${web_sources})
target_link_libraries(zelian_web PUBLIC zelian_app zelian_imgui
                                 PRIVATE zelian_warnings zelian_lean zelian_headers)
target_compile_options(zelian_web PRIVATE $<$<CONFIG:Release>:${zelian_small}>)
share_precompiled_headers(zelian_web)
# Between a key and the frame that shows what was found, a city's cases are filtered and counted.
if(EMSCRIPTEN)
  compile_with(-O2 "${CMAKE_SOURCE_DIR}/web/models/cases_model.cpp")
endif()
