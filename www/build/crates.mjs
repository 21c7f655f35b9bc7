// node build/crates.mjs: the crates that are compiled into the engine, with their licences, into generated/crates.json. Apart from
// the build of the page, which needs no Rust.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { licenceIn } from './notices.mjs';
import { generated, root } from './paths.mjs';

const run = (...args) => execFileSync('cargo', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
const target = 'wasm32-unknown-unknown';

// Only this knows which features the boundary has chosen; what runs while compiling is not in what it makes.
const tree = ['tree', '--quiet', '--locked', '--package', 'infocity-boundary', '--features', 'workbench', '--target', target];
const compiled = run(...tree, '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}').split('\n');
const names = new Set(compiled.filter(Boolean).map((line) => line.split(' ').slice(0, 2).join(' ')));

const { packages } = JSON.parse(run('metadata', '--quiet', '--locked', '--format-version', '1', '--filter-platform', target));
const crates = packages
  // Without a source it is one of this repository.
  .filter(({ name, version, source }) => source !== null && names.has(`${name} v${version}`))
  .map(({ name, version, license, manifest_path }) => ({ name, version, license, text: licenceIn(dirname(manifest_path)) }));

// The compiler brings no licence file that is there on every machine.
const [, channel] = /^channel = "(.+)"$/m.exec(readFileSync(join(root, 'rust-toolchain.toml'), 'utf8'));
const [, terms] = /(Permission is hereby granted[^]*)$/.exec(crates.find(({ name }) => name === 'cfg-if').text);
const text = `Copyright (c) The Rust Project Contributors\n\n${terms}`;
crates.push({ name: "Rust's standard library (core, alloc, std, and what is in it)", version: channel, license: 'MIT OR Apache-2.0', text });

writeFileSync(join(generated, 'crates.json'), `${JSON.stringify(crates, null, 1)}\n`);
