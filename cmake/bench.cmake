# tests/bench/NAME_bench.cpp is a program of its own; other sources there are shared by all. Built by
# the target `bench`, natively (preset bench) and, but for NAME_native_bench.cpp, for node (web).

file(GLOB bench_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/bench/*.cpp")
if(NOT bench_sources)
  return()
endif()
set(bench_shared ${bench_sources})
list(FILTER bench_shared EXCLUDE REGEX "_bench\\.cpp$")
list(FILTER bench_sources INCLUDE REGEX "_bench\\.cpp$")
if(EMSCRIPTEN)
  list(FILTER bench_sources EXCLUDE REGEX "_native_bench\\.cpp$")
  list(FILTER bench_shared EXCLUDE REGEX "_native\\.cpp$")
endif()

add_custom_target(bench)
foreach(source IN LISTS bench_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL "${source}" ${bench_shared})
  target_link_libraries(${name} PRIVATE zelian_app zelian_sqlite zelian_warnings zelian_headers)
  if(EMSCRIPTEN)
    target_link_libraries(${name} PRIVATE zelian_lean)
    # A million cases of ten facts do not fit into two gigabytes.
    target_link_options(${name} PRIVATE -O2 ${node_options} -sMAXIMUM_MEMORY=4GB)
  endif()
  add_dependencies(bench ${name})
endforeach()
