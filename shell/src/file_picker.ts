// The browser's own dialog for choosing files.

/** Gives what a person chose to `take`, each time; `click()` it within their gesture. */
export function file_picker(id: string, accept: string, take: (files: File[]) => void,
                            multiple = false): HTMLInputElement {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.id = id;
  picker.multiple = multiple;
  picker.accept = accept;
  picker.hidden = true;
  picker.addEventListener('change', () => {
    const chosen = [...(picker.files ?? [])];
    picker.value = '';  // So that the same file can be chosen again.
    if (chosen.length > 0) take(chosen);
  });
  document.body.append(picker);
  return picker;
}
