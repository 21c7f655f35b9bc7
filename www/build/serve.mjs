// A static server for www/dist: for looking at the page (`make start`) and, with headers of their own, for the tests.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const known = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The path that an address asks for; none where it is not encoded as one, or holds what no file system takes in a name. */
function pathIn(url) {
  try {
    const path = decodeURIComponent(url.split('?')[0]);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder on 127.0.0.1; port 0 takes any free one. `requests` grows by the path of every request; `types` says how
 * single files, or all with an ending, are sent, `redirects` which paths lead to which others, `refused` which are answered 403, `held`
 * which wait for a promise.
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string>, types?: Record<string, string>, redirects?: Record<string, string>, refused?: string[], held?: Record<string, Promise<void>> }} [options]
 * @returns {Promise<{ address: string, requests: string[], close: () => Promise<void> }>}
 */
export function serve(folder, { port = 0, headers = {}, types = {}, redirects = {}, refused = [], held = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    const path = pathIn(request.url);
    await held[path];
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    if (redirects[path] !== undefined) {
      response.writeHead(301, { Location: redirects[path], 'Cache-Control': 'no-cache', ...headers }).end();
      return;
    }
    if (refused.includes(path)) {
      response.writeHead(403, { 'Content-Type': known['.html'], ...headers }).end('Forbidden');
      return;
    }
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!isFile(file)) {
      response.writeHead(404, { 'Content-Type': known['.html'], ...headers }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[basename(file)] ?? types[extname(file)] ?? known[extname(file)] ?? 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}`;
      const close = () =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      resolve({ address, requests, close });
    });
  });
}

async function main() {
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT=${process.env.PORT} is not a port; a number from 1 to 65535 is`);
  }
  const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
  const server = await serve(dist, { port }).catch((error) => {
    if (error.code === 'EADDRINUSE') throw new Error(`port ${port} is in use; choose another: make start PORT=${port + 1}`);
    if (error.code === 'EACCES') throw new Error(`port ${port} may not be used by this account; choose one above 1023`);
    throw error;
  });
  console.log(`The page:        ${server.address}/`);
  console.log(`The single file: ${server.address}/infocity-check.html (or open www/dist/infocity-check.html)`);
  console.log('Ctrl-C stops the server.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exitCode = 1;
  });
}
