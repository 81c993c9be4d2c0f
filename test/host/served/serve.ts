// The process that serves VS Code to a browser. It runs on the Node of served/download.ts, which reads TypeScript
// itself, so it imports nothing but Node's own modules and the VS Code server it is given.
//   node serve.ts '{ "packageFolder": …, "arguments": { … } }'
// prints one line of JSON, { "port": … }, when ready, and ends when its stdin ends.
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pathToFileURL } from 'node:url';

type VSCodeServer = {
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex): void;
};
type ServerModule = {
  loadCodeWithNls(): Promise<{
    createServer(address: unknown, options: Record<string, unknown>): Promise<VSCodeServer>;
  }>;
};

process.stdin.on('end', () => process.exit(0)).resume();

const start: { packageFolder: string; arguments: Record<string, unknown> } = JSON.parse(
  process.argv[2] ?? '',
);

// With this set, the module below leaves it to us to listen.
process.env['CODE_SERVER_PARENT_PID'] = String(process.ppid);
const module: ServerModule = await import(
  pathToFileURL(join(start.packageFolder, 'lib', 'vscode', 'out', 'server-main.js')).href
);

const httpServer = createServer();
await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
const address = httpServer.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const { createServer: createVSCode } = await module.loadCodeWithNls();
const vscode = await createVSCode(address, { ...start.arguments, host: '127.0.0.1', port: String(port) });

// The page encrypts the extension's secrets with a key of which the server keeps one half.
const halfOfSecretsKey = randomBytes(32);

// Without a password, only this machine's own page may talk to the server: not a site that the same browser shows.
const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
const isOwnPage = ({ headers }: IncomingMessage) =>
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

/** The icon and the service worker, which the page expects beside VS Code itself. */
function sendStaticFile(path: string, response: ServerResponse): void {
  const types: Record<string, string> = { js: 'text/javascript', svg: 'image/svg+xml', ico: 'image/x-icon' };
  response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
  response.setHeader('Service-Worker-Allowed', '/');
  createReadStream(join(start.packageFolder, path))
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
}
