// A failure in words, in plain HTML: the canvas may not be there to show it.

let shown = false;

/** True once the page gave up; nothing may be drawn or saved after that. */
export function has_failed(): boolean { return shown; }

/** Replaces the page by one sentence. The first one stays: what follows is its consequence. */
export function show_failure(sentence: string): void {
  if (shown) return;
  shown = true;
  const box = document.getElementById('notice');
  const text = document.getElementById('notice_text');
  if (!box || !text) return;
  text.textContent = sentence;
  box.hidden = false;
  document.getElementById('canvas')?.remove();
}

/** More about it, under the sentence. */
export function explain_on_failure(sentence: string): HTMLElement {
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  text.textContent = sentence;
  document.getElementById('notice')?.append(text);
  return text;
}

/** Something that can be done about it, under the sentence. */
export function offer_on_failure(words: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', press);
  document.getElementById('notice')?.append(button);
  return button;
}
