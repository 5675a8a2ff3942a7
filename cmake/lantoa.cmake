# How the house is built: folders become libraries, their tests become programs, templates and web
# files become part of the binary.

find_program(LANTOA_LLD ld.lld)
include(cmake/jumbo.cmake)
include(cmake/measure.cmake)

set(lantoa_shadow $<IF:$<BOOL:${LANTOA_JUMBO}>,-Wshadow=local,-Wshadow>)

add_library(lantoa_options INTERFACE)
target_include_directories(lantoa_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(lantoa_options INTERFACE
  -Wall -Wextra -Wconversion ${lantoa_shadow} -Wpedantic -Werror -Wno-missing-field-initializers
  -fPIE -fstack-protector-strong -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
# With optimisation GCC 12 sees overflows inside libstdc++'s own string code that are not there; the
# debug presets and clang keep these warnings.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Below 1 GB (here in KiB) a compiler need not look for what it could forget: a tenth of its time.
  target_compile_options(lantoa_options INTERFACE "SHELL:--param ggc-min-heapsize=1000000")
  target_compile_options(lantoa_options INTERFACE
    $<$<CONFIG:Release>:-Wno-array-bounds> $<$<CONFIG:Release>:-Wno-restrict>
    $<$<CONFIG:Release>:-Wno-stringop-overflow> $<$<CONFIG:Release>:-Wno-stringop-overread>)
endif()
target_compile_definitions(lantoa_options INTERFACE _GLIBCXX_ASSERTIONS BOOST_ALL_NO_LIB)
target_link_options(lantoa_options INTERFACE -pie)
if(LANTOA_LLD)
  target_link_options(lantoa_options INTERFACE -fuse-ld=lld)
endif()

# The one precompiled header: the standard library's headers that nearly every file includes.
file(WRITE ${CMAKE_BINARY_DIR}/pch_anchor.cc "")
add_library(lantoa_pch OBJECT ${CMAKE_BINARY_DIR}/pch_anchor.cc)
target_link_libraries(lantoa_pch PRIVATE lantoa_options)
target_precompile_headers(lantoa_pch PRIVATE
  <algorithm> <array> <cstdint> <functional> <map> <memory> <mutex> <optional> <string> <string_view>
  <tl/expected.hpp> <unordered_map> <utility> <vector>)

if(LANTOA_TESTS)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  include(GoogleTest)
  enable_testing()
  add_library(lantoa_test_pch OBJECT ${CMAKE_BINARY_DIR}/pch_anchor.cc)
  target_link_libraries(lantoa_test_pch PRIVATE lantoa_options GTest::gtest GTest::gmock)
  add_library(lantoa_test_options INTERFACE)
  # What is tested is the shipped code; the tests around it need not be fast, but quick to build.
  target_compile_options(lantoa_test_options INTERFACE $<$<CONFIG:Release>:-O1>)
  target_compile_definitions(lantoa_test_options INTERFACE
    LANTOA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LANTOA_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared")
  target_link_libraries(lantoa_test_pch PRIVATE lantoa_test_options)
  target_precompile_headers(lantoa_test_pch PRIVATE
    <algorithm> <functional> <map> <memory> <optional> <string> <string_view> <vector>
    <gtest/gtest.h> <gmock/gmock.h>)
endif()

# lantoa_library(NAME DIR USES libs... PRIVATE third-party...): DIR/*.cc without tests and fuzzers.
# What only tests use is named testing_*.cc and becomes part of the test program. DIR's templates
# (*.tpl) are embedded by lantoa_embed.
function(lantoa_library name dir)
  cmake_parse_arguments(ARG "" "" "USES;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*_test.cc
       ${CMAKE_SOURCE_DIR}/${dir}/testing_*.cc)
  file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*_fuzz.cc)
  file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*_bench.cc)
  if(sources)
    list(REMOVE_ITEM sources ${tests} ${fuzzers} ${benches})
  endif()
  if(NOT sources)
    add_library(lantoa_${name} INTERFACE)
    list(TRANSFORM ARG_USES PREPEND lantoa_ REGEX "^[a-z_]+$")
    target_link_libraries(lantoa_${name} INTERFACE lantoa_options ${ARG_USES})
    return()
  endif()
  add_library(lantoa_${name} STATIC ${sources})
  set_target_properties(lantoa_${name} PROPERTIES OUTPUT_NAME lantoa_${name})
  list(TRANSFORM ARG_USES PREPEND lantoa_ REGEX "^[a-z_]+$")
  target_link_libraries(lantoa_${name} PUBLIC lantoa_options ${ARG_USES} PRIVATE ${ARG_PRIVATE})
  target_precompile_headers(lantoa_${name} REUSE_FROM lantoa_pch)
  if(dir MATCHES "^src/city")
    lantoa_jumbo(lantoa_${name} 5 ${sources})
  endif()
  lantoa_tests(${name} "${tests}" lantoa_${name} ${ARG_PRIVATE})
  if(dir MATCHES "^src/city/")
    list(APPEND ARG_PRIVATE lantoa_ledger_memory)  # a vault without a disk
  endif()
  foreach(file IN LISTS fuzzers)
    lantoa_fuzzer(${file} lantoa_${name} ${ARG_PRIVATE})
  endforeach()
  foreach(file IN LISTS benches)
    lantoa_benchmark(${file} lantoa_${name} ${ARG_PRIVATE})
  endforeach()
endfunction()

function(lantoa_tests name tests)
  if(NOT LANTOA_TESTS OR NOT tests)
    return()
  endif()
  add_executable(${name}_tests ${tests})
  target_link_libraries(${name}_tests PRIVATE lantoa_test_options ${ARGN} GTest::gtest
    GTest::gmock GTest::gtest_main rapidcheck)
  target_precompile_headers(${name}_tests REUSE_FROM lantoa_test_pch)
  list(GET tests 0 first)
  if(first MATCHES "/src/(city|viet|app)/")
    lantoa_jumbo(${name}_tests 8 ${tests})
  endif()
  add_test(NAME ${name} COMMAND ${name}_tests)
endfunction()

# Embeds every *.tpl below src/ and the built files of web/ through the assembler's .incbin (a C array
# of a font takes the compiler seconds). The generated table is read by platform/html and http.
function(lantoa_embed name dir)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.tpl ${CMAKE_SOURCE_DIR}/src/*.rules ${CMAKE_SOURCE_DIR}/web/dist/*
       ${CMAKE_SOURCE_DIR}/demo/data/* ${CMAKE_SOURCE_DIR}/forms/*.json)
  set(asm "")
  set(table "")
  set(externs "")
  set(n 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR} ${file})
    string(APPEND asm ".global lantoa_file_${n}\nlantoa_file_${n}:\n.incbin \"${file}\"\n.global lantoa_file_${n}_end\nlantoa_file_${n}_end:\n.byte 0\n")
    string(APPEND externs "extern const char lantoa_file_${n}[]; extern const char lantoa_file_${n}_end[];\n")
    string(APPEND table "    {\"${path}\", {lantoa_file_${n}, static_cast<std::size_t>(lantoa_file_${n}_end - lantoa_file_${n})}},\n")
    math(EXPR n "${n}+1")
  endforeach()
  set(out ${CMAKE_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${out}/files.S CONTENT ".section .rodata\n${asm}.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${out}/files.cc CONTENT "#include \"platform/embedded/embedded.h\"\nextern \"C\" {\n${externs}}\nnamespace lantoa::embedded {\nstd::vector<File> files() {\n  return {\n${table}  };\n}\n}  // namespace lantoa::embedded\n" @ONLY)
  set_source_files_properties(${out}/files.S PROPERTIES OBJECT_DEPENDS "${files}")
  add_library(lantoa_${name} STATIC ${out}/files.S ${out}/files.cc)
  target_link_libraries(lantoa_${name} PUBLIC lantoa_options)
endfunction()

# The city's slices in their order: each may use those named before it (ARCHITECTURE.md has the same
# list, and the arrow test compares).
function(lantoa_city)
  set(before kernel viet log crypto postgres ledger session http html json image markdown document feed sheet paper mail fetch search_index assets)
  lantoa_library(city src/city USES ${before})
  if(TARGET city_tests)
    target_link_libraries(city_tests PRIVATE lantoa_ledger_memory)
  endif()
  list(APPEND before city)
  foreach(slice calendar organisation identity workday law plan content activity speaker webpage reach oversight guidance report statistics checkpoint comment rating portal search journal)
    lantoa_library(${slice} src/city/${slice} USES ${before})
    if(TARGET ${slice}_tests)
      target_link_libraries(${slice}_tests PRIVATE lantoa_ledger_memory)  # city/testing.h
    endif()
    list(APPEND before ${slice})
  endforeach()
  set(LANTOA_ALL ${before} PARENT_SCOPE)
endfunction()

function(lantoa_program name dir)
  if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${dir}/main.cc)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${dir}/*_test.cc)
  if(sources AND tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  set(libraries ${LANTOA_ALL} ledger_memory ledger_sqlite ledger_postgres metrics)
  list(TRANSFORM libraries PREPEND lantoa_)
  add_library(lantoa_app STATIC ${sources})
  target_link_libraries(lantoa_app PUBLIC ${libraries})
  target_precompile_headers(lantoa_app REUSE_FROM lantoa_pch)
  lantoa_jumbo(lantoa_app 5 ${sources})
  add_executable(${name} ${CMAKE_SOURCE_DIR}/${dir}/main.cc)
  target_link_libraries(${name} PRIVATE lantoa_app)
  target_compile_definitions(${name} PRIVATE LANTOA_VERSION="${PROJECT_VERSION}")
  lantoa_tests(app "${tests}" lantoa_app)
endfunction()

# The rules of the house as tests. They read the sources as text, so they link nothing of the product
# and also run while some folder does not compile.
function(lantoa_house)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/house/*.cc)
  lantoa_tests(house "${sources}" lantoa_options)
  if(TARGET house_tests)
    target_include_directories(house_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  endif()
endfunction()

# Simulated cities: whole nodes in one thread.
function(lantoa_simulation)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/sim/*.cc)
  lantoa_tests(sim "${sources}" lantoa_app)
  if(TARGET sim_tests)
    target_include_directories(sim_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_options(sim_tests PRIVATE $<$<CONFIG:Release>:-O2>)
  endif()
endfunction()
