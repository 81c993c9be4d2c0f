import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { textLanguage } from '../language.ts';

/** The folder of files that the page may load. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/** Which page it is; its ID is that of the element that it is drawn into. */
export type PageId = { readonly id: 'wizard' | 'client' | 'doctor'; readonly title: string };

/**
 * The HTML of a page: nothing may be loaded, run or sent but our own script and style. It carries the
 * texts in the reader's language, so that the first thing drawn is already in it.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, { id, title }: PageId): string {
  const nonce = randomBytes(16).toString('base64');
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), name));
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${textLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${asset('webview.css')}">
</head>
<body>
<div id="${id}"></div>
<script type="application/json" id="texts">${embedded(vscode.l10n.bundle ?? {})}</script>
<script type="module" nonce="${nonce}" src="${asset('webview.js')}"></script>
</body>
</html>`;
}

/** JSON that cannot end the element it stands in. */
function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
