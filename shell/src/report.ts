// A screen for paper, as plain HTML: read, copied and printed by the browser itself. The module says
// what stands in it; everything is put in as text.

/** As web/models/report.cpp writes it. */
export interface Report {
  name: string;
  county: string;
  /** 2026-11-23 */
  day: string;
  demo: boolean;
  lines: string[];
  tables: ReportTable[];
}

interface ReportTable {
  caption: string;
  columns: { title: string; right: boolean }[];
  rows: string[][];
}

// More columns than these want the long side of the sheet.
const kMostUpright = 6;
// A table of so few rows does not part with its caption.
const kKeptTogether = 15;
// Names, days, figures and numbers of cases stay on one line.
const kShort = /^.{1,4}$|^(?=.*\d).{1,9}$|^\d{1,20}$/u;
const kMargin = '14mm 12mm 16mm';

export function day_words(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return date ? `${year}年${month}月${date}日` : day;
}

export function is_wide(report: Report): boolean {
  return report.tables.some(({ columns }) => columns.length > kMostUpright);
}

/** Page numbers where the browser knows boxes in the margin; elsewhere it has its own foot line. */
export function sheet_rules(report: Report): string {
  const foot = 'font: 9pt sans-serif; color: #444;';
  return `@page { size: A4 ${is_wide(report) ? 'landscape' : 'portrait'}; margin: ${kMargin};` +
      ` @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; ${foot} } }`;
}

function text_element<K extends keyof HTMLElementTagNameMap>(kind: K, text: string):
    HTMLElementTagNameMap[K] {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function table_element({ caption, columns, rows }: ReportTable): HTMLTableElement {
  const table = document.createElement('table');
  table.append(text_element('caption', caption));
  if (rows.length <= kKeptTogether) table.className = 'together';
  const head = table.createTHead().insertRow();
  for (const { title } of columns) {
    const cell = text_element('th', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const words of row) {
      const cell = line.insertCell();
      cell.textContent = words;
      if (kShort.test(words)) cell.className = 'short';
    }
  }
  columns.forEach(({ right }, column) => {
    if (!right) return;
    for (const line of table.rows) line.cells[column]?.classList.add('number');
  });
  return table;
}

/** The report in place of the canvas, until the person goes back. */
export class ReportView {
  private readonly box = document.createElement('main');
  private readonly sheet = document.createElement('style');
  private readonly title = document.title;
  /** Keys that are held will be let go elsewhere. */
  on_shown: () => void = () => undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.box.id = 'report';
    this.box.dataset['ownClipboard'] = '';
    this.box.tabIndex = -1;
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  get open(): boolean { return this.box.isConnected; }

  /** Shows it and opens the browser's own dialog. */
  show(content: string): void {
    const report = JSON.parse(content) as Report;
    this.sheet.textContent = sheet_rules(report);
    const heading = `${report.county} ${report.name}`;
    const day = `${day_words(report.day)}${report.demo ? '　演示数据' : ''}`;
    this.box.replaceChildren(this.bar(), text_element('h1', heading), text_element('p', day),
        ...report.lines.map((line) => text_element('p', line)), ...report.tables.map(table_element));
    this.box.setAttribute('aria-label', heading);
    document.head.append(this.sheet);
    document.body.append(this.box);
    document.documentElement.dataset['report'] = '';
    // The name the browser offers for a PDF.
    document.title = `${heading} ${report.day}`;
    this.box.focus();
    this.on_shown();
    // Not within the frame that asked for it: the dialog holds everything up.
    setTimeout(() => { if (this.open) print(); });
  }

  close(): void {
    this.box.remove();
    this.sheet.remove();
    delete document.documentElement.dataset['report'];
    document.title = this.title;
    this.canvas.focus({ preventScroll: true });
  }

  private bar(): HTMLElement {
    const bar = document.createElement('nav');
    const back = text_element('button', '返回');
    back.addEventListener('click', () => this.close());
    const again = text_element('button', '打印');
    again.addEventListener('click', () => print());
    for (const each of [back, again]) each.type = 'button';
    bar.append(back, again);
    return bar;
  }
}
