import { format } from 'node:util';
import type { Page } from 'playwright-core';

/** How VS Code's page begins what it prints for the extension host; the rest is the arguments of its console. */
const mark = '%c[Extension Host] %c';

/**
 * Calls `onLine` with each message that the extension host prints to its console, as a person would read it.
 * Returns a function that waits until all messages this far were passed on.
 */
export function readExtensionHostConsole(page: Page, onLine: (line: string) => void): () => Promise<void> {
  let passedOn = Promise.resolve();
  page.on('console', (message) => {
    if (!message.text().startsWith(mark)) {
      return;
    }
    const parts = Promise.all(message.args().map((part) => part.jsonValue()));
    passedOn = passedOn
      .then(async () => onLine(format(...(await parts)).replace('[Extension Host] ', '')))
      .catch(() => onLine(message.text()));
  });
  return () => passedOn;
}
