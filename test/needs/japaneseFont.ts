import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Download, fetchDownload, findDownload, unpackPackage } from './downloads.ts';

const VERSION = '0.4.3';
const WEIGHTS = ['400Regular', '700Bold'];

const download: Download = {
  folder: `noto-sans-jp-${VERSION}`,
  title: 'a Japanese font (Noto Sans JP)',
  megabytes: 29,
  fill: async (folder, npm) => {
    await unpackPackage(`@expo-google-fonts/noto-sans-jp@${VERSION}`, folder, npm);
    for (const name of await readdir(folder)) {
      const isNeeded = name.startsWith('.') || WEIGHTS.includes(name);
      if (!isNeeded) await rm(join(folder, name), { recursive: true });
    }
    await writeFile(join(folder, 'fonts.conf'), FONTS_CONF);
  },
};

/** The fonts of the system, and in addition those in this folder. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">.</dir>
</fontconfig>
`;

/** What a Chromium needs in its environment to draw Japanese with the font among the downloads; undefined without it. */
export async function findJapaneseFont(): Promise<Record<string, string> | undefined> {
  const folder = await findDownload(download);
  return folder === undefined ? undefined : environmentOf(folder);
}

/** The same after it was fetched where it was not there. Throws a FetchError when it cannot be had. */
export async function fetchJapaneseFont(): Promise<Record<string, string>> {
  return environmentOf(await fetchDownload(download));
}

function environmentOf(folder: string): Record<string, string> {
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}
