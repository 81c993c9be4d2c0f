// The process that serves VS Code to a browser. It runs on the Node of that VS Code, which need not read TypeScript, so it
// is plain JavaScript and imports nothing but Node's own modules and the VS Code server it is given.
//   node serve.js '{ "packageFolder": …, "arguments": { … } }'
// prints one line of JSON, { "port": … }, when ready, and ends when its stdin ends.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 * @typedef {{
 *   handleRequest(request: IncomingMessage, response: ServerResponse): void,
 *   handleUpgrade(request: IncomingMessage, socket: import('node:stream').Duplex): void,
 * }} VSCodeServer
 * @typedef {{
 *   loadCodeWithNls(): Promise<{
 *     createServer(address: unknown, options: Record<string, unknown>): Promise<VSCodeServer>,
 *   }>,
 * }} ServerModule
 */

process.stdin.on('end', () => process.exit(0)).resume();

/** @type {{ packageFolder: string, arguments: Record<string, unknown> }} */
const start = JSON.parse(process.argv[2] ?? '');

// With this set, the module below leaves it to us to listen.
process.env['CODE_SERVER_PARENT_PID'] = String(process.ppid);
/** @type {ServerModule} */
const module = await import(
  pathToFileURL(join(start.packageFolder, 'lib', 'vscode', 'out', 'server-main.js')).href
);

const httpServer = createServer();
/** @type {Promise<void>} */
const listening = new Promise((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
await listening;
const address = httpServer.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const { createServer: createVSCode } = await module.loadCodeWithNls();
const vscode = await createVSCode(address, { ...start.arguments, host: '127.0.0.1', port: String(port) });

// The page encrypts the extension's secrets with a key of which the server keeps one half.
const halfOfSecretsKey = randomBytes(32);

// Without a password, only this machine's own page may talk to the server: not a site that the same browser shows.
const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
const isOwnPage = (/** @type {IncomingMessage} */ { headers }) =>
  hosts.includes(headers.host ?? '') &&
  (headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`));

httpServer.on('request', (request, response) => {
  if (!hosts.includes(request.headers.host ?? '')) {
    response.writeHead(403).end();
    return;
  }
  const { pathname: path, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  // The page opens other addresses of this machine through such a path, because a remote server's are out of reach.
  const [, forwardedPort, forwardedPath] = /^\/proxy\/(\d+)(\/.*)$/.exec(path) ?? [];
  if (path === '/mint-key') {
    response.end(halfOfSecretsKey);
  } else if (forwardedPort !== undefined) {
    response.writeHead(302, { Location: `http://127.0.0.1:${forwardedPort}${forwardedPath}${search}` }).end();
  } else if (path.startsWith('/_static/')) {
    sendStaticFile(path.slice('/_static/'.length), response);
  } else {
    vscode.handleRequest(request, response);
  }
});
httpServer.on('upgrade', (request, socket) => {
  if (isOwnPage(request)) {
    vscode.handleUpgrade(request, socket);
  } else {
    socket.destroy();
  }
});
process.stdout.write(`${JSON.stringify({ port })}\n`);

/**
 * The icon and the service worker, which the page expects beside VS Code itself.
 * @param {string} path
 * @param {ServerResponse} response
 */
function sendStaticFile(path, response) {
  /** @type {Record<string, string>} */
  const types = { js: 'text/javascript', svg: 'image/svg+xml', ico: 'image/x-icon' };
  response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
  response.setHeader('Service-Worker-Allowed', '/');
  createReadStream(join(start.packageFolder, path))
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
}
