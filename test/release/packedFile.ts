import { posix, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import JSZip from 'jszip';
import * as z from 'zod/mini';

/** A .vsix may have so many bytes, its pictures not counted: it is fetched by everybody, and grows unseen. */
export const MOST_BYTES = 800_000;

/** The pictures of the walkthrough, which nothing packs smaller, and the icon may have so many beside that. */
export const MOST_BYTES_OF_PICTURES = 260_000;

/** And so many the file that VS Code loads at each start, used or not; all else is loaded when it is asked for. */
export const MOST_BYTES_AT_START = 10_000;

/** What was put into a .vsix. */
export type PackedFile = {
  /** The size of the .vsix. */
  bytes: number;
  /** How many of them pictures have, which are packed as they are. */
  pictureBytes: number;
  /** The extension's files, by their path below its folder, with `/`; pictures are text here, too. */
  files: ReadonlyMap<string, string>;
};

/** What a .vsix was made from, to compare it with. */
export type PackedFrom = {
  /** The text of package.json. */
  manifest: string;
  /** The text of .vscodeignore: one line that leaves out everything, and those with `!` that take a file in. */
  ignoreFile: string;
  /** The folder it was made in, which no packed file may name. */
  folder: string;
};

/** Reads a .vsix. Throws when it is no zip. */
export async function readPackedFile(vsix: Uint8Array): Promise<PackedFile> {
  const zip = await JSZip.loadAsync(vsix);
  const files = new Map<string, string>();
  let pictureBytes = 0;
  for (const entry of Object.values(zip.files)) {
    const [top, ...path] = entry.name.split('/');
    if (top !== 'extension' || entry.dir) continue;
    files.set(path.join('/'), await entry.async('text'));
    if (/\.(?:png|webp)$/.test(entry.name)) pictureBytes += (await entry.async('uint8array')).byteLength;
  }
  return { bytes: vsix.byteLength, pictureBytes, files };
}

/** Says in a sentence each what is wrong with a .vsix; nothing when it may be published. */
export function faultsOf(packed: PackedFile, from: PackedFrom): string[] {
  return [
    ...sizeFaults(packed, from),
    ...fileFaults(packed, from),
    ...manifestFaults(packed, from),
    ...traces(packed, from),
  ];
}

function sizeFaults({ bytes, pictureBytes, files }: PackedFile, { manifest }: PackedFrom): string[] {
  const { main } = z.object({ main: z.string() }).parse(JSON.parse(manifest));
  const atStart = Buffer.byteLength(files.get(posix.normalize(main)) ?? '');
  return [
    ...(bytes - pictureBytes > MOST_BYTES
      ? [`Without its pictures it has ${bytes - pictureBytes} bytes; at most ${MOST_BYTES} are wanted.`]
      : []),
    ...(pictureBytes > MOST_BYTES_OF_PICTURES
      ? [`Its pictures have ${pictureBytes} bytes; at most ${MOST_BYTES_OF_PICTURES} are wanted.`]
      : []),
    ...(atStart > MOST_BYTES_AT_START
      ? [`${main} has ${atStart} bytes; at most ${MOST_BYTES_AT_START} are wanted.`]
      : []),
  ];
}

function fileFaults({ files }: PackedFile, { ignoreFile }: PackedFrom): string[] {
  const wanted = ignoreFile
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).trim());
  const names = [...files.keys()];
  const missing = wanted.filter((pattern) => !names.some((name) => isNamedBy(pattern, name)));
  const unwanted = names.filter((name) => !wanted.some((pattern) => isNamedBy(pattern, name)));
  return [
    ...missing.map((pattern) => `.vscodeignore takes in ${pattern}, but it is not there.`),
    ...unwanted.map((name) => `${name} is there, but no line of .vscodeignore takes it in.`),
  ];
}

/**
 * vsce writes the names of the three files that people read otherwise: readme.md, changelog.md, LICENSE.txt. The first
 * two come from where the build has put them.
 */
function isNamedBy(pattern: string, name: string): boolean {
  const parts = pattern
    .replace(/^dist\/(?=(?:README|CHANGELOG)\.md$)/, '')
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}(?:\\.txt)?$`, 'i').test(name);
}

function manifestFaults({ files }: PackedFile, { manifest }: PackedFrom): string[] {
  const packed = files.get('package.json');
  if (packed === undefined) return [];
  const names = [...files.keys()];
  const missing = pathsIn(JSON.parse(packed)).filter(
    (path) => !names.some((name) => name === path || name.startsWith(`${path}/`)),
  );
  return [
    ...(isDeepStrictEqual(JSON.parse(packed), JSON.parse(manifest))
      ? []
      : ['Its package.json is not the one here.']),
    ...missing.map((path) => `Its package.json names ${path}, but that is not there.`),
  ];
}

/** The files and folders that a manifest names: whatever begins with `./`. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value.slice(2)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

/** What tells of the computer that packed it. (vsce itself refuses to pack what looks like a token or a key.) */
function traces({ files }: PackedFile, { folder }: PackedFrom): string[] {
  return [...files].flatMap(([name, text]) => [
    ...(text.includes(folder + sep) ? [`${name} names the folder ${folder}.`] : []),
    ...(text.includes('sourceMappingURL') ? [`${name} was built for debugging: it names a source map.`] : []),
  ]);
}
