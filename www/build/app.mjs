// The demonstration page as an app for use without a network: its script, its worker with the files of this build, the worker that
// ends it, the manifest and the icons.

import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { title } from './pages.mjs';

const ground = '#1b4f7d';
// In a square of 64: three bars and the line that they are held to.
const shapes = [
  [14, 34, 9, 16, '#ffffff'],
  [27.5, 26, 9, 24, '#ffffff'],
  [41, 16, 9, 34, '#ffffff'],
  [10, 29, 44, 2, '#f2c14b'],
];

const icon = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/>` +
  `${shapes.map(([x, y, width, height, fill]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`).join('')}</svg>\n`;

/** The same, so many pixels wide. */
function pixels(size) {
  const png = new PNG({ width: size, height: size });
  const paint = ([x, y, width, height, fill]) => {
    const at = (value) => Math.round((value * size) / 64);
    const colour = [1, 3, 5].map((start) => parseInt(fill.slice(start, start + 2), 16));
    for (let row = at(y); row < at(y + height); row += 1) {
      for (let column = at(x); column < at(x + width); column += 1) png.data.set([...colour, 255], (row * size + column) * 4);
    }
  };
  [[0, 0, 64, 64, ground], ...shapes].forEach(paint);
  return PNG.sync.write(png);
}

const manifest = () =>
  `${JSON.stringify(
    {
      name: title,
      short_name: '申报自评',
      lang: 'zh-CN',
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      background_color: '#f3f5f7',
      theme_color: ground,
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      ],
    },
    null,
    2,
  )}\n`;

/** What the page consists of. */
const needed = ['index.html', 'index.css', 'infocity-check.js', 'infocity-check.css', 'app.js', 'app.webmanifest', 'icon.svg', 'icon-192.png', 'form.html', 'form.css'];

/**
 * The worker for these files: what its build is called, and with it each byte of it, follows from theirs.
 * @param {string} code src/app/worker.ts, packed
 * @param {Record<string, string | Buffer>} files
 */
export function workerFor(code, files) {
  const hashes = Object.fromEntries(needed.map((name) => [name, `sha256-${createHash('sha256').update(files[name]).digest('base64')}`]));
  const build = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16);
  return `const BUILD=${JSON.stringify(build)},FILES=${JSON.stringify(hashes)};\n${code}`;
}

/**
 * @param {(entry: string) => Promise<string>} pack packs a script
 * @param {Record<string, string>} files the built files
 */
export async function appFiles(pack, files) {
  const own = {
    'app.js': await pack('src/app/main.ts'),
    'app.webmanifest': manifest(),
    'icon.svg': icon(),
    'icon-192.png': pixels(192),
    'icon-512.png': pixels(512),
    'sw-off.js': await pack('src/app/off.ts'),
  };
  return { ...own, 'sw.js': workerFor(await pack('src/app/worker.ts'), { ...files, ...own }) };
}
