import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { themeFileName, themes, themesFolder } from '../host/themes.ts';
import { languages } from '../languages.ts';
import { buildPage } from './build.ts';
import { PSEUDO } from './pseudo.ts';
import { readTexts } from './texts.ts';
import { bodyAttributes, firstTheme } from './themes.ts';

/** Which page is asked for, by the ID of the element that it is drawn into. */
export const PAGES = ['wizard', 'client', 'doctor'] as const;
export type PageId = (typeof PAGES)[number];

const LANGUAGES = [...languages, PSEUDO] as const;

export type PageServer = { url(language: string, page: PageId): string; close(): void };

const contentTypes = new Map([
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
]);

/** Serves the page on this computer with the HTML and the policy that the extension gives it. */
export async function servePage(): Promise<PageServer> {
  const files = await readFiles();
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, origin(server));
    const name = pathname.slice(1);
    if (name === 'favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const text =
      name === ''
        ? await pageHtml(
            origin(server),
            LANGUAGES.find((language) => language === searchParams.get('language')) ?? 'en',
            PAGES.find((page) => page === searchParams.get('page')) ?? 'wizard',
          )
        : files.get(name);
    const contentType = contentTypes.get(extname(name)) ?? 'text/html';
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${contentType}; charset=utf-8`,
      'cache-control': name === '' ? 'no-store' : 'max-age=3600',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: (language, page) => `${origin(server)}/?language=${language}&page=${page}`,
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

/** The page's own files, VS Code's style sheet and its themes, by their names. */
async function readFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map(await buildPage());
  files.set('vscode.css', await readFile(join(themesFolder, 'vscode.css'), 'utf8'));
  const rules = [...files.values()].join('\n');
  for (const name of themes.map((theme) => `${themeFileName(theme)}.css`)) {
    files.set(name, onlyNamed(await readFile(join(themesFolder, name), 'utf8'), rules));
  }
  return files;
}

/** A theme without the variables that no rule names: they are eight of ten, and cost time whenever a page is drawn. */
function onlyNamed(theme: string, rules: string): string {
  const lines = theme.split('\n').filter((line) => {
    const [, variable] = /^ {2}(--[\w-]+):/.exec(line) ?? [];
    return variable === undefined || rules.includes(variable);
  });
  return lines.join('\n');
}

/** What src/host/wizard/pageHtml.ts writes, with what VS Code adds to it, and the editor behind it: a webview is transparent. */
async function pageHtml(source: string, language: string, page: PageId): Promise<string> {
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
<link rel="stylesheet" class="theme" href="/${themeFileName(firstTheme)}.css">
<style nonce="${nonce}">html { background: var(--vscode-editor-background); }</style>
<link rel="stylesheet" href="${source}/webview.css">
</head>
<body ${bodyAttributes(firstTheme)}>
<div id="${page}"></div>
<script type="application/json" id="texts">${texts}</script>
<script type="module" nonce="${nonce}" src="${source}/webview.js"></script>
</body>
</html>`;
}
