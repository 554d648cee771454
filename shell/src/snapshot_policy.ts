// When an image of the whole ledger is put aside, and which of them are kept. Pure: times are given.

/** What is known of a snapshot without reading it. */
export interface About {
  /** Milliseconds since 1970; also its key. */
  taken: number;
  /** Of the ledger: its first fact. */
  identity: string;
  /** Code of its chain's end; nothing is known of those taken before this was noted. */
  head?: string;
  county: string;
  facts: number;
  /** As kept, mostly compressed. */
  bytes: number;
  /** When it was the last of a ledger whose place another was about to take. */
  put_aside?: number;
}

const kMostRecent = 5;
const kDay = 24 * 60 * 60 * 1000;
const kDaysKept = 30;
const kMostBytes = 64 * 1024 * 1024;
// Within a day: not for every entry, but so that neither an import nor a morning's work is lost.
const kManyFacts = 100;
const kLongAgo = 2 * 60 * 60 * 1000;

export function is_due(newest: About | null, ledger: Pick<About, 'identity' | 'head' | 'facts'>,
                       now: number): boolean {
  if (ledger.facts <= 1) return false;  // It holds its name and nothing else.
  if (!newest || newest.identity !== ledger.identity) return true;
  const more = ledger.facts - newest.facts;
  // As many but others: what another copy of the ledger went on with was restored.
  if (more === 0) return newest.head !== undefined && newest.head !== ledger.head;
  // Fewer: an older backup was restored. Taken in the future: the clock was wrong.
  return more < 0 || more >= kManyFacts || day_of(newest.taken) !== day_of(now) ||
      now - newest.taken >= kLongAgo || newest.taken > now;
}

/** Whether both hold the same. */
export function is_same(one: About, other: About): boolean {
  return Boolean(one.head) && one.head === other.head && one.identity === other.identity;
}

/** Those that are kept no longer, copies of others first: of those put aside for a restore and of
 *  each day's last all but those of a month, of the rest all but the last five, as far as there is
 *  room; the newest always stays. */
export function superfluous(all: readonly About[], now: number, room = kMostBytes): number[] {
  const days = new Set<string>();
  const kept: About[] = [];
  const dropped: number[] = [];
  let used = 0, recent = 0;
  for (const each of [...all].sort((a, b) => last_wanted(b) - last_wanted(a))) {
    const of_month = now - last_wanted(each) < kDaysKept * kDay;
    let wanted = !kept.some((other) => is_same(each, other));
    // It stays for what it was put aside for, however many are taken after.
    if (wanted && !(each.put_aside && of_month)) {
      // Days are counted for each ledger: one that took another's place leaves it its last day.
      const day = `${each.identity} ${day_of(each.taken)}`;
      const last_of_day = !days.has(day) && of_month;
      days.add(day);
      wanted = recent++ < kMostRecent || last_of_day;
    }
    const fits = kept.length === 0 || used + each.bytes <= room;
    if (wanted && fits) {
      used += each.bytes;
      kept.push(each);
    } else {
      dropped.push(each.taken);
    }
  }
  return dropped;
}

function last_wanted({ taken, put_aside }: About): number { return put_aside ?? taken; }

/** By the clock of this machine. */
function day_of(time: number): string { return new Date(time).toDateString(); }

/** `2026年11月3日 09:05`, by the clock of this machine. */
export function time_words(time: number): string {
  const at = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ` +
      `${two(at.getHours())}:${two(at.getMinutes())}`;
}
