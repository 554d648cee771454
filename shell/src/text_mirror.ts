// What the hidden textarea holds of a field: a window of real text around the caret, for input
// methods look at it and change it, and what they changed, as one replacement. Pure.

/** A field as the module has it; offsets are UTF-16 units. */
export interface Field {
  /** Differs from field to field; 0 = none. */
  field: number;
  text: string;
  anchor: number;
  caret: number;
  multi_line: boolean;
  keypad: number;
}

export interface Mirror {
  /** Where the window begins in the field. */
  offset: number;
  text: string;
  /** Selection within the window, start before end. */
  start: number;
  end: number;
  backwards: boolean;
}

export interface Change {
  start: number;
  end: number;
  text: string;
}

// Length of the window, and how near to a cut edge of it the selection may come.
const kLength = 2048;
const kLeast = 64;

function splits_pair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff;
}

function still_fits(field: Field, offset: number, from: number, to: number): boolean {
  return offset <= from && (offset === 0 || from - offset >= kLeast) &&
      (to <= offset + kLength - kLeast || field.text.length <= offset + kLength);
}

/** The window for a field. It begins where `last` did while that will do: every rewriting makes an
 *  input method start anew. */
export function window_of(field: Field, last: Mirror | null): Mirror {
  const from = Math.min(field.anchor, field.caret);
  const to = Math.max(field.anchor, field.caret);
  let begin = last && still_fits(field, last.offset, from, to) ? last.offset
      : Math.max(0, from - kLength / 2);
  let end = Math.min(field.text.length, Math.max(to, begin + kLength));
  if (splits_pair(field.text, begin)) --begin;
  if (splits_pair(field.text, end)) ++end;
  return { offset: begin, text: field.text.slice(begin, end), start: from - begin, end: to - begin,
           backwards: field.caret < field.anchor };
}

/** What turned `before` into `after`, the caret being at `caret` afterwards: everything behind it is
 *  as it was. Null when nothing changed. */
export function change_between(before: string, after: string, caret: number): Change | null {
  if (before === after) return null;
  const least = Math.min(before.length, after.length);
  let behind = 0;
  const most_behind = Math.min(least, after.length - caret);
  while (behind < most_behind &&
         before[before.length - 1 - behind] === after[after.length - 1 - behind]) ++behind;
  let ahead = 0;
  while (ahead < least - behind && before[ahead] === after[ahead]) ++ahead;
  if (splits_pair(before, ahead) || splits_pair(after, ahead)) --ahead;
  while (behind > 0 && (splits_pair(before, before.length - behind) ||
                        splits_pair(after, after.length - behind))) --behind;
  return { start: ahead, end: before.length - behind, text: after.slice(ahead, after.length - behind) };
}
