// node build/unit.mjs: packs www/tests/unit/*.test.ts for node's test runner, into target/www-unit.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { embed } from './embed.mjs';
import { root, www } from './paths.mjs';

const from = join(www, 'tests/unit');
const to = join(root, 'target/www-unit');
rmSync(to, { recursive: true, force: true });
await build({
  entryPoints: readdirSync(from)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(from, name)),
  outdir: to,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  plugins: [embed({ workbench: true })],
});
