import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { provision } from '../needs/needs.ts';
import { repoFolder } from './paths.ts';
import type { Workbench } from './workbench.ts';

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

/** The theme in which a VS Code of the tests opens; every VS Code from 1.100 on has it. */
export const usualTheme: ThemeName = 'Light Modern';

/**
 * Shows the wizard in one theme after the other in an English VS Code. Returns what VS Code gives a webview, as files by
 * their names: its style sheet, the variables of each theme, and what it says of the theme at the body. Throws when that
 * VS Code does not know one of the themes.
 */
export async function readThemes(workbench: Workbench): Promise<ReadonlyMap<string, string>> {
  const source = `Written by "npm run themes" from VS Code ${(await provision('servedVSCode')).version}. Do not edit.`;
  const files = new Map<string, string>();
  const bodies: Record<string, unknown> = {};
  await workbench.runCommand('Create Genesys OAuth Client');
  const webview = workbench.wizardFrame();
  const styles = await webview.locator('#_defaultStyles').evaluate(({ textContent }) => textContent ?? '');
  files.set('vscode.css', `/* ${source} */\n${outdented(styles)}\n`);
  for (const theme of themes) {
    await chooseTheme(workbench, theme);
    const { variables, body } = await readTheme(webview, theme);
    const lines = variables.sort().join('\n');
    files.set(`${themeFileName(theme)}.css`, `/* ${source} */\n:root {\n${lines}\n}\n`);
    bodies[theme] = body;
  }
  const json = JSON.stringify({ source, bodies }, undefined, 2).replace('{\n ', '{');
  files.set('bodies.json', `${json}\n`);
  return files;
}

/** Changes the theme of an English VS Code. */
export async function chooseTheme({ page, runCommand }: Workbench, theme: ThemeName): Promise<void> {
  await runCommand('Color Theme');
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
