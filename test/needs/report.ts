import { relative } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { say } from '../host/say.ts';
import { howToInstall } from './advice.ts';
import { findChromium } from './chromium.ts';
import { findDesktop, hasDisplay } from './desktopVSCode.ts';
import { findJapaneseFont } from './japaneseFont.ts';
import { findPacker } from './packer.ts';
import { findServedVSCode } from './servedVSCode.ts';
import { knownVersions } from './vscodeVersions.ts';

type Line = {
  title: string;
  /** Which version or kind is there, and where; undefined when it is not there. */
  found: string | undefined;
  /** What gets it. */
  otherwise?: string;
};

const FETCH = 'npm test -- --fetch gets it';

/** Prints what is there of all that tests need, and fetches nothing. Returns whether everything is. */
export async function reportNeeds(): Promise<boolean> {
  const { oldest, newest } = knownVersions();
  const lines = [
    { title: 'Node packages', found: 'those of package-lock.json, in node_modules' },
    ...(await browserLines()),
    await servedLine(`VS Code, newest (${newest})`, newest),
    await servedLine(`VS Code, oldest (${oldest})`, oldest),
    await desktopLine(),
    await packerLine(),
    keyringLine(),
  ];
  const width = Math.max(...lines.map(({ title }) => title.length));
  for (const { title, found, otherwise } of lines) {
    say(`${title.padEnd(width)}  ${found ?? `not there; ${otherwise}`}`);
  }
  return lines.every(({ found }) => found !== undefined);
}

async function browserLines(): Promise<Line[]> {
  const { started, unfit } = await findChromium();
  const chromium = {
    title: 'Chromium',
    found: started && `${started.version}, ${shortened(started.place.path)}`,
    otherwise: `${FETCH}, or by hand: ${howToInstall('chromium')}`,
  };
  const fetched = await findJapaneseFont();
  const font = {
    title: 'Japanese font',
    found: started?.drawsJapanese
      ? 'installed: Chromium draws Japanese'
      : fetched && `Noto Sans JP, ${shortened(fetched['FONTCONFIG_FILE'] ?? '')}`,
    otherwise: `${FETCH}, or by hand: ${howToInstall('japaneseFont')}; without it, pictures show boxes`,
  };
  return [...unfit.map((sentence) => ({ title: '', found: sentence })), chromium, font];
}

async function servedLine(title: string, version: string): Promise<Line> {
  const found = await findServedVSCode(version);
  return {
    title,
    found: found && `served in a browser, ${shortened(found.packageFolder)}`,
    otherwise: FETCH,
  };
}

async function packerLine(): Promise<Line> {
  const found = await findPacker();
  return { title: 'vsce', found: found && `${found.version}, in npm's cache`, otherwise: FETCH };
}

async function desktopLine(): Promise<Line> {
  const path = await findDesktop();
  const shown = hasDisplay()
    ? 'used where its download cannot be had'
    : 'not used: this machine shows no window';
  return {
    title: 'VS Code, desktop',
    found: path === undefined ? 'none, and none is needed' : `${path}, ${shown}`,
  };
}

function keyringLine(): Line {
  const found =
    process.platform === 'linux'
      ? 'not needed: a VS Code under test keeps its secrets without one'
      : "the system's, for a desktop VS Code; none for a served one";
  return { title: 'Keyring', found };
}

function shortened(path: string): string {
  return path.startsWith(repoFolder) ? relative(repoFolder, path) : path;
}
