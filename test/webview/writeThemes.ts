// npm run themes: writes the colours that the page is tested in, as today's VS Code has them, to test/webview/themes.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../host/say.ts';
import { readThemes, themesFolder } from '../host/themes.ts';
import { closeBrowser, openWorkbench } from '../host/workbench.ts';

const workbench = await openWorkbench({ workspace: 'none' });
const files = await readThemes(workbench).finally(() => workbench.dispose());
await closeBrowser();
await rm(themesFolder, { recursive: true, force: true });
await mkdir(themesFolder);
for (const [name, text] of files) {
  await writeFile(join(themesFolder, name), text);
  say(`${name} ${(text.length / 1000).toFixed(1)} kB`);
}
