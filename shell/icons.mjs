// Draws public/icon.svg as PNG for those who take no SVG. Knows rectangles with round corners, filled
// or stroked, and nothing else; the first one is the ground.

import { deflateSync } from 'node:zlib';

function attributes(element) {
  return Object.fromEntries([...element.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
}

function colour(text) {
  if (!/^#[0-9A-F]{6}$/i.test(text)) throw new Error(`the icon has a colour that is none: ${text}`);
  return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
}

/** The rectangles of the picture, and how wide it is. */
export function read_icon(svg) {
  const unknown = /<(?!\/|svg\b|rect\b)[^>]*>/.exec(svg);
  if (unknown) throw new Error(`the icon holds what is not drawn here: ${unknown[0]}`);
  const width = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)[1]);
  const shapes = [...svg.matchAll(/<rect\b[^>]*>/g)].map(([element]) => {
    const given = attributes(element);
    const number = (name) => Number(given[name] ?? 0);
    const half = [number('width') / 2, number('height') / 2];
    return { middle: [number('x') + half[0], number('y') + half[1]], half, round: number('rx'),
             stroke: number('stroke-width'),
             colour: colour(given.stroke ?? given.fill) };
  });
  return { width, shapes };
}

// How far a point lies outside the edge; negative within.
function distance({ middle, half, round }, x, y) {
  const right = Math.abs(x - middle[0]) - half[0] + round;
  const down = Math.abs(y - middle[1]) - half[1] + round;
  return Math.hypot(Math.max(right, 0), Math.max(down, 0)) + Math.min(Math.max(right, down), 0) - round;
}

// The part of a pixel that a shape covers.
function cover(shape, x, y, scale) {
  const edge = distance(shape, x, y);
  const outside = shape.stroke > 0 ? Math.abs(edge) - shape.stroke / 2 : edge;
  return Math.min(1, Math.max(0, 0.5 - outside * scale));
}

function draw({ width, shapes }, size) {
  const scale = size / width;
  const line = 1 + 4 * size;  // Each begins with the kind of its filter: none.
  const pixels = Buffer.alloc(line * size);
  for (let at = 0; at < size * size; ++at) {
    const column = at % size;
    const row = (at - column) / size;
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (const shape of shapes) {
      const part = cover(shape, (column + 0.5) / scale, (row + 0.5) / scale, scale);
      const total = part + alpha * (1 - part);
      const mix = (below, above) =>
          total === 0 ? 0 : (above * part + below * alpha * (1 - part)) / total;
      [red, green, blue] = [red, green, blue].map((below, index) => mix(below, shape.colour[index]));
      alpha = total;
    }
    const place = row * line + 1 + 4 * column;
    [red, green, blue, alpha * 255].forEach((value, index) => {
      pixels[place + index] = Math.round(value);
    });
  }
  return pixels;
}

function checksum(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

function chunk(kind, content) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, check]);
}

/** `bleeds`: the ground reaches into the corners, for those who cut the picture to their own shape. */
export function draw_icon(svg, size, bleeds) {
  const icon = read_icon(svg);
  if (bleeds) icon.shapes[0].round = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);  // Eight bits each of red, green, blue and opacity.
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header),
                        chunk('IDAT', deflateSync(draw(icon, size), { level: 9 })),
                        chunk('IEND', Buffer.alloc(0))]);
}
