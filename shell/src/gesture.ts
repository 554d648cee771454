// How fingers move things: speed, run-out after a throw, the axis of a drag, pinching. Pure.

export interface Point {
  x: number;
  y: number;
}

interface Sample extends Point { at: number }

// Milliseconds of a movement that tell how fast it was when it ended.
const kRecent = 100;
// Milliseconds in which a throw loses two thirds of its speed, as tablets do it.
const kRunOut = 325;
// CSS pixels per millisecond: below this nothing moves that anybody would see.
const kStandstill = 0.03;
const kThrow = 0.15;
const kFastest = 6;

/** Where a finger was lately. */
export class Trail {
  private samples: Sample[] = [];

  add(point: Point, at: number): void {
    this.samples.push({ ...point, at });
    // Two at least: on a slow machine they come far apart.
    while (this.samples.length > 2 && at - this.samples[0]!.at > kRecent) this.samples.shift();
  }

  /** CSS pixels per millisecond at the time `now`; a finger that paused before it left throws not. */
  speed(now: number): Point {
    const last = this.samples[this.samples.length - 1];
    const first = this.samples[0];
    if (!first || !last || now - last.at > kRecent / 2 || last.at - first.at < 8) return { x: 0, y: 0 };
    const passed = last.at - first.at;
    return { x: limited((last.x - first.x) / passed), y: limited((last.y - first.y) / passed) };
  }
}

function limited(speed: number): number { return Math.max(-kFastest, Math.min(kFastest, speed)); }

export function is_throw(speed: Point): boolean { return Math.hypot(speed.x, speed.y) >= kThrow; }

interface RunOut {
  /** What it moves in these milliseconds. */
  moved: Point;
  /** Null when it has come to rest. */
  left: Point | null;
}

export function run_out(speed: Point, passed: number): RunOut {
  const kept = Math.exp(-passed / kRunOut);
  const share = kRunOut * (1 - kept);
  const left = { x: speed.x * kept, y: speed.y * kept };
  const rests = Math.hypot(left.x, left.y) < kStandstill;
  return { moved: { x: speed.x * share, y: speed.y * share }, left: rests ? null : left };
}

export type Axis = 'x' | 'y' | 'both';

/** A drag that is clearly upright or level stays so: nobody draws a straight line. */
export function axis_of(drag: Point): Axis {
  const [x, y] = [Math.abs(drag.x), Math.abs(drag.y)];
  return y > 1.7 * x ? 'y' : x > 1.7 * y ? 'x' : 'both';
}

export function along(axis: Axis, move: Point): Point {
  return { x: axis === 'y' ? 0 : move.x, y: axis === 'x' ? 0 : move.y };
}

export const least_text = 0.8;
export const most_text = 2;

/** The text size nearest to `wanted`: tenths, because each size draws all its characters anew. */
export function text_size_near(wanted: number): number {
  const tenth = Math.round(wanted * 10) / 10;
  return Number.isFinite(tenth) ? Math.max(least_text, Math.min(most_text, tenth)) : 1;
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
