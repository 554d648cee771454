// Proves that the check can fail: bad files must be found, good ones left alone.
import { problems_in } from './rules.mjs';
import { twin_count, twin_problems } from './twins.mjs';

const body = n => Array.from({ length: n }, (_, i) => `  step(${i});\n`).join('');
const inner = n => body(n).replace(/^(?=.)/gm, '  ');
const h = text => '#pragma once\n' + text;

// [what, path, text, part of the sentence that is expected, or null for a good file]
const examples = [
  ['a level below', 'core/rules/a.cpp', '#include "core/calendar/calendar.h"\n', null],
  ['a level above', 'core/base/a.h', h('#include "core/model/fact.h"\n'), 'core/base may not include'],
  ['a sibling', 'core/intake/a.cpp', '#include "core/store/ledger.h"\n', 'core/intake may not include'],
  ['rules from calendar', 'core/calendar/a.cpp', '#include "core/rules/duty.h"\n', 'may not include'],
  ['the core knows no screen', 'core/app/a.cpp', '#include "web/models/m.h"\n', 'may not include'],
  ['the page sees the core', 'web/screens/a.cpp', '#include "core/app/desk.h"\n', null],
  ['a model that draws', 'web/models/a.cpp', '#include <imgui.h>\n', 'belongs to web/widgets'],
  ['a widget from a model', 'web/models/a.cpp', '#include "web/widgets/grid.h"\n', 'may not include'],
  ['a screen from a widget', 'web/widgets/a.cpp', '#include "web/screens/s.h"\n', 'may not include'],
  ['a level above in brackets', 'core/base/a.cpp', '#include <core/app/desk.h>\n', 'may not include'],
  ['no space in a directive', 'core/app/a.cpp', '#include<sqlite3.h>\n', 'belongs to core/store'],
  ['a bare path', 'core/base/a.cpp', '#include "date.h"\n', 'no path from the root'],
  ['spaces in a directive', 'core/base/a.cpp', ' #  include "core/app/desk.h"\n', 'may not include'],
  ['an include in a comment', 'core/base/a.cpp', '// #include "core/app/desk.h"\n', null],
  ['an include in a block comment', 'core/base/a.cpp', '/*\n#include <imgui.h>\n*/\n', null],
  ['SQLite at home', 'core/store/a.cpp', '#include <sqlite3.h>\n', null],
  ['SQLite elsewhere', 'core/app/a.cpp', '#include <sqlite3.h>\n', 'belongs to core/store'],
  ['SQLite in quotes', 'native/a.cpp', '#include "sqlite3.h"\n', 'belongs to core/store'],
  ['ImGui elsewhere', 'core/app/a.cpp', '#include "imgui.h"\n', 'belongs to web/widgets'],
  ['ImGui in a screen', 'web/screens/a.cpp', '#include <imgui.h>\n', null],
  ['Emscripten elsewhere', 'web/widgets/a.cpp', '#include <emscripten/html5.h>\n', 'web/browser'],
  ['Emscripten at home', 'web/browser/a.cpp', '#include <emscripten.h>\n#ifdef __EMSCRIPTEN__\n#endif\n', null],
  ['its macro elsewhere', 'core/base/a.cpp', '#ifdef __EMSCRIPTEN__\n#endif\n', '__EMSCRIPTEN__'],
  ['its macro in a test', 'tests/base/a_test.cpp', '#if defined(__EMSCRIPTEN__)\n#endif\n', '__EMSCRIPTEN__'],
  ['its older macro', 'web/screens/a.cpp', '#ifdef EMSCRIPTEN\n#endif\n', 'EMSCRIPTEN belongs'],
  ['its version', 'core/base/a.cpp', '#if __EMSCRIPTEN_major__ > 3\n#endif\n', 'belongs to web/browser'],
  ['the processor it is for', 'web/models/a.cpp', '#if __wasm__\n#endif\n', '__wasm__ belongs'],
  ['what that processor can do', 'core/base/a.cpp', '#ifdef __wasm_simd128__\n#endif\n', 'belongs to web/browser'],
  ['its name in a comment', 'core/base/a.cpp', '// Without EMSCRIPTEN.\n', null],
  ['CLI11 elsewhere', 'core/app/a.cpp', '#include <CLI/CLI.hpp>\n', 'belongs to native'],
  ['doctest in the core', 'core/base/a.cpp', '#include <doctest/doctest.h>\n', 'belongs to tests'],
  ['sodium outside base', 'core/store/a.cpp', '#include <sodium.h>\n', 'belongs to core/base'],
  ['fmt everywhere', 'core/model/a.cpp', '#include <fmt/format.h>\n', null],
  ['a foreign header nobody owns', 'core/base/a.cpp', '#include <iconv.h>\n', '<iconv.h> has no owner'],
  ['another in a test', 'tests/base/a_test.cpp', '#include <pugixml.hpp>\n', 'has no owner'],
  ['one in the build', 'cmake/a.cpp', '#include <boost/any.hpp>\n', 'has no owner'],
  ['the library of C++', 'core/base/a.cpp', '#include <string_view>\n#include <cstdint>\n', null],
  ['the library of C', 'web/outline/a.cpp', '#include <stdint.h>\n', null],
  ['the system at home', 'native/a.cpp', '#include <unistd.h>\n', null],
  ['the system in the core', 'core/store/a.cpp', '#include <sys/stat.h>\n', 'belongs to native'],
  ['vectors of the processor elsewhere', 'core/rules/a.cpp', '#include <emmintrin.h>\n', 'belongs to core/base'],
  ['a folder without a level', 'core/sync/a.cpp', '#include "core/base/date.h"\n', 'no level is named for core/sync'],
  ['a folder of the page without one', 'web/extra/a.h', h(''), 'no level is named for web/extra'],
  ['a folder with the name of one that is skipped', 'core/data/a.cpp', '', 'no level is named'],
  ['a file beside the folders', 'core/a.h', h(''), 'no level is named for core'],
  ['an inner folder', 'core/rules/lead/a.cpp', '#include "core/calendar/calendar.h"\n', null],
  ['C++ called .hpp', 'core/base/a.hpp', h('#include "core/model/fact.h"\n'), 'called .h and .cpp'],
  ['C++ called .cc', 'native/a.cc', '', 'called .h and .cpp'],
  ['C++ called .hh', 'web/models/a.hh', '', 'called .h and .cpp'],
  ['C++ called .cxx', 'tests/base/a.cxx', '', 'called .h and .cpp'],
  ['C++ called .CPP', 'cmake/a.CPP', '', 'called .h and .cpp'],
  ['C', 'core/base/a.c', '', 'called .h and .cpp'],
  ['a script in the core', 'core/base/a.py', '', 'no file of this kind'],
  ['SQL out of the store', 'core/app/a.sql', '', 'no file of this kind'],
  ['SQL of the store', 'core/store/queries/a.sql', '', null],
  ['data of the core', 'core/calendar/data/a.json', '', null],
  ['C++ among data', 'core/calendar/data/a.cpp', '#include "core/rules/duty.h"\n', 'may not include'],
  ['a path that climbs', 'core/base/a.cpp', '#include "core/base/../store/ledger.h"\n', 'no path from the root'],
  ['an include over two lines', 'core/base/a.cpp', '#include \\\n"core/app/desk.h"\n', 'may not include'],
  ['a directive spelt otherwise', 'core/base/a.cpp', '%:include "core/app/desk.h"\n', 'may not include'],
  ['an include by macro', 'core/base/a.cpp', '#include HEADER\n', 'names its file itself'],
  ['generated at home', 'core/store/a.cpp', '#include "generated/migrations.h"\n', null],
  ['generated elsewhere', 'core/app/a.cpp', '#include "generated/migrations.h"\n', 'belongs to core/store'],
  ['data of another folder', 'core/rules/a.cpp', '#include "generated/model_data.h"\n', 'belongs to core/model'],
  ['SQL in a command', 'core/app/a.cpp', 'run("SELECT id FROM fact");\n', 'SQL belongs'],
  ['SQL in the store', 'core/store/a.cpp', 'run("SELECT id FROM fact");\n', null],
  ['a word that is no SQL', 'core/app/a.cpp', 'say("Select a file");\n', null],
  ['a bare note', 'core/base/a.cpp', '// TODO: later\n', 'issue number'],
  ['a note in a script', 'shell/run.sh', '# FIXME\n', 'issue number'],
  ['a note with its issue', 'core/base/a.cpp', '// TODO(#12): later\n', null],
  ['a long file', 'core/base/a.cpp', '\n'.repeat(401), 'at most 400'],
  ['a long script', 'shell/boot.ts', '\n'.repeat(401), 'at most 400'],
  ['a file of the limit', 'core/base/a.cpp', '\n'.repeat(400), null],
  ['a long test', 'tests/base/a_test.cpp', '\n'.repeat(900), null],
  ['a long function', 'core/base/a.cpp', `int f() {\n${body(41)}}\n`, '41 lines'],
  ['a long function with a long head', 'core/base/a.cpp',
    `int f(int a,\n    int b) {\n${body(41)}}\n`, '41 lines'],
  ['a function of the limit', 'core/base/a.cpp', `int f() {\n${body(40)}}\n`, null],
  ['a long table', 'core/base/a.cpp', `constexpr int kDays[] = {\n${body(60)}};\n`, null],
  ['a long namespace', 'core/base/a.cpp',
    `namespace core {\n\n${'int f() {\n  return 1;\n}\n'.repeat(30)}\n}  // namespace core\n`, null],
  ['a long function of the page', 'shell/src/a.ts', `function f(): void {\n${body(41)}}\n`, '41 lines'],
  ['a long method', 'shell/src/a.ts',
    `export class A {\n  async f(a: number,\n          b: number): Promise<void> {\n${body(41).replace(/^(?=.)/gm, '  ')}  }\n}\n`,
    '41 lines'],
  ['a long class', 'shell/src/a.ts',
    `class A {\n${'  f(): number {\n    return 1;\n  }\n'.repeat(30)}}\n`, null],
  ['a long object', 'shell/src/a.ts', `const a = {\n${'  b: 1,\n'.repeat(60)}};\n`, null],
  ['a function of the page of the limit', 'shell/src/a.ts', `const f = (): void => {\n${body(40)}};\n`, null],
  ['a long method of a class', 'core/base/a.cpp',
    `class A {\n public:\n  int f() const {\n${inner(41)}  }\n};\n`, 'line 3: a method of 41 lines'],
  ['a long method with a long head', 'core/base/a.cpp',
    `struct A {\n  A(int a,\n    int b)\n      : a_(a),\n        b_(b) {\n${inner(41)}  }\n};\n`, '41 lines'],
  ['a long method behind an inner class', 'core/base/a.h',
    h(`class A {\n  struct B {\n    int f() { return 1; }\n  };\n\n  int g() {\n${inner(41)}  }\n};\n`), '41 lines'],
  ['a long method of an inner class', 'native/a.cpp',
    `class A : public C {\n  struct B final : C {\n    int f() override {\n${inner(41).replace(/^(?=.)/gm, '  ')}    }\n  };\n};\n`, '41 lines'],
  ['a method of the limit', 'core/base/a.cpp', `class A {\n  int f() {\n${inner(40)}  }\n};\n`, null],
  ['a class of many methods', 'core/base/a.cpp',
    `class A {\n${'  int f() {\n    return 1;\n  }\n'.repeat(30)}\n private:\n  int a_;\n};\n`, null],
  ['a long table in a class', 'core/base/a.cpp',
    `class A {\n  static constexpr int kDays[] = {\n${inner(60)}  };\n};\n`, null],
  ['a header without a guard', 'core/base/a.h', '// Says what.\n', '#pragma once'],
];

/// Returns the number of examples and the sentences about those that came out wrong.
export function self_test() {
  const wrong = [];
  for (const [what, path, text, expected] of examples) {
    const found = problems_in(path, text);
    const right = expected === null ? found.length === 0
                                    : found.length === 1 && found[0].includes(expected);
    if (!right) wrong.push(`self-test: ${what}: expected ${expected}, found [${found.join('; ')}]`);
  }
  const parted = twin_problems(() => 'enum Source { Stored, Blank, Demo }; kPageBytes = 4096;').length;
  if (parted < twin_count - 1) wrong.push(`self-test: twins: ${parted} of ${twin_count} found`);
  return { count: examples.length + 1, wrong };
}
