// The forms in which the page stands somewhere. A form that hosts elements is served under a policy; a file is opened from the
// disk.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { dist } from '../../build/paths.mjs';
import { onDisk } from '../harness/site.mjs';
import { policies } from './policies.mjs';

const file = (name) => readFileSync(join(dist, name));
const hash = (name) => `sha384-${createHash('sha384').update(file(name)).digest('base64')}`;
const hosts = policies.filter(({ name }) => name !== 'its own').map(({ name }) => name);

const host = (elements) => (attributes) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>信息公开</title>
</head>
<body>
<main>${elements}</main>
<script src="infocity-check.js"${attributes}></script>
</body>
</html>
`;

/** `policies` are those that it can stand under; `page` is the host's page, `address` that of a file. */
export const forms = [
  { name: 'element', policies: hosts, page: host('<infocity-check></infocity-check>') },
  {
    name: 'several elements',
    policies: hosts,
    page: host('<infocity-check></infocity-check><infocity-check lang="en" category="specialised"></infocity-check>'),
    also: aloneInEnglish,
  },
  { name: 'folder on a disk', policies: ['none'], address: onDisk('index.html') },
  { name: 'single file', policies: ['its own'], address: onDisk('infocity-check.html') },
  { name: 'single file, kept', policies: ['its own'], address: onDisk('infocity-check.html'), isKept: true },
];

/** Nothing of what was done with the first element is in the second. */
async function aloneInEnglish(tab) {
  const found = await tab.eval(() => {
    const other = document.querySelectorAll('infocity-check')[1];
    const { figures, city = '', category } = other.submission;
    return { city, category, figures, lang: other.shadowRoot.querySelector('.page').lang };
  });
  assert.deepEqual(found, { city: '', category: 'specialised', figures: {}, lang: 'en' });
}

/** Serves a host's page with the element's files; `reports` grows by what browsers report as refused. */
export async function serveHost({ page }, { header, attributes }) {
  const given = { nonce: 'Zm9yIHRoaXMgYW5zd2Vy', script: hash('infocity-check.js'), style: hash('infocity-check.css') };
  const headers = header && { 'Content-Security-Policy': `${header(given)}; report-uri /reports` };
  const files = {
    '/': ['text/html', page(attributes?.(given) ?? '')],
    '/infocity-check.js': ['text/javascript', file('infocity-check.js')],
    '/infocity-check.css': ['text/css', file('infocity-check.css')],
  };
  const reports = [];
  const unknown = [];
  const server = createServer((request, response) => {
    const [type, content] = files[request.url] ?? [];
    if (request.url === '/reports') {
      let text = '';
      request.on('data', (data) => (text += data)).on('end', () => reports.push(JSON.parse(text)['csp-report']));
      response.writeHead(204).end();
    } else if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (type === undefined) {
      unknown.push(request.url);
      response.writeHead(404, headers).end();
    } else {
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', ...headers }).end(content);
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}/`, reports, unknown, close };
}
