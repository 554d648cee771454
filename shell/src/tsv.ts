// Cells as spreadsheets exchange them: tab-separated lines in which a cell with a tab, a quote or a
// line break stands in quotes. Pure.

export function parse_tsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const end_cell = (): void => { rows[rows.length - 1]!.push(cell); cell = ''; };
  while (at < text.length) {
    const letter = text[at]!;
    if (letter === '"' && cell === '') {
      const [inner, after] = quoted(text, at + 1);
      cell = inner;
      at = after;
      continue;
    }
    if (letter === '\t') end_cell();
    else if (letter === '\n') { end_cell(); rows.push([]); }
    else if (letter !== '\r' || text[at + 1] !== '\n') cell += letter;
    ++at;
  }
  end_cell();
  // Spreadsheets end the last line too.
  if (rows.length > 1 && rows[rows.length - 1]!.every((each) => each === '')) rows.pop();
  return rows;
}

// Until the closing quote; a quote that is never closed takes the rest.
function quoted(text: string, from: number): [string, number] {
  let inner = '';
  for (let at = from; at < text.length; ++at) {
    if (text[at] !== '"') inner += text[at];
    else if (text[at + 1] === '"') { inner += '"'; ++at; }
    else return [inner, at + 1];
  }
  return [inner, text.length];
}

// A whole cell in quotes; spreadsheets quote only what holds a tab, a quote or a line break.
const kQuoted = /(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g;

/** What cells say, for a field of text: without their quotes and the end of the last line. What is in
 *  quotes for any other reason stays as it is. */
export function plain_cells(text: string): string {
  return text.replace(/\n$/, '').replace(kQuoted, (whole, before: string, inner: string) =>
      /["\t\n]/.test(inner) ? before + inner.replaceAll('""', '"') : whole);
}

/** Lines as Windows ends them, however they end. */
export function crlf(text: string): string { return text.replace(/\r?\n/g, '\r\n'); }

/** Without the apostrophe that keeps plain cells from being formulas: in HTML it would be seen. */
export function without_guards(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
      .replace(/\r?\n/g, '<br>');
}

// What Excel adds up and sorts. Longer digits are numbers of cases, of which it would keep fifteen.
const kFigure = /^-?(0|[1-9]\d{0,10})(\.\d+)?%?$|^\d{4}(年|-)\d{1,2}(月|-)\d{1,2}日?$/;

/** The same cells as an HTML table: Excel and Word then keep cells with line breaks whole, read
 *  nothing in them as a formula, and take figures and days for what they are. */
export function html_table(rows: readonly (readonly string[])[]): string {
  const style = (cell: string): string =>
      kFigure.test(cell) ? '' : ` style="mso-number-format:'\\@'"`;
  const line = (row: readonly string[]): string =>
      `<tr>${row.map((cell) => `<td${style(cell)}>${escaped(cell)}</td>`).join('')}</tr>`;
  return `<meta charset="utf-8"><table>${rows.map(line).join('')}</table>`;
}
