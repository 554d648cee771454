// Asks for a font file, in plain HTML: nothing can be drawn yet. The page waits meanwhile.

import { file_picker } from './file_picker';

// Said twice for those who see nothing but boxes in the place of Chinese characters.
const kChoose = '选择字体文件 (choose a font file)';

/** Resolves once a file was chosen, and takes back what it showed. */
export async function ask_for_font(sentence: string): Promise<Uint8Array> {
  const box = document.getElementById('notice')!;
  const canvas = document.getElementById('canvas')!;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = kChoose;
  document.getElementById('notice_text')!.textContent = sentence;
  box.hidden = false;
  canvas.hidden = true;
  const file = await new Promise<File>((resolve) => {
    const picker = file_picker('font_picker', '.ttf,.otf,.ttc,.woff,.woff2', ([chosen]) => {
      if (!chosen) return;
      picker.remove();
      button.remove();
      resolve(chosen);
    });
    button.addEventListener('click', () => picker.click());
    box.append(button);
  });
  box.hidden = true;
  canvas.hidden = false;
  // What cannot be read is no font either.
  return file.arrayBuffer().then((bytes) => new Uint8Array(bytes), () => new Uint8Array());
}
