// Mouse, pen and fingers on the canvas. A finger that moves scrolls; one that does not, taps.

import { type Core, Hand } from './core';

// CSS pixels a finger may wander within a tap.
const kTapSlop = 10;
// CSS pixels per line where wheels count lines (Firefox).
const kWheelLine = 20;

function hand_of(event: PointerEvent): Hand {
  if (event.pointerType === 'touch') return Hand.Finger;
  return event.pointerType === 'pen' ? Hand.Pen : Hand.Mouse;
}

// The browser counts left, middle, right; Dear ImGui left, right, middle.
function button_of(button: number): number { return button === 1 ? 2 : button === 2 ? 1 : button; }

interface Touch {
  id: number;
  start_x: number;
  start_y: number;
  x: number;
  y: number;
  scrolling: boolean;
}

export class Pointer {
  private touch: Touch | null = null;

  /** `before_press` is told of every press or tap before the module is. */
  constructor(private readonly canvas: HTMLCanvasElement, private readonly core: Core,
              private readonly before_press: () => void) {
    canvas.addEventListener('pointerdown', (event) => this.down(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.up(event));
    canvas.addEventListener('pointercancel', () => this.cancel());
    canvas.addEventListener('pointerleave', (event) => {
      if (hand_of(event) !== Hand.Finger && event.buttons === 0) core.leave();
    });
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    // Focus is given by hand (text_agent.ts); a browser's own choice would close the keyboard.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    // A touch that the browser has made a scroll of its own can no longer be taken from it.
    const keep = (event: TouchEvent) => { if (event.cancelable) event.preventDefault(); };
    canvas.addEventListener('touchend', keep, { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  private down(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand === Hand.Finger) {
      if (this.touch) return;
      const { offsetX: x, offsetY: y } = event;
      this.touch = { id: event.pointerId, start_x: x, start_y: y, x, y, scrolling: false };
    }
    this.canvas.setPointerCapture(event.pointerId);
    this.core.move(event.offsetX, event.offsetY, hand);
    if (hand === Hand.Finger) return;
    this.before_press();
    this.core.press(button_of(event.button), true, hand);
  }

  private move(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand !== Hand.Finger) this.core.move(event.offsetX, event.offsetY, hand);
    else if (this.touch?.id === event.pointerId) this.drag(this.touch, event);
  }

  private drag(touch: Touch, event: PointerEvent): void {
    const far = Math.hypot(event.offsetX - touch.start_x, event.offsetY - touch.start_y) > kTapSlop;
    if (!touch.scrolling && !far) return;
    if (!touch.scrolling) {
      touch.scrolling = true;
      this.core.settle();  // So that what lies under the finger is known before it is scrolled.
    }
    this.core.scroll(touch.x - event.offsetX, touch.y - event.offsetY);
    touch.x = event.offsetX;
    touch.y = event.offsetY;
  }

  private up(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand !== Hand.Finger) {
      this.core.move(event.offsetX, event.offsetY, hand);
      this.core.press(button_of(event.button), false, hand);
      return;
    }
    if (this.touch?.id !== event.pointerId) return;
    const { scrolling, start_x, start_y } = this.touch;
    this.touch = null;
    if (!scrolling) this.tap(start_x, start_y);
    this.core.leave();
  }

  // Within the event, or a tablet shows no keyboard and opens no picker.
  private tap(x: number, y: number): void {
    this.before_press();
    this.core.move(x, y, Hand.Finger);
    this.core.press(0, true, Hand.Finger);
    this.core.press(0, false, Hand.Finger);
    this.core.settle();
  }

  private cancel(): void {
    this.touch = null;
    this.core.leave();
  }

  private wheel(event: WheelEvent): void {
    if (event.ctrlKey) return;  // The browser's zoom.
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? kWheelLine
        : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? this.canvas.clientHeight : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const right = sideways ? event.deltaY : event.deltaX;
    this.core.scroll(right * unit, sideways ? 0 : event.deltaY * unit);
  }
}
