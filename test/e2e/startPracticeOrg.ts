import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import type { Language } from '../host/languagePack.ts';
import type { Steerable } from '../host/steer.ts';
import type { Workbench } from '../host/workbench.ts';

const COMMAND = { en: 'Start Practice Org', ja: '練習用組織の起動' };

/** What a VS Code keeps of the practice org that runs, below the folder with all that it keeps. */
const ANNOUNCEMENT = 'practice-org-running.json';
const announced = z.object({ baseUrl: z.string(), controlToken: z.string() });

/** Starts the practice org by its command, or finds the one that runs, and returns where it says that it listens. */
export async function startPracticeOrg(
  { page, runCommand, dataFolder }: Workbench,
  language: Language = 'en',
): Promise<Steerable> {
  await runCommand(COMMAND[language]);
  const toast = page.locator('.notification-toast', { hasText: 'http://127.0.0.1' });
  const text = (await toast.first().textContent()) ?? '';
  const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';
  const { controlToken } = await announcedIn(dataFolder);
  return { baseUrl, controlToken };
}

/** The practice org that the VS Code with this folder has started last; throws where there is none. */
export async function announcedIn(dataFolder: string): Promise<Steerable> {
  const files = await readdir(dataFolder, { recursive: true });
  const file = files.find((each) => basename(each) === ANNOUNCEMENT);
  if (file === undefined) throw new Error(`There is no ${ANNOUNCEMENT}.`);
  return announced.parse(JSON.parse(await readFile(join(dataFolder, file), 'utf8')));
}
