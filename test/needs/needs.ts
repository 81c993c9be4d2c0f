import * as z from 'zod/mini';
import { say } from '../host/say.ts';
import { howToInstall } from './advice.ts';
import { fetchChromium, findChromium } from './chromium.ts';
import { fetchDesktop, findDesktop, hasDisplay } from './desktopVSCode.ts';
import { fetchJapaneseFont } from './japaneseFont.ts';
import { fetchPacker } from './packer.ts';
import { fetchServedVSCode } from './servedVSCode.ts';
import type { TriedChromium } from './tryChromium.ts';
import { knownVersions, readVersion } from './vscodeVersions.ts';

const Chromium = z.object({ path: z.string(), env: z.record(z.string(), z.string()) });
const Served = z.object({
  kind: z.literal('served'),
  version: z.string(),
  node: z.string(),
  packageFolder: z.string(),
});
const Desktop = z.object({ kind: z.literal('desktop'), path: z.string() });
const Packer = z.object({ version: z.string() });
const Provisions = z.object({
  chromium: z.optional(Chromium),
  servedVSCode: z.optional(Served),
  vscode: z.optional(z.union([Served, Desktop])),
  packer: z.optional(Packer),
});

/** Where the things that a stage needs are. */
export type Provisions = z.infer<typeof Provisions>;
/** A Chromium; a VS Code that a server shows in a browser; any VS Code that runs tests inside it; what packs a .vsix. */
export type Need = keyof Provisions;

/** Tells the processes of a stage where they find what it needs, so that one process alone looks and fetches. */
const PROVISIONS = 'TEST_PROVISIONS';
/** Which VS Code a script gets that is started by itself, as `--vscode` says it. */
const VERSION = 'TEST_VSCODE';

/**
 * Finds or fetches what a stage needs, each thing once in this process; `version` is that of VS Code. Says what it fetches.
 * Throws a sentence that says what is missing and what to do about it.
 */
export async function provide(needs: readonly Need[], version: string): Promise<Provisions> {
  const provisions: Provisions = {};
  if (needs.includes('packer')) provisions.packer = await packer();
  if (needs.includes('servedVSCode')) provisions.servedVSCode = await served(version);
  if (needs.includes('vscode')) {
    provisions.vscode = await vscode(version);
    if (provisions.vscode.kind === 'served') provisions.servedVSCode = provisions.vscode;
  }
  // Tests inside a VS Code that is served run in a Chromium; a person who starts one has a browser.
  if (needs.includes('chromium') || provisions.vscode?.kind === 'served') {
    provisions.chromium = (await chromium()).place;
  }
  return provisions;
}

/** What a stage's processes get into their environment. */
export function inEnvironment(provisions: Provisions): Record<string, string> {
  return { [PROVISIONS]: JSON.stringify(provisions) };
}

/** What this process was provided with, or else finds or fetches by itself. Throws as `provide`. */
export async function provision<N extends Need>(need: N): Promise<NonNullable<Provisions[N]>> {
  const told = process.env[PROVISIONS];
  const provisions: Provisions =
    told === undefined
      ? await provide([need], readVersion(process.env[VERSION] ?? 'newest'))
      : Provisions.parse(JSON.parse(told));
  const place = provisions[need];
  if (place === undefined) throw new Error(`This stage does not say that it needs ${need}.`);
  return place;
}

const chromium = once(async () => {
  const { started, unfit } = await findChromium();
  for (const sentence of unfit) say(sentence);
  return await withJapaneseFont(started ?? (await fetchChromium()));
});
const packer = once(fetchPacker);
const served = onceEach(fetchServedVSCode);
const vscode = onceEach(async (version) => (await desktop(version)) ?? (await served(version)));

/**
 * The desktop's VS Code where it can be had and shown. VSCODE_HOST=desktop or =served chooses. The one that is installed, or
 * that VSCODE_PATH names, stands in for the newest.
 */
async function desktop(version: string): Promise<z.infer<typeof Desktop> | undefined> {
  const choice = process.env['VSCODE_HOST'];
  if (choice === 'served' || (choice === undefined && !hasDisplay())) return undefined;
  const isNewest = version === knownVersions().newest;
  const named = isNewest && process.env['VSCODE_PATH'] !== undefined ? await findDesktop() : undefined;
  const path = named ?? (await fetchDesktop(version)) ?? (isNewest ? await findDesktop() : undefined);
  if (path !== undefined) return { kind: 'desktop', path };
  if (choice === undefined) return undefined;
  throw new Error(
    `VSCODE_HOST=desktop, but VS Code ${version} is not here and its download is out of reach. By hand: ${howToInstall('vscode')}; or name one in VSCODE_PATH.`,
  );
}

/**
 * Pictures of the Japanese version need a font with its characters. Tests pass without one, so where it cannot be had it is
 * only said how to install it.
 */
async function withJapaneseFont(chromium: TriedChromium): Promise<TriedChromium> {
  if (chromium.drawsJapanese || process.platform !== 'linux') return chromium;
  try {
    const { path, env } = chromium.place;
    return { ...chromium, place: { path, env: { ...env, ...(await fetchJapaneseFont()) } } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(
      `Pictures of the Japanese version will show boxes. ${reason} By hand: ${howToInstall('japaneseFont')}`,
    );
    return chromium;
  }
}

function once<T>(get: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return async () => {
    promise ??= get();
    return await promise;
  };
}

function onceEach<T>(get: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const promises = new Map<string, Promise<T>>();
  return async (key) => {
    const promise = promises.get(key) ?? get(key);
    promises.set(key, promise);
    return await promise;
  };
}
