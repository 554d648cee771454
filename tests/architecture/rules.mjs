// What the tree's levels allow, as pure functions of a path and its text; no file is read here.

import { standard_headers } from './standard_headers.mjs';

// A folder may include itself and what is listed; the longest matching folder counts.
const core_low = ['core/base', 'core/model'];
const core_all = ['core'];
const may_include = {
  'core/base': [],
  'core/model': ['core/base'],
  'core/calendar': core_low,
  'core/rules': [...core_low, 'core/calendar'],
  'core/intake': core_low,
  'core/papers': core_low,
  'core/store': core_low,
  'core/app': core_all,
  'web/models': core_all,
  'web/widgets': [...core_all, 'web/models'],
  'web/screens': [...core_all, 'web/models', 'web/widgets'],
  'web/browser': [...core_all, 'web/models', 'web/widgets', 'web/screens'],
  'web/outline': [],
  'web/imgui_config.h': [],
  'native': core_all,
  'tests': ['core', 'web', 'native', 'tests'],
  'cmake': [],
};

// A folder here that the table does not know has no level, and what it includes nobody would judge.
const levelled = ['core', 'web', 'native'];

// Foreign headers, each with the places that may know it. One that is neither here nor in the standard
// library nobody may know: whoever brings it in says where it belongs.
const owners = [
  [/^sqlite3(ext)?\.h$/, ['core/store', 'tests/store', 'tests/app', 'tests/bench']],
  [/^imgui/, ['web/widgets', 'web/screens', 'web/browser', 'tests/web']],
  [/^imstb/, ['web/outline']],
  [/^(emscripten|GLES\d|GL\/|webgl)/, ['web/browser']],
  [/^sodium/, ['core/base', 'tests/base']],
  [/^(libdeflate|zlib)\b/, ['core/store', 'core/intake', 'core/papers', 'tests/intake', 'tests/papers',
                                    'tests/support', 'tests/bench', 'tests/fuzz']],
  [/^nlohmann\//, ['core/base', 'tests']],
  [/^CLI\//, ['native']],
  [/^doctest\b/, ['tests']],
  [/^fmt\//, ['core', 'web', 'native', 'tests', 'cmake']],
  [/^(unistd|dirent|sys\/stat)\.h$/, ['native', 'tests/support']],
  [/^emmintrin\.h$/, ['core/base', 'core/intake/readers']],
];

// Files that may be longer than the limit: path -> reason.
const long_files = {};

const line_limit = 400;
const function_limit = 40;

const within = (path, folders) => folders.some(f => path === f || path.startsWith(f + '/'));

const folder_of = path =>
  Object.keys(may_include).filter(f => within(path, [f])).sort((a, b) => b.length - a.length)[0];

const is_cpp = path => /\.(h|cpp)$/.test(path);

// Under another name C++ would be compiled and seen by no rule here.
const other_cpp = /\.(c|cc|cp|cxx|cpp|c\+\+|cppm|ixx|h|hh|hpp|hxx|h\+\+|inc|inl|ipp|tpp|txx)$/i;

// What the build puts into the program, and the script it links with the module.
const embedded = /^core\/(\w+\/data\/|store\/(migrations|queries)\/.*\.sql$)/;
const linked_script = 'web/browser/page.js';

function place_problem(path) {
  if (other_cpp.test(path) && !is_cpp(path)) return 'C++ stands in files called .h and .cpp';
  if (!within(path, levelled)) return null;
  if (!folder_of(path)) return `no level is named for ${path.replace(/\/[^/]*$/, '')}`;
  const known = is_cpp(path) || path === linked_script || embedded.test(path);
  return known ? null : 'no file of this kind stands here';
}

// Comments would only give false alarms; text keeps its lines.
export function without_comments(text) {
  const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(token, t => (t.startsWith('/') ? t.replace(/[^\n]/g, '') : t));
}

function generated_problem(path, target) {
  if (target === 'generated/embedded_file.h' || within(path, ['tests'])) return null;
  if (/^generated\/(migrations|queries)\.h$/.test(target)) {
    return within(path, ['core/store']) ? null : `${target} belongs to core/store`;
  }
  const part = /^generated\/([a-z]+)_\w+\.h$/.exec(target)?.[1];
  return within(path, [`core/${part}`]) ? null : `${target} belongs to core/${part ?? '?'}`;
}

function include_problem(path, quote, target) {
  for (const [pattern, folders] of owners) {
    if (pattern.test(target)) {
      return within(path, folders) ? null : `<${target}> belongs to ${folders.join(', ')}`;
    }
  }
  // The root is on the include path: brackets hide nothing.
  if (quote !== '"' && !/^(core|web|native|tests|generated)\//.test(target)) {
    return standard_headers.has(target) ? null : `<${target}> has no owner`;
  }
  if (target.startsWith('generated/')) return generated_problem(path, target);
  const folder = folder_of(path);
  if (!/^(core|web|native|tests)\//.test(target) || /(^|\/)\.\.?\//.test(target)) {
    return `"${target}" is no path from the root`;
  }
  return within(target, [folder, ...may_include[folder]]) ? null : `${folder} may not include ${target}`;
}

function* include_problems(path, text) {
  const directive = /^[ \t]*(?:#|%:)[ \t]*(?:include|include_next|import)\b[ \t]*(.*)$/gm;
  for (const [, what] of text.replaceAll('\\\n', '').matchAll(directive)) {
    const [, open, target] = /^(["<])([^">]+)[">]/.exec(what) ?? [];
    const problem = target ? include_problem(path, open, target) : 'an include names its file itself';
    if (problem) yield problem;
  }
}

const sql = /"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW)\s|PRAGMA\s)/;

function* cpp_problems(path, text) {
  const code = without_comments(text);
  yield* include_problems(path, code);
  const platform = /\b_*EMSCRIPTEN\w*|\b__(wasm|asmjs)\w*/.exec(code);
  if (platform && !within(path, ['web/browser'])) yield `${platform[0]} belongs to web/browser`;
  if (sql.test(code) && within(path, ['core', 'web', 'native']) && !within(path, ['core/store'])) {
    yield 'SQL belongs to core/store';
  }
  if (path.endsWith('.h') && !text.startsWith('#pragma once\n')) {
    yield 'a header begins with #pragma once';
  }
  if (within(path, ['core', 'web', 'native'])) {
    yield* long_functions(code);
    yield* long_methods(code);
  }
}

// Relies on clang-format: what stands in the first column is at the level of the namespace.
function* long_functions(code) {
  const lines = code.split('\n');
  let start = -1;
  for (let i = 0; i < lines.length; ++i) {
    if (/^[A-Za-z_\[:~].*\{$/.test(lines[i]) || /^ {4}.*\) .*\{$/.test(lines[i]) && start < 0) start = i;
    if (/^(namespace|extern|struct|class|enum|union)\b.*\{$/.test(lines[i])) start = -1;
    if (!/^\}/.test(lines[i])) continue;
    const length = i - start - 1;
    if (lines[i] === '}' && start >= 0 && length > function_limit) {
      yield `line ${start + 1}: a function of ${length} lines (at most ${function_limit})`;
    }
    start = -1;
  }
}

// Relies on clang-format: what a class holds stands two columns further in than the class, and a method
// ends where its first line begins.
function* long_methods(code) {
  const classes = [];  // margins of those that are open
  let head = -1;       // where the member begins that is being read
  let start = -1;      // where its braces open
  for (const [at, line] of code.split('\n').entries()) {
    const margin = line.search(/\S/);
    if (/^ *(template .*)?(struct|class|union)\b[^;()]*\{$/.test(line)) {
      classes.push(margin);
      head = start = -1;
    } else if (margin === classes.at(-1) && line[margin] === '}') {
      classes.pop();
      head = start = -1;
    } else if (margin === classes.at(-1) + 2 && /[\w~\[]/.test(line[margin])) {
      head = at;
      start = line.endsWith('{') ? at : -1;
    } else if (margin === classes.at(-1) + 2 && line[margin] === '}') {
      const length = at - start - 1;
      if (line === `${' '.repeat(margin)}}` && start >= 0 && length > function_limit) {
        yield `line ${head + 1}: a method of ${length} lines (at most ${function_limit})`;
      }
      head = start = -1;
    } else if (head >= 0 && start < 0 && line.endsWith('{')) {
      start = at;
    }
  }
}

// Relies on the indentation of the page's sources: a function ends where its first line begins. What
// stands deeper than a method is measured with what holds it.
function* long_page_functions(code) {
  const lines = code.split('\n');
  for (let end = 0; end < lines.length; ++end) {
    const margin = /^( {0,2})\}[;,]?$/.exec(lines[end])?.[1];
    if (margin !== '' && margin !== '  ') continue;
    const head = lines.findLastIndex((line, at) =>
      at < end && line.startsWith(margin) && /[A-Za-z_]/.test(line[margin.length] ?? ''));
    const start = lines.findIndex((line, at) => at >= head && line.endsWith('{'));
    if (head < 0 || !/\)(: .*)?( =>)? \{$/.test(lines[start])) continue;
    if (/^ *(if|for|while|switch|else|catch)\b/.test(lines[head])) continue;
    const length = end - start - 1;
    if (length > function_limit) {
      yield `line ${head + 1}: a function of ${length} lines (at most ${function_limit})`;
    }
  }
}

/// Everything that is wrong with one file, each as one sentence.
export function problems_in(path, text) {
  const misplaced = place_problem(path);
  if (misplaced) return [misplaced];
  const found = is_cpp(path) ? [...cpp_problems(path, text)] : [];
  if (path.endsWith('.ts') && within(path, ['shell'])) {
    found.push(...long_page_functions(without_comments(text)));
  }
  if (/\b(TODO|FIXME)\b(?!\(#\d+\))/.test(text) && !within(path, ['tests/architecture'])) {
    found.push('a TODO needs an issue number: TODO(#12)');
  }
  const lines = text.split('\n').length - 1;
  const counted = within(path, ['core', 'web', 'native', 'shell']) &&
    /\.(h|cpp|ts|js|mjs|css|html|sh|sql)$/.test(path);
  if (counted && lines > line_limit && !(path in long_files)) {
    found.push(`${lines} lines (at most ${line_limit}); make two files of it or name the reason`);
  }
  return found;
}
