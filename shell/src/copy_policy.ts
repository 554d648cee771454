// When a person is reminded to keep a copy outside the browser. Pure: times are given.

/** About the copies of one ledger, as remembered in this browser. */
export interface CopyRecord {
  /** Of the last copy, or when the ledger was first seen here. */
  time: number;
  /** In the last copy; 0 = there was none. */
  facts: number;
  /** Not before this time again. */
  quiet_until: number;
}

const kDay = 24 * 60 * 60 * 1000;
const kTerm = 7 * kDay;
// Where browsers forget soonest: a file has no place of its own, a tablet's tab is cleared in a week.
const kShortTerm = kDay;

export function first_seen(now: number): CopyRecord { return { time: now, facts: 0, quiet_until: 0 }; }

export function put_off(record: CopyRecord, now: number): CopyRecord {
  return { ...record, quiet_until: now + kDay };
}

export function wants_copy(record: CopyRecord, facts: number, short_lived: boolean,
                           now: number): boolean {
  if (facts <= 1 || facts === record.facts || now < record.quiet_until) return false;
  return now - record.time >= (short_lived ? kShortTerm : kTerm);
}
