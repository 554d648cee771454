// What stands in two languages, because neither can read the other: the same names in the same order,
// the same size. The files are read through `read`, so that the check itself can be tried.

const without_remarks = text => text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '');

/** The words between the braces that follow `head`, or the number behind it; null where it is not. */
function said_in(text, head) {
  const after = without_remarks(text).split(head)[1];
  if (after === undefined) return null;
  const braces = /^[^;{]*\{([^}]*)\}/.exec(after);
  if (braces) return braces[1].split(',').map(word => word.trim()).filter(Boolean);
  const number = /^\s*(?:=\s*)?(\d+)/.exec(after);
  return number && [number[1]];
}

const page = 'shell/src/core.ts';
const same = words => words;

// [what, file, head, the other's file, its head, what the words of the first are called there]
const twins = [
  ['Source', page, 'enum Source', 'web/browser/application.h', 'enum class Source', same],
  ['Hand', page, 'enum Hand', 'web/browser/input.h', 'enum class Hand', same],
  ['Chord', page, 'enum Chord', 'web/browser/exports.cpp', 'kKeys[]',
   words => words.map(word => ({ Copy: 'ImGuiKey_C', Cut: 'ImGuiKey_X', Paste: 'ImGuiKey_V',
                                 Undo: 'ImGuiKey_Z', Redo: 'ImGuiKey_Y' })[word])],
  ['Keeping', page, 'enum Keeping', 'web/models/backup_record.h', 'enum class Keeping', same],
  // The page itself never reports that nothing is kept.
  ['SaveState', page, 'enum SaveState', 'web/screens/frame_input.h', 'enum class SaveState',
   words => [...words, 'MemoryOnly']],
  ['the size of a page', 'shell/src/page_store.ts', 'kPageBytes', 'core/store/memory_file.h',
   'kPageBytes', same],
  ['the size of a page in SQLite', 'shell/src/page_store.ts', 'kPageBytes', 'core/store/database.cpp',
   'PRAGMA page_size', same],
];

export const twin_count = twins.length;

/// Those that have parted, each as one sentence.
export function twin_problems(read) {
  return twins.flatMap(([what, file, head, other, other_head, called]) => {
    const mine = said_in(read(file), head);
    const theirs = said_in(read(other), other_head);
    if (mine && theirs && called(mine).join() === theirs.join()) return [];
    return [`${file}: ${what} is (${mine}), in ${other} (${theirs})`];
  });
}
