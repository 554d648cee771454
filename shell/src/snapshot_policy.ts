// When an image of the whole ledger is put aside, and which of them are kept. Pure: times are given.

/** What is known of a snapshot without reading it. */
export interface About {
  /** Milliseconds since 1970; also its key. */
  taken: number;
  /** Of the ledger: its first fact. */
  identity: string;
  county: string;
  facts: number;
  /** As kept, mostly compressed. */
  bytes: number;
}

const kMostRecent = 5;
const kDay = 24 * 60 * 60 * 1000;
const kDaysKept = 30;
const kMostBytes = 64 * 1024 * 1024;
// Within a day: not for every entry, but so that neither an import nor a morning's work is lost.
const kManyFacts = 100;
const kLongAgo = 2 * 60 * 60 * 1000;

export function is_due(newest: About | null, ledger: { identity: string; facts: number },
                       now: number): boolean {
  if (ledger.facts <= 1) return false;  // It holds its name and nothing else.
  if (!newest || newest.identity !== ledger.identity) return true;
  const more = ledger.facts - newest.facts;
  if (more === 0) return false;
  // Fewer: an older backup was restored. Taken in the future: the clock was wrong.
  return more < 0 || more >= kManyFacts || day_of(newest.taken) !== day_of(now) ||
      now - newest.taken >= kLongAgo || newest.taken > now;
}

/** Those that are kept no longer: all but the last five and the last of each day of a month, as far
 *  as there is room; the newest always stays. */
export function superfluous(all: readonly About[], now: number, room = kMostBytes): number[] {
  const days = new Set<string>();
  const dropped: number[] = [];
  let used = 0;
  [...all].sort((a, b) => b.taken - a.taken).forEach((each, place) => {
    // Days are counted for each ledger: one that took another's place leaves it its last day.
    const day = `${each.identity} ${day_of(each.taken)}`;
    const last_of_day = !days.has(day) && now - each.taken < kDaysKept * kDay;
    days.add(day);
    const wanted = place < kMostRecent || last_of_day;
    const fits = place === 0 || used + each.bytes <= room;
    if (wanted && fits) used += each.bytes;
    else dropped.push(each.taken);
  });
  return dropped;
}

/** By the clock of this machine. */
function day_of(time: number): string { return new Date(time).toDateString(); }

/** `2026年11月3日 09:05`, by the clock of this machine. */
export function time_words(time: number): string {
  const at = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ` +
      `${two(at.getHours())}:${two(at.getMinutes())}`;
}
