# Fuzzers and benchmarks. A *_fuzz.cc or *_bench.cc beside the code it tries is found by its name
# and linked with its folder's library; what measures more than one folder stands in bench/.

# lantoa_fuzzer(FILE libs...): NAME_fuzz.cc is a libFuzzer program under clang, and everywhere else
# a test that runs the saved inputs of tests/corpus/NAME_fuzz through it.
function(lantoa_fuzzer file)
  get_filename_component(stem ${file} NAME_WE)
  if(LANTOA_FUZZ)
    add_executable(${stem} ${file})
    target_link_libraries(${stem} PRIVATE ${ARGN})
    target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
  endif()
  if(LANTOA_TESTS)
    lantoa_tests(${stem} "${file};${CMAKE_SOURCE_DIR}/tests/corpus/replay.cc" ${ARGN})
    target_compile_definitions(${stem}_tests PRIVATE LANTOA_CORPUS="tests/corpus/${stem}")
  endif()
endfunction()

# lantoa_benchmark(FILE libs...)
function(lantoa_benchmark file)
  if(LANTOA_BENCH)
    get_filename_component(stem ${file} NAME_WE)
    add_executable(${stem} ${file})
    target_link_libraries(${stem} PRIVATE ${ARGN} benchmark::benchmark)
  endif()
endfunction()

# The programs of bench/: those that drive the whole product, the load client and the noise gate.
function(lantoa_bench)
  file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cc)
  foreach(file IN LISTS benches)
    lantoa_benchmark(${file} lantoa_app SQLite::SQLite3)
  endforeach()
  if(LANTOA_BENCH)
    foreach(tool load spin)
      add_executable(bench_${tool} ${CMAKE_SOURCE_DIR}/bench/${tool}.cc)
      target_link_libraries(bench_${tool} PRIVATE lantoa_options Threads::Threads)
    endforeach()
  endif()
endfunction()
