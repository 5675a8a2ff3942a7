# Files of one folder compiled together, so that what they all include is read once: from nothing the
# house is built in half the time (docs/decisions/0016). In one such group names in unnamed namespaces
# meet, so two files that define the same name at the margin go to different groups, by themselves.

# Beside others a file's local name may be that of their functions; presets without keep the warning.
option(LANTOA_JUMBO "compile files of a folder together: quick to build from nothing" OFF)

# lantoa_jumbo(TARGET N files...): groups of at most N.
function(lantoa_jumbo target files_at_once)
  if(NOT LANTOA_JUMBO)
    return()
  endif()
  set(groups 0)
  foreach(file IN LISTS ARGN)
    lantoa_names_of(${file} names)
    set(group "")
    foreach(n RANGE ${groups})
      lantoa_meet("${names}" "${names_${n}}" meet)
      list(LENGTH files_${n} size)
      if(NOT meet AND size LESS files_at_once)
        set(group ${n})
        break()
      endif()
    endforeach()
    if(group STREQUAL ${groups})  # the last one is always empty
      math(EXPR groups "${groups} + 1")
    endif()
    list(APPEND files_${group} ${file})
    list(APPEND names_${group} ${names})
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${target}_${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # A type of a file may hold what only this file knows: no other includes it.
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()

# What a file defines at its left margin: types, constants, functions; members and overloads of the
# slice's own words (decide, fold) are no others.
function(lantoa_names_of file out)
  file(STRINGS ${file} lines REGEX "^[a-z].*[({=]|^[A-Z][A-Za-z:<>, ]*[&* ]+[a-z_]+\\(")
  set(names "")
  foreach(line IN LISTS lines)
    if(line MATCHES "^(struct|class|enum class) ([A-Za-z_]+)")
      list(APPEND names ${CMAKE_MATCH_2})
    elseif(line MATCHES "^[A-Za-z][^(=]*[ *&]([a-z_]+)(\\[[^=]*\\])? *[={]")
      list(APPEND names ${CMAKE_MATCH_1})
    elseif(line MATCHES "^[A-Za-z][^(=]*[ *&>]([a-z_]+)\\(")
      list(APPEND names ${CMAKE_MATCH_1})
    elseif(line MATCHES "^([a-z_]+)\\(")  # its type stands on the line before
      list(APPEND names ${CMAKE_MATCH_1})
    endif()
  endforeach()
  list(REMOVE_ITEM names decide namespace)
  list(REMOVE_DUPLICATES names)
  set(${out} ${names} PARENT_SCOPE)
endfunction()

function(lantoa_meet some others out)
  set(${out} FALSE PARENT_SCOPE)
  foreach(name IN LISTS some)
    if(name IN_LIST others)
      set(${out} TRUE PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()
