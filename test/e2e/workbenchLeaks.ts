import { leaksOf, type Texts } from '../canaries/leaks.ts';
import type { Workbench } from '../host/workbench.ts';

/**
 * Where anything that an org gave out in this VS Code can be read outside of its secret storage: in the files of VS Code and
 * of the workspace, the log of the extension host, the console, all that is on the screen or in a webview, and what VS Code
 * has stored in the browser; or in these texts.
 */
export async function workbenchLeaks(
  { page, dataFolder, workspaceFolder, extensionHostLog, errors, issued }: Workbench,
  texts: Texts = {},
): Promise<readonly string[]> {
  const secrets = await issued();
  if (secrets.size === 0) return [];
  // One that goes meanwhile shows nothing any more.
  const shown = await Promise.all(page.frames().map(async (frame) => await frame.content().catch(() => '')));
  const stored = await page.evaluate(storedTexts);
  const { leaks } = await leaksOf(secrets, {
    folders: [dataFolder, workspaceFolder].filter(Boolean),
    texts: {
      ...texts,
      'the console': [...extensionHostLog, ...errors],
      'what is shown': shown,
      'what VS Code has stored': stored,
    },
  });
  return leaks;
}

/** Runs in VS Code's page: all that it has stored of windows and extensions, but its secret storage. */
async function storedTexts(): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const opening = indexedDB.open(name);
    await new Promise((done) => opening.addEventListener('success', done));
    const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').getAll();
    await new Promise((done) => reading.addEventListener('success', done));
    opening.result.close();
    texts.push(JSON.stringify(reading.result));
  }
  return texts;
}
