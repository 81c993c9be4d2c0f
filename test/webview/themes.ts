import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';
import { type ThemeName, themeFileName, themes, themesFolder } from '../host/themes.ts';

const { bodies } = z
  .object({ bodies: z.record(z.enum(themes), z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync(join(themesFolder, 'bodies.json'), 'utf8')));

/** The theme that a page begins with: VS Code's default. */
export const firstTheme: ThemeName = 'Light 2026';

/** The attributes that VS Code gives the body in this theme, as HTML. */
export function bodyAttributes(theme: ThemeName): string {
  return Object.entries(bodies[theme])
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

/** Changes the theme as VS Code does, below the eyes of the person. */
export async function wear(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(
    async ({ href, attributes }) => {
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('link.theme')];
      if (!sheets.some((sheet) => sheet.getAttribute('href') === href)) {
        const sheet = Object.assign(document.createElement('link'), {
          className: 'theme',
          rel: 'stylesheet',
          href,
        });
        const loaded = new Promise((resolve) => sheet.addEventListener('load', resolve, { once: true }));
        sheets[0]?.after(sheet);
        await loaded;
        sheets.push(sheet);
      }
      for (const { sheet, href: own } of sheets) if (sheet) sheet.disabled = new URL(own).pathname !== href;
      for (const [name, value] of Object.entries(attributes)) document.body.setAttribute(name, value);
      // The toolkit takes the colours over in the next frame.
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    { href: `/${themeFileName(theme)}.css`, attributes: bodies[theme] },
  );
}
