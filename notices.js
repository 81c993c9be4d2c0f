// What the bundles hold of others, with the words that their licenses ask to be passed on.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How packages name the file with their license, and what some licenses want to go with it. */
const TEXTS = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/**
 * The folders of the packages that a bundle holds something of, by the metafile's outputs of esbuild.
 *
 * @param {Record<string, { inputs: Record<string, { bytesInOutput: number }> }>} outputs
 * @returns {string[]}
 */
export function packagesIn(outputs) {
  const paths = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = paths.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * The third-party notices of packages: name, version, license and its text. Throws where a package says neither under what
 * license it is nor has a text of one, because then nobody may pass it on.
 *
 * @param {readonly string[]} folders
 * @returns {Promise<string>}
 */
export async function noticesOf(folders) {
  const notices = await Promise.all(folders.map(noticeOf));
  const head = 'This extension holds parts of the following packages, each under its own license.\n';
  return [head, ...[...new Set(notices)].sort()].join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => TEXTS.test(file)).sort();
  const texts = await Promise.all(files.map(async (file) => await readFile(join(folder, file), 'utf8')));
  if (texts.length === 0 && typeof license !== 'string')
    throw new Error(`${folder} says nothing of its license.`);
  const text = texts.length === 0 ? 'The package holds no text of its license.' : texts.join('\n');
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
