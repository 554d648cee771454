// Mouse and pen on the canvas, and which pointer is which. Fingers: touch.ts.

import { type Core, Hand } from './core';
import { Touch, type TouchPlace } from './touch';

// CSS pixels per line where wheels count lines (Firefox).
const kWheelLine = 20;

function hand_of(event: PointerEvent): Hand {
  if (event.pointerType === 'touch') return Hand.Finger;
  return event.pointerType === 'pen' ? Hand.Pen : Hand.Mouse;
}

// The browser counts left, middle, right; Dear ImGui left, right, middle.
function button_of(button: number): number { return button === 1 ? 2 : button === 2 ? 1 : button; }

export class Pointer {
  private readonly touch: Touch;
  private pen_is_down = false;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly core: Core,
              private readonly place: TouchPlace) {
    this.touch = new Touch(core, place);
    canvas.addEventListener('pointerdown', (event) => this.down(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.up(event));
    canvas.addEventListener('pointercancel', (event) => this.cancel(event));
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
    this.capture(event.pointerId);
    if (hand === Hand.Finger) {
      // The ball of the hand that writes.
      if (!this.pen_is_down) this.touch.down(event);
      return;
    }
    this.pen_is_down = hand === Hand.Pen;
    this.core.move(event.offsetX, event.offsetY, hand);
    this.place.before_press();
    this.core.press(button_of(event.button), true, hand);
  }

  // So that a drag goes on outside the canvas; a pointer that has gone meanwhile needs none.
  private capture(id: number): void {
    try {
      this.canvas.setPointerCapture(id);
    } catch {
      // It has gone.
    }
  }

  private move(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand === Hand.Finger) this.touch.move(event);
    else this.core.move(event.offsetX, event.offsetY, hand);
  }

  private up(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand === Hand.Finger) {
      this.touch.up(event);
      return;
    }
    this.pen_is_down = false;
    this.core.move(event.offsetX, event.offsetY, hand);
    this.core.press(button_of(event.button), false, hand);
    // Within the event, for a field that a pen has reached brings up the keyboard only now.
    if (hand === Hand.Pen) this.core.settle();
  }

  private cancel(event: PointerEvent): void {
    const hand = hand_of(event);
    if (hand === Hand.Finger) {
      this.touch.cancel();
      return;
    }
    this.pen_is_down = false;
    this.core.press(button_of(Math.max(0, event.button)), false, hand);
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
