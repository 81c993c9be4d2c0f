import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repoFolder } from '../host/paths.ts';
import { type ThemeName, themeFileName } from '../host/themes.ts';
import { languages } from '../languages.ts';
import { Layout } from './layout.ts';
import { wear } from './themes.ts';

/** A picture that git keeps, because a document or the walkthrough shows it. */
export type ApprovedPicture = { view: string; theme: ThemeName; language: string; use: Use };
type Use = keyof typeof USES;

/** Where pictures are shown, and the window that they are taken in, in CSS pixels. */
const USES = {
  readme: { width: 900, height: 640 },
  walkthrough: { width: 520, height: 390 },
} as const;

/** What each shows. A view's name is that in `everyView`. */
const SHOWN: Readonly<Record<Use, readonly string[]>> = {
  readme: ['needs-scopes', 'review', 'client-attention', 'doctor-login'],
  walkthrough: ['connect-disconnected', 'choose-procedure', 'client-changed-elsewhere', 'client-attention'],
};

/** One for a light editor and one for a dark one. */
const THEMES = ['Light 2026', 'Dark 2026'] as const;

/** All of them, at most forty: each is looked at by somebody whenever what it shows has changed. */
export const approvedPictures: readonly ApprovedPicture[] = (['readme', 'walkthrough'] as const).flatMap(
  (use) =>
    SHOWN[use].flatMap((view) =>
      languages.flatMap((language) => THEMES.map((theme) => ({ view, theme, language, use }))),
    ),
);

/** The picture, below the repository. */
export function pictureFile({ view, theme, language, use }: ApprovedPicture): string {
  return `media/${use}/${view}.${themeFileName(theme)}.${language}.webp`;
}

/** How it is laid out, below the repository. */
export function layoutFile({ view, theme, language, use }: ApprovedPicture): string {
  return `test/webview/approved/${use}/${view}.${themeFileName(theme)}.${language}.json`;
}

/** The layout of an approved picture. Throws where nobody has approved one. */
export async function approvedLayout(picture: ApprovedPicture): Promise<Layout> {
  return Layout.parse(JSON.parse(await readFile(join(repoFolder, layoutFile(picture)), 'utf8')));
}

/** Gives the page the size and the theme of such a picture. */
export async function pose(page: Page, { use, theme }: ApprovedPicture): Promise<void> {
  await page.setViewportSize(USES[use]);
  await wear(page, theme);
}
