import assert from 'node:assert/strict';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, it } from 'mocha';
import {
  faultsOf,
  MOST_BYTES,
  MOST_BYTES_AT_START,
  MOST_BYTES_OF_PICTURES,
  type PackedFile,
  readPackedFile,
} from '../../release/packedFile.ts';

const MANIFEST = JSON.stringify({ name: 'sample', main: './dist/main.cjs', l10n: './l10n' });
const FOLDER = join(import.meta.dirname, 'sample');
const FROM = {
  manifest: MANIFEST,
  ignoreFile:
    '**\n!dist/main.cjs\n!l10n/*.json\n!media/icon.*\n!package.json\n!dist/README.md\n!dist/CHANGELOG.md\n!LICENSE\n',
  folder: FOLDER,
};
/** As vsce names them. */
const FILES = {
  'dist/main.cjs': 'activate()',
  'l10n/bundle.json': '{}',
  'media/icon.png': '',
  'media/icon.svg': '',
  'package.json': MANIFEST,
  'readme.md': 'Read me',
  'changelog.md': 'What is new',
  'LICENSE.txt': 'MIT',
};

describe('A .vsix', () => {
  it('is read back: the files of the extension, and what it weighs', async () => {
    const zip = new JSZip();
    zip.file('extension.vsixmanifest', '<PackageManifest/>');
    for (const [name, text] of Object.entries(FILES)) zip.file(`extension/${name}`, text);
    const vsix = await zip.generateAsync({ type: 'uint8array' });
    assert.deepEqual(await readPackedFile(vsix), {
      bytes: vsix.byteLength,
      pictureBytes: 0,
      files: new Map(Object.entries(FILES)),
    });
  });

  it('may be published when it holds what .vscodeignore takes in', () => {
    assert.deepEqual(faultsOf(packed({}), FROM), []);
  });

  for (const name of Object.keys(FILES).filter((one) => !one.startsWith('media/'))) {
    it(`lacks ${name}`, () => {
      assert.match(faultsOf(packed({ [name]: undefined }), FROM).join('\n'), /is not there\./);
    });
  }

  it('lacks what a pattern names only when nothing fits it', () => {
    assert.deepEqual(faultsOf(packed({ 'media/icon.svg': undefined }), FROM), []);
    assert.deepEqual(faultsOf(packed({ 'media/icon.svg': undefined, 'media/icon.png': undefined }), FROM), [
      '.vscodeignore takes in media/icon.*, but it is not there.',
    ]);
  });

  it('holds a file that nothing takes in, however alike its name is', () => {
    for (const name of [
      '.env',
      'dist/main.cjs.map',
      'dist/mainXcjs',
      'l10n/more/bundle.json',
      'src/package.json',
    ]) {
      assert.deepEqual(faultsOf(packed({ [name]: '' }), FROM), [
        `${name} is there, but no line of .vscodeignore takes it in.`,
      ]);
    }
  });

  it('is of another version, or names a file that was not packed', () => {
    const manifest = JSON.stringify({ name: 'sample', contributes: [{ url: './media/schema.json' }] });
    assert.deepEqual(faultsOf(packed({ 'package.json': manifest }), FROM), [
      'Its package.json is not the one here.',
      'Its package.json names media/schema.json, but that is not there.',
    ]);
  });

  it('tells where it was made, or was made for debugging', () => {
    const main = `// ${join(FOLDER, 'main.ts')}\n//# sourceMappingURL=main.cjs.map`;
    assert.deepEqual(faultsOf(packed({ 'dist/main.cjs': main }), FROM), [
      `dist/main.cjs names the folder ${FOLDER}.`,
      'dist/main.cjs was built for debugging: it names a source map.',
    ]);
  });

  it('is too large from one byte over the limit on', () => {
    assert.deepEqual(faultsOf({ ...packed({}), bytes: MOST_BYTES }, FROM), []);
    assert.equal(faultsOf({ ...packed({}), bytes: MOST_BYTES + 1 }, FROM).length, 1);
    const pictures = { bytes: MOST_BYTES + MOST_BYTES_OF_PICTURES, pictureBytes: MOST_BYTES_OF_PICTURES };
    assert.deepEqual(faultsOf({ ...packed({}), ...pictures }, FROM), []);
    const oneMore = { bytes: pictures.bytes + 1, pictureBytes: pictures.pictureBytes + 1 };
    assert.equal(faultsOf({ ...packed({}), ...oneMore }, FROM).length, 1);
  });

  it('makes each start slow from one byte over the limit of the file that is loaded then', () => {
    const withMain = (bytes: number) => packed({ 'dist/main.cjs': 'x'.repeat(bytes) });
    assert.deepEqual(faultsOf(withMain(MOST_BYTES_AT_START), FROM), []);
    assert.equal(faultsOf(withMain(MOST_BYTES_AT_START + 1), FROM).length, 1);
  });
});

/** A packed file in which some files are otherwise, or (undefined) not there. */
function packed(changed: Record<string, string | undefined>): PackedFile {
  const files = Object.entries<string | undefined>({ ...FILES, ...changed });
  return {
    bytes: 1000,
    pictureBytes: 0,
    files: new Map(files.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  };
}
