// Fingers on the canvas: tap, double tap, long press, drag with run-out, pinch for the text's size.

import { type Core, Hand } from './core';
import {
  type Axis, type Point, Trail, along, axis_of, distance, is_throw, run_out, text_size_near,
} from './gesture';

// CSS pixels a finger may wander within a tap.
const kTapSlop = 10;
// Frames in which nothing moved: more than one, for a frame may come twice between two moves.
const kStuck = 3;
// Milliseconds until a finger that rests presses as the right button of a mouse does.
const kLongPress = 500;
// A busy page hears of a lifted finger later than of its own alarm.
const kGrace = 40;

interface Finger extends Point {
  id: number;
  start: Point;
}

export interface TouchPlace {
  /** Told of every tap before the module is. */
  before_press(): void;
  text_size(): number;
  set_text_size(size: number): void;
  reduced_motion(): boolean;
}

export class Touch {
  private first: Finger | null = null;
  private second: Finger | null = null;
  private dragging: Axis | null = null;
  private holding = false;  // A long press is under way: the module is told where it goes.
  private gripping = false;  // So is the drag of something that is made to be dragged.
  private spent = false;  // This touch has done what it could: lifting it is no tap.
  private trail = new Trail();
  private waits: ReturnType<typeof setTimeout> | undefined;
  private throwing = 0;
  private pinch = { apart: 1, size: 1 };

  constructor(private readonly core: Core, private readonly place: TouchPlace) {}

  down(event: PointerEvent): void {
    const at = { x: event.offsetX, y: event.offsetY };
    const finger = { id: event.pointerId, start: at, ...at };
    const stopped = this.stop_throw();
    if (this.first) {
      if (!this.second) this.begin_pinch(this.first, finger);
      return;
    }
    this.first = finger;
    this.dragging = null;
    this.spent = stopped;  // A finger that stops what is running has not pressed anything.
    this.trail = new Trail();
    this.trail.add(at, event.timeStamp);
    this.core.move(at.x, at.y, Hand.Finger);
    this.waits = setTimeout(() => {
      this.waits = setTimeout(() => this.long_press(), kGrace);
    }, kLongPress);
  }

  move(event: PointerEvent): void {
    const at = { x: event.offsetX, y: event.offsetY };
    if (this.second && this.first) {
      const finger = [this.first, this.second].find(({ id }) => id === event.pointerId);
      if (finger) Object.assign(finger, at);
      const ratio = distance(this.first, this.second) / this.pinch.apart;
      this.place.set_text_size(text_size_near(this.pinch.size * ratio));
      return;
    }
    if (this.first?.id !== event.pointerId) return;
    if (this.holding || this.gripping) this.core.move(at.x, at.y, Hand.Finger);
    else this.drag(this.first, at, event.timeStamp);
  }

  up(event: PointerEvent): void {
    clearTimeout(this.waits);
    if (event.pointerId === this.first?.id) this.let_go();
    if (this.second) {
      // The finger that stays neither taps nor drags.
      if (event.pointerId === this.first?.id) this.first = this.second;
      this.second = null;
      return;
    }
    const finger = this.first;
    if (finger?.id !== event.pointerId) return;
    this.first = null;
    if (this.dragging) this.throw(this.dragging, event.timeStamp);
    else if (!this.spent) this.tap(finger.start);
    if (!this.throwing) this.core.leave();
  }

  cancel(): void {
    clearTimeout(this.waits);
    this.let_go();
    this.first = this.second = null;
    this.stop_throw();
    this.core.leave();
  }

  private drag(finger: Finger, at: Point, now: number): void {
    this.trail.add(at, now);
    if (!this.dragging) {
      if (distance(finger.start, at) <= kTapSlop) return;
      clearTimeout(this.waits);
      if (this.grip(finger.start)) {
        this.core.move(at.x, at.y, Hand.Finger);
        return;
      }
      this.dragging = axis_of({ x: at.x - finger.start.x, y: at.y - finger.start.y });
      this.core.settle();  // So that what lies under the finger is known before it is scrolled.
    }
    const { x, y } = along(this.dragging, { x: finger.x - at.x, y: finger.y - at.y });
    this.core.scroll(x, y);
    Object.assign(finger, at);
  }

  // Within the event, or a tablet shows no keyboard and opens no picker.
  private tap(at: Point): void {
    this.place.before_press();
    this.core.move(at.x, at.y, Hand.Finger);
    this.core.press(0, true, Hand.Finger);
    this.core.press(0, false, Hand.Finger);
    this.core.settle();
  }

  private long_press(): void {
    if (!this.first || this.second || this.dragging || this.spent) return;
    const { x, y } = this.first.start;
    this.place.before_press();
    if (this.grip(this.first.start)) return;
    this.spent = this.holding = true;
    this.core.move(x, y, Hand.Finger);
    this.core.press(1, true, Hand.Finger);
    this.core.settle();
  }

  /** True when there is something to be dragged: it is held as by the left button of a mouse. */
  private grip({ x, y }: Point): boolean {
    if (!this.core.grips(x, y)) return false;
    this.spent = this.gripping = true;
    this.core.move(x, y, Hand.Finger);
    this.core.press(0, true, Hand.Finger);
    this.core.settle();
    return true;
  }

  private let_go(): void {
    if (this.holding) this.core.press(1, false, Hand.Finger);
    if (this.gripping) this.core.press(0, false, Hand.Finger);
    this.holding = this.gripping = false;
  }

  private begin_pinch(first: Finger, second: Finger): void {
    clearTimeout(this.waits);
    this.let_go();
    this.second = second;
    this.spent = true;
    this.dragging = null;
    this.pinch = { apart: Math.max(1, distance(first, second)), size: this.place.text_size() };
  }

  private throw(axis: Axis, now: number): void {
    this.dragging = null;
    let speed = along(axis, this.trail.speed(now));
    if (!is_throw(speed) || this.place.reduced_motion()) return;
    let last = performance.now();
    let stuck = 0;
    const step = (time: number): void => {
      const { moved, left } = run_out(speed, Math.max(0, time - last));
      last = time;
      // At the end of what is scrolled there is nowhere to run to.
      stuck = this.core.scroll(-moved.x, -moved.y) ? 0 : stuck + 1;
      if (left !== null && stuck < kStuck) {
        speed = left;
        this.throwing = requestAnimationFrame(step);
      } else {
        this.stop_throw();
        this.core.leave();
      }
    };
    this.throwing = requestAnimationFrame(step);
  }

  private stop_throw(): boolean {
    const was = this.throwing !== 0;
    cancelAnimationFrame(this.throwing);
    this.throwing = 0;
    return was;
  }
}
