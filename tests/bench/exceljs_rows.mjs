// Reads every cell of a workbook with exceljs' streaming reader: node exceljs_rows.mjs FILE
import exceljs from '../../shell/node_modules/exceljs/excel.js';

// As the C++ programs beside it: elapsed time, or with BENCH_CLOCK=cpu computing time.
function clock() {
  if (process.env.BENCH_CLOCK !== 'cpu') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const begun = clock();
let rows = 0;
let cells = 0;
const reader = new exceljs.stream.xlsx.WorkbookReader(process.argv[2], {
  worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'emit',
});
for await (const sheet of reader)
  for await (const row of sheet) {
    ++rows;
    cells += row.values.length;
  }
const milliseconds = clock() - begun;
console.log(JSON.stringify({ milliseconds, rows, cells, peak_bytes: process.resourceUsage().maxRSS * 1024 }));
