# Toolchain: whatever emcc is first on PATH, the distribution's or a newer one.

find_program(EMCC_PROGRAM emcc REQUIRED)
get_filename_component(emcc_real "${EMCC_PROGRAM}" REALPATH)
get_filename_component(emscripten_folder "${emcc_real}" DIRECTORY)
set(emscripten_platform "${emscripten_folder}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${emscripten_platform}")
  message(FATAL_ERROR "emcc was found (${EMCC_PROGRAM}) but not its CMake platform file.")
endif()
include("${emscripten_platform}")
