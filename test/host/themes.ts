import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { provision } from '../needs/needs.ts';
import { repoFolder } from './paths.ts';
import { openWorkbench } from './workbench.ts';

/**
 * The colour themes in which the page is tested, by VS Code's names for them in English: today's defaults, those before
 * and both for high contrast.
 */
export const themes = [
  'Light 2026',
  'Dark 2026',
  'Light Modern',
  'Dark Modern',
  'Light High Contrast',
  'Dark High Contrast',
] as const;
export type ThemeName = (typeof themes)[number];

/** A theme's name as files have it. */
export function themeFileName(theme: ThemeName): string {
  return theme.toLowerCase().replaceAll(' ', '-');
}

/** Where the page's tests find what `readThemes` has read, after `npm run themes`. */
export const themesFolder = join(repoFolder, 'test', 'webview', 'themes');

/**
 * Opens VS Code with the built extension and shows the wizard in one theme after the other. Returns what VS Code gives
 * a webview, as files by their names: its style sheet, the variables of each theme, and what it says of the theme at
 * the body. Throws when VS Code does not open or does not know one of the themes.
 */
export async function readThemes(): Promise<ReadonlyMap<string, string>> {
  const source = `Written by "npm run themes" from VS Code ${(await provision('servedVSCode')).version}. Do not edit.`;
  const files = new Map<string, string>();
  const bodies: Record<string, unknown> = {};
  const workbench = await openWorkbench({ workspace: 'none' });
  try {
    await workbench.runCommand('Create Genesys OAuth Client');
    const webview = workbench.wizardFrame();
    const styles = await webview.locator('#_defaultStyles').evaluate(({ textContent }) => textContent ?? '');
    files.set('vscode.css', `/* ${source} */\n${outdented(styles)}\n`);
    for (const theme of themes) {
      await workbench.runCommand('Color Theme');
      await choose(workbench.page, theme);
      const { variables, body } = await readTheme(webview, theme);
      const lines = variables.sort().join('\n');
      files.set(`${themeFileName(theme)}.css`, `/* ${source} */\n:root {\n${lines}\n}\n`);
      bodies[theme] = body;
    }
  } finally {
    await workbench.dispose();
  }
  const json = JSON.stringify({ source, bodies }, undefined, 2).replace('{\n ', '{');
  files.set('bodies.json', `${json}\n`);
  return files;
}

async function choose(page: Page, theme: ThemeName): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.locator('input.input').fill(theme);
  await box.locator('.monaco-list-row .label-name').getByText(theme, { exact: true }).click();
  await box.waitFor({ state: 'hidden' });
}

/** VS Code tells a webview all about a theme at once. */
async function readTheme(webview: FrameLocator, theme: ThemeName) {
  await webview.locator(`body[data-vscode-theme-name="${theme}"]`).waitFor();
  return await webview.locator('html').evaluate(({ style, ownerDocument: { body } }) => ({
    variables: [...style].map((name) => `  ${CSS.escape(name)}: ${style.getPropertyValue(name)};`),
    // The toolkit writes its own variables into the body's style.
    body: Object.fromEntries(
      [...body.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => [name, value]),
    ),
  }));
}

/** Without the indentation that VS Code's style sheet has inside VS Code's own code. */
function outdented(text: string): string {
  const [, indentation = ''] = /^\n(\t*)/.exec(text) ?? [];
  return text.trim().replaceAll(`\n${indentation}`, '\n').replaceAll('\t', '  ');
}
