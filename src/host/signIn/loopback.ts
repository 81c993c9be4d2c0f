import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import * as l10n from '@vscode/l10n';
import { isLoopbackHost } from '../../core/platform/orgHosts.ts';

/** What listens for the browser's return. */
export type Loopback = {
  /** The port of this computer that it listens on. */
  port: number;
  /** The first address that the browser came back to and that was accepted; never settles when none is. */
  returned: Promise<URL>;
  /** Frees the port and ends every open connection at once. */
  close(): void;
};

export type LoopbackOptions = {
  /** 0 for any free port. */
  port: number;
  /** The path of the redirect URI; "/" when left out. */
  path?: string;
  /** Whether an address is the answer that is waited for. */
  accepts(url: URL): boolean;
  /** What the browser shows to the person when it has come back. */
  page(kind: 'welcome-back' | 'refused'): ReturnPage;
};

/** A free port of IPv4 can be taken in IPv6; so many others are tried. */
const TRIES_FOR_A_PORT = 5;

/** Neither an address with a code nor a page of ours is kept, framed, sniffed at or told to others. */
const HEADERS = {
  'Cache-Control': 'no-store',
  Connection: 'close',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Listens for the return of a browser login (RFC 8252, 7.3). "localhost" is an address of IPv4 or of IPv6, as the
 * browser's computer likes it, so both are listened on wherever both exist. Only a GET of the path is answered with a page,
 * and an answer to another login is refused without ending the wait.
 *
 * Rejects with the system's error when listening fails for another reason than a port in use.
 */
export async function listenForReturn(options: LoopbackOptions): Promise<Loopback | { kind: 'port-in-use' }> {
  const tries = options.port === 0 ? TRIES_FOR_A_PORT : 1;
  for (let tried = 0; tried < tries; tried += 1) {
    const loopback = await tryToListen(options);
    if (loopback !== undefined) return loopback;
  }
  return { kind: 'port-in-use' };
}

/** Undefined when the port is in use on either side, or may not be used by this account. */
async function tryToListen(options: LoopbackOptions): Promise<Loopback | undefined> {
  const ipv4 = createServer();
  const ipv6 = createServer();
  const returned = new Promise<URL>((resolve) => {
    const answer: RequestListener = (request, response) => answerBrowser(options, request, response, resolve);
    for (const server of [ipv4, ipv6]) server.on('request', answer);
  });
  const close = () => {
    for (const server of [ipv4, ipv6]) {
      server.close();
      server.closeAllConnections();
    }
  };
  try {
    const port = await listen(ipv4, options.port, '127.0.0.1');
    await listen(ipv6, port, '::1').catch(unlessThereIsNoIPv6);
    return { port, returned, close };
  } catch (error) {
    close();
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') return undefined;
    throw error;
  }
}

/** Returns the port. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function unlessThereIsNoIPv6(error: unknown): void {
  const code = codeOf(error);
  if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Answers one request, and hands its address over once it is accepted and the page is on its way. */
function answerBrowser(
  { path = '/', accepts, page }: LoopbackOptions,
  { method, url, headers, socket }: IncomingMessage,
  response: ServerResponse,
  resolve: (url: URL) => void,
): void {
  // By name only: from a remote extension host, VS Code may tunnel another port of the browser's computer to this one.
  // What is kept out is a site whose name was made to point here (DNS rebinding).
  const host = headers.host?.replace(/:\d+$/, '') ?? '';
  if (!isLoopbackHost(host)) {
    response.writeHead(403, HEADERS).end();
  } else if (method !== 'GET' || url?.split('?')[0] !== path) {
    response.writeHead(404, HEADERS).end();
  } else {
    const address = new URL(`http://localhost:${socket.localPort}${url}`);
    const accepted = accepts(address);
    // Whoever waits closes this server next, and with it every connection.
    if (accepted) response.once('close', () => resolve(address));
    send(response, accepted ? 200 : 400, page(accepted ? 'welcome-back' : 'refused'));
  }
}

function send(response: ServerResponse, status: number, { html, contentSecurityPolicy }: ReturnPage): void {
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': contentSecurityPolicy,
    'Content-Type': 'text/html; charset=utf-8',
  };
  response.writeHead(status, headers).end(html);
}

/** What the browser shows at the end of a login, and what that page may do: nothing but look like this. */
type ReturnPage = { html: string; contentSecurityPolicy: string };

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 32rem; padding: 2rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 600; line-height: 1.3; }
p { margin: 0; }
`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page for a browser that has come back, in the reader's language (BCP 47 tag). It says nothing of a success:
 * whether the login ends with a token is not known yet.
 */
export function returnPage(kind: 'welcome-back' | 'refused', language: string): ReturnPage {
  const [heading, text] = textsOf(kind);
  return { html: html(language, heading, text), contentSecurityPolicy: CONTENT_SECURITY_POLICY };
}

function textsOf(kind: 'welcome-back' | 'refused'): [heading: string, text: string] {
  switch (kind) {
    case 'welcome-back':
      return [l10n.t('Go back to VS Code'), l10n.t('Your login has arrived there. You can close this page.')];
    case 'refused':
      return [
        l10n.t('This is not the login that VS Code waits for'),
        l10n.t(
          'It may be an older one. Use the login page that VS Code opened last, or begin again in VS Code.',
        ),
      ];
  }
}

/** All of it is our own, so that nothing needs escaping. */
function html(language: string, heading: string, text: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
