import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { buildPage } from './build.ts';
import { type Language, readTexts } from './texts.ts';

/** VS Code's themes as the page meets them. */
export const themes = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
} as const;
export type Theme = keyof typeof themes;

export type PageServer = { url(language: Language): string; close(): void };

const contentTypes = new Map([
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
]);

/** Serves the page on this computer with the HTML and the policy that the extension gives it. */
export async function servePage(): Promise<PageServer> {
  const files = await buildPage();
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, origin(server));
    const name = pathname.slice(1);
    if (name === 'favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const text =
      name === ''
        ? await pageHtml(origin(server), searchParams.get('language') === 'ja' ? 'ja' : 'en')
        : (files.get(name) ?? (await readTheme(name).catch(() => undefined)));
    const contentType = contentTypes.get(extname(name)) ?? 'text/html';
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${contentType}; charset=utf-8`,
      'cache-control': name === '' ? 'no-store' : 'max-age=3600',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: (language) => `${origin(server)}/?language=${language}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function origin(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server is not listening.');
  return `http://127.0.0.1:${address.port}`;
}

async function readTheme(name: string): Promise<string> {
  return await readFile(join(import.meta.dirname, 'themes', name), 'utf8');
}

/** What src/host/wizard/pageHtml.ts writes, with the theme that VS Code adds to it: the light one. */
async function pageHtml(source: string, language: Language): Promise<string> {
  const nonce = 'bm9uY2U=';
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
    `img-src ${source}`,
  ].join('; ');
  const texts = JSON.stringify(await readTexts(language)).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<title>OAuth Client Wizard</title>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${source}/vscode.css">
<link rel="stylesheet" id="theme" href="/light.css">
<link rel="stylesheet" href="${source}/webview.css">
</head>
<body class="${themes.light}" data-vscode-theme-kind="${themes.light}">
<div id="wizard"></div>
<script type="application/json" id="texts">${texts}</script>
<script type="module" nonce="${nonce}" src="${source}/webview.js"></script>
</body>
</html>`;
}
