# The C libraries, each with exactly the files and settings we need.

third_party_source(sqlite folder)
third_party_library(zelian_sqlite "${folder}/deps/sqlite3/sqlite3.c")
target_include_directories(zelian_sqlite SYSTEM PUBLIC "${folder}/deps/sqlite3")
target_compile_options(zelian_sqlite PRIVATE $<$<CONFIG:Release>:$<IF:$<BOOL:${EMSCRIPTEN}>,-Oz,-O2>>)
target_compile_definitions(zelian_sqlite PRIVATE
  SQLITE_DQS=0 SQLITE_THREADSAFE=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_MAX_EXPR_DEPTH=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_USE_ALLOCA
  SQLITE_STRICT_SUBTYPE=1 SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_COMPILEOPTION_DIAGS
  SQLITE_OMIT_DATETIME_FUNCS SQLITE_OMIT_DECLTYPE SQLITE_OMIT_INTROSPECTION_PRAGMAS SQLITE_OMIT_PROGRESS_CALLBACK
  SQLITE_OMIT_TRACE SQLITE_OMIT_UTF16 SQLITE_UNTESTABLE
  $<$<BOOL:${EMSCRIPTEN}>:SQLITE_OMIT_WAL>)
if(NOT EMSCRIPTEN)
  target_link_libraries(zelian_sqlite PUBLIC m)
endif()

third_party_source(libdeflate folder)
file(GLOB sources "${folder}/lib/*.c" "${folder}/lib/x86/*.c" "${folder}/lib/arm/*.c")
third_party_library(zelian_libdeflate ${sources})
target_include_directories(zelian_libdeflate SYSTEM PUBLIC "${folder}")

third_party_source(zlib folder)
set(sources "")
foreach(part adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
  list(APPEND sources "${folder}/${part}.c")
endforeach()
third_party_library(zelian_zlib ${sources})
target_include_directories(zelian_zlib SYSTEM PUBLIC "${folder}")

# libsodium without its configure script: portable code, and natively on x86-64 what it brings for wider
# registers, which gives the same bits. Weak symbols let it wipe memory with memset instead of byte by
# byte, which costs as much as hashing a short text. The version header is what the script would have written.
third_party_source(libsodium folder)
file(GLOB_RECURSE sources "${folder}/src/libsodium/*.c")
# Only hashes are asked of it, and what its choice between processors takes along.
list(FILTER sources EXCLUDE REGEX "/crypto_(aead|auth|box|kdf|kx|secretbox|secretstream|shorthash|sign)/\
|/crypto_pwhash/scrypt")
if(EMSCRIPTEN)
  list(FILTER sources INCLUDE REGEX "/(crypto_generichash|crypto_hash|crypto_verify|randombytes|sodium)/")
endif()
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "")
file(READ "${folder}/src/libsodium/include/sodium/version.h.in" version_header)
string(CONFIGURE "${version_header}" version_header @ONLY)
string(REPLACE "\"export.h\"" "\"sodium/export.h\"" version_header "${version_header}")
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/sodium/sodium/version.h" CONTENT "${version_header}" @ONLY)
third_party_library(zelian_sodium ${sources})
target_include_directories(zelian_sodium SYSTEM
  PUBLIC "${folder}/src/libsodium/include" "${CMAKE_BINARY_DIR}/sodium"
  PRIVATE "${folder}/src/libsodium/include/sodium" "${CMAKE_BINARY_DIR}/sodium/sodium")
target_compile_definitions(zelian_sodium PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1
  NATIVE_LITTLE_ENDIAN=1 HAVE_WEAK_SYMBOLS=1)
# What its script would have found out about this compiler, for BLAKE2b only: it asks the processor itself
# when it starts.
if(NOT EMSCRIPTEN AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  target_compile_definitions(zelian_sodium PUBLIC ZELIAN_SODIUM_CHOOSES)
  file(GLOB chosen "${folder}/src/libsodium/crypto_generichash/blake2b/ref/*.c"
       "${folder}/src/libsodium/sodium/runtime.c")
  set_source_files_properties(${chosen} PROPERTIES COMPILE_DEFINITIONS
    "HAVE_CPUID=1;HAVE_AVX_ASM=1;HAVE_MMINTRIN_H=1;HAVE_EMMINTRIN_H=1;HAVE_PMMINTRIN_H=1;\
HAVE_TMMINTRIN_H=1;HAVE_SMMINTRIN_H=1;HAVE_AVXINTRIN_H=1;HAVE_AVX2INTRIN_H=1")
  # gcc reads the instruction set from a pragma in the source, clang only from the command line.
  foreach(instructions ssse3 sse4.1 avx2)
    string(REPLACE "." "" part "${instructions}")
    set_source_files_properties(
      "${folder}/src/libsodium/crypto_generichash/blake2b/ref/blake2b-compress-${part}.c"
      PROPERTIES COMPILE_OPTIONS "-m${instructions}")
  endforeach()
endif()
