// A line of plain HTML under the canvas: something the person should know, and what can be done
// about it. Works when nothing can be drawn, and for assistive technology as it is.

interface Action {
  words: string;
  press: () => void;
}

export class Strip {
  private readonly box = document.createElement('div');

  constructor(canvas: HTMLElement) {
    this.box.id = 'strip';
    this.box.dataset['ownClipboard'] = '';
    canvas.after(this.box);
    new ResizeObserver(() => this.fit()).observe(this.box);
  }

  /** Each `topic` has one line; a new one takes the place of the old. A `choice` stands before the
   *  buttons. */
  show(topic: string, sentence: string, actions: readonly Action[], choice?: HTMLElement): void {
    const line = document.createElement('div');
    line.dataset['topic'] = topic;
    line.setAttribute('role', 'status');
    const words = document.createElement('span');
    words.textContent = sentence;
    line.append(words, ...(choice ? [choice] : []), ...actions.map(button_of));
    const old = this.line(topic);
    if (old) old.replaceWith(line);
    else this.box.append(line);
  }

  hide(topic: string): void { this.line(topic)?.remove(); }

  private line(topic: string): Element | null {
    return [...this.box.children].find((each) =>
        each instanceof HTMLElement && each.dataset['topic'] === topic) ?? null;
  }

  // The canvas gives up the room, so that nothing is ever covered.
  private fit(): void {
    document.documentElement.style.setProperty('--strip', `${this.box.offsetHeight}px`);
  }
}

function button_of(action: Action): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = action.words;
  button.addEventListener('click', () => action.press());
  return button;
}
