// Puts the page together: build/web/site/ with hashed names, and the single file
// build/web/zelian.html with its hash beside it. Needs build/web/{zelian.js,zelian.wasm,outline.wasm}
// and build/native/zelian.
// Usage: node shell/build.mjs [--module FOLDER] [--native PROGRAM] [--out FOLDER]

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { fallback_files } from './fallback.mjs';
import { font_source } from './font.mjs';
import { bundle_worker, install_links, installable_files } from './installable.mjs';
import { licences } from './licences.mjs';
import { published_hash } from './published_hash.mjs';
import { make_sample_county, sample_day } from './sample_county.mjs';

const shell = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(shell);
const { values: given } = parseArgs({ options: {
  module: { type: 'string', default: path.join(root, 'build/web') },
  native: { type: 'string', default: path.join(root, 'build/native/zelian') },
  out: { type: 'string', default: path.join(root, 'build/web') },
} });

const most_bytes = 1024 * 1024;  // Module, scripts and page, compressed.

const icon_svg = fs.readFileSync(path.join(root, 'public/icon.svg'), 'utf8');

function fail(sentence) {
  console.error(`build: ${sentence}`);
  process.exit(1);
}

function digest(bytes, encoding = 'hex') {
  return createHash('sha256').update(bytes).digest(encoding);
}

// What node's zlib packs into 1026 KB travels as 981. The packer reads files only.
function packed(bytes) {
  const whole = path.join(given.out, 'to-pack');
  fs.writeFileSync(whole, bytes);
  try {
    return execFileSync('zopfli', ['--i5', '-c', whole], { maxBuffer: 1 << 28 });
  } catch (error) {
    return fail(`zopfli does not pack (${error.message}); run: bash shell/setup.sh`);
  } finally {
    fs.rmSync(whole);
  }
}

function short_hash(bytes) { return digest(bytes).slice(0, 10); }

function listed(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile()).map((entry) => path.join(entry.path, entry.name)).sort();
}

function read_inputs() {
  const files = {
    glue: path.join(given.module, 'zelian.js'),
    wasm: path.join(given.module, 'zelian.wasm'),
    outline: path.join(given.module, 'outline.wasm'),
    native: given.native,
  };
  for (const file of Object.values(files))
    if (!fs.existsSync(file)) fail(`there is no ${path.relative(root, file)}; build that first.`);
  if (!fs.existsSync(font_source)) fail(`there is no ${font_source}; run: bash shell/setup.sh`);
  return files;
}

// Everything the result depends on; a second run with the same key has nothing to do.
function input_key(files) {
  const hash = createHash('sha256');
  const sources = [...listed(path.join(shell, 'src')), ...listed(path.join(shell, 'worker')),
                   ...listed(path.join(root, 'public')),
                   ...['index.html', 'build.mjs', 'fallback.mjs', 'font.mjs', 'icons.mjs',
                       'installable.mjs', 'licences.mjs', 'package-lock.json', 'package.json',
                       'published_hash.mjs', 'sample_county.mjs', 'tsconfig.json'].map((name) => path.join(shell, name)),
                   path.join(root, 'LICENSE'), font_source, ...Object.values(files)];
  for (const file of sources)
    hash.update(path.relative(root, file)).update('\0').update(digest(fs.readFileSync(file)));
  return hash.digest('hex');
}

function check_types() {
  const tsc = path.join(shell, 'node_modules/typescript/bin/tsc');
  try {
    for (const project of [shell, path.join(shell, 'worker')])
      execFileSync(process.execPath, [tsc, '--noEmit', '-p', project], { stdio: 'inherit' });
  } catch {
    fail('the page\'s TypeScript has errors, listed above.');
  }
}

async function bundle(files, defined) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(shell, 'src/boot.ts')],
    alias: { 'zelian-module': files.glue },
    bundle: true, minify: true, write: false, format: 'iife', charset: 'utf8', legalComments: 'none',
    target: ['chrome99', 'safari15.4', 'firefox115'],
    external: ['fs', 'path'],
    define: Object.fromEntries(Object.entries(defined).map(([k, v]) => [k, JSON.stringify(v)])),
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

function make_demo(native) {
  const folder = fs.mkdtempSync(path.join(given.out, 'demo-'));
  const ledger = path.join(folder, 'demo.zelian');
  try {
    make_sample_county(native, ledger, ['ignore', 'ignore', 'pipe']);
    return fs.readFileSync(ledger);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

// `own` is what may come from beside the page; empty = nothing.
function policy(script, own, trusted) {
  const beside = own || `'none'`;
  return `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; ` +
      `style-src 'unsafe-inline'; img-src ${own} data: blob:; connect-src ${beside}; ` +
      `manifest-src ${beside}; worker-src ${beside}; base-uri 'none'; form-action 'none'; ` +
      `require-trusted-types-for 'script'; trusted-types ${trusted}`;
}

function fill(csp, links, body) {
  const template = fs.readFileSync(path.join(shell, 'index.html'), 'utf8');
  const icon = `data:image/svg+xml,${encodeURIComponent(icon_svg)}`;
  const parts = { csp, icon, links, body };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

async function build_site(files, module, demo, fallback, version, words) {
  const site = path.join(given.out, 'site');
  const module_name = `zelian.${short_hash(module.plain)}.wasm`;
  const demo_name = `demo.${short_hash(demo)}.zelian.gz`;
  const reader = await bundle_worker('ledger_reader.ts', {});
  const reader_name = `reader.${short_hash(reader)}.js`;
  const script = await bundle(files, {
    BUILD_VERSION: version, BUILD_SINGLE_FILE: false, BUILD_MODULE: module_name,
    BUILD_READER: reader_name, BUILD_DEMO: demo_name, BUILD_DEMO_DAY: sample_day, BUILD_FALLBACK: fallback.names[0],
  });
  const script_name = `zelian.${short_hash(script)}.js`;
  const integrity = `sha256-${digest(script, 'base64')}`;
  const page = fill(policy(`'self'`, `'self'`, 'own-scripts'), install_links,
                    `<script src="${script_name}" integrity="${integrity}" defer></script>`);
  fs.rmSync(site, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'public'), site, { recursive: true });
  const put = (name, content) => fs.writeFileSync(path.join(site, name), content);
  put('index.html', page);
  put(script_name, script);
  put(module_name, module.plain);
  put(`${module_name}.gz`, module.packed);
  put(reader_name, reader);
  put(demo_name, demo);
  put('licences.txt', words);
  for (const [name, content] of Object.entries(fallback.files)) put(name, content);
  const kept = { script: script_name, integrity, module: module_name, demo: demo_name,
                 reader: reader_name, fallback: fallback.names };
  const installable = await installable_files(icon_svg, version, kept);
  for (const [name, content] of Object.entries(installable)) put(name, content);
  return { page, script, workers: installable['sw.js'] + reader };
}

async function build_single_file(files, module, demo, version, words) {
  const script = await bundle(files, {
    BUILD_VERSION: version, BUILD_SINGLE_FILE: true, BUILD_MODULE: '', BUILD_READER: '', BUILD_DEMO: '',
    BUILD_DEMO_DAY: sample_day, BUILD_FALLBACK: '', BUILD_OUTLINE: '', BUILD_FONT: '',
  });
  const data = (id, bytes) =>
      `<script type="text/plain" id="${id}">${bytes.toString('base64')}</script>`;
  const page = fill(policy(`'sha256-${digest(script, 'base64')}'`, '', `'none'`), '',
                    [`<script type="text/plain" id="licences">\n${words}</script>`,
                     data('module', module.packed), data('demo', demo),
                     `<script>${script}</script>`].join('\n'));
  if (/<\/script/i.test(script)) fail('the bundled script would end its own element.');
  fs.writeFileSync(path.join(given.out, 'zelian.html'), page);
  fs.writeFileSync(path.join(given.out, 'zelian.html.sha256'), published_hash('zelian.html', page));
}

// Script and page are packed by whoever serves them, as every server can.
function report_sizes(module, demo, fallback, { page, script, workers }) {
  const served = (content) => gzipSync(content, { level: 9 }).length;
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0).padStart(6)} KB`;
  const sizes = { wasm: module.packed.length, script: served(script), page: served(page),
                  workers: served(workers) };
  const sum = Object.values(sizes).reduce((a, b) => a + b);
  for (const [name, bytes] of Object.entries({ ...sizes, sum }))
    console.log(`${name.padEnd(8)}${kilobytes(bytes)} gzip`);
  console.log(`${'demo'.padEnd(8)}${kilobytes(demo.length)} gzip, beside the page`);
  console.log(`${'font'.padEnd(8)}${kilobytes(fallback.bytes)} gzip, fetched where it is needed`);
  const single = fs.statSync(path.join(given.out, 'zelian.html')).size;
  console.log(`${'single'.padEnd(8)}${kilobytes(single)}`);
  if (sum > most_bytes) fail(`the page has ${sum} bytes compressed, more than ${most_bytes}.`);
}

const files = read_inputs();
const stamp = path.join(given.out, 'page.key');
const key = input_key(files);
const complete = ['site/index.html', 'zelian.html', 'zelian.html.sha256']
    .every((name) => fs.existsSync(path.join(given.out, name)));
if (complete && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key) {
  console.log('page: up to date');
} else {
  fs.mkdirSync(given.out, { recursive: true });
  fs.rmSync(stamp, { force: true });
  check_types();
  const plain = fs.readFileSync(files.wasm);
  const module = { plain, packed: packed(plain) };
  const ledger = make_demo(files.native);
  const demo = packed(ledger);
  const fallback = await fallback_files(fs.readFileSync(files.outline), ledger, short_hash, packed)
      .catch((error) => fail(error.message));
  const number = JSON.parse(fs.readFileSync(path.join(shell, 'package.json'), 'utf8')).version;
  const version = `${number ?? '0.0.0'}+${key.slice(0, 8)}`;
  const words = licences();
  const site = await build_site(files, module, demo, fallback, version, words);
  await build_single_file(files, module, demo, version, words);
  report_sizes(module, demo, fallback, site);
  fs.writeFileSync(stamp, key);
}
