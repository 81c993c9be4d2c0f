import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { say } from '../host/say.ts';
import { approvedPictures, layoutFile, pictureFile, pose } from '../webview/approved.ts';
import { everyView } from '../webview/everyView.ts';
import { type Layout, lastingLayout } from '../webview/layout.ts';

/**
 * Makes the pictures that git keeps anew, of the views with these names, or of all of them, and writes how they are laid
 * out. Throws a sentence where none is kept of such a view.
 */
export async function approve(names: readonly string[]): Promise<void> {
  const kept = [...new Set(approvedPictures.map(({ view }) => view))];
  const unknown = names.filter((name) => name !== 'all' && !kept.includes(name));
  if (unknown.length > 0)
    throw new Error(`No picture is kept of "${unknown.join('", "')}". There are: all, ${kept.join(', ')}.`);
  for (const picture of approvedPictures) {
    const { view, language } = picture;
    const show = everyView.get(view);
    if (show === undefined) throw new Error(`There is no view ${view}.`);
    if (!names.includes('all') && !names.includes(view)) continue;
    const { page, picture: take } = await show(language);
    await pose(page, picture);
    await write(layoutFile(picture), layoutText(await lastingLayout(page)));
    const image = await take('window');
    await write(pictureFile(picture), image);
    say(`${pictureFile(picture)} ${(image.byteLength / 1000).toFixed(1)} kB`);
  }
}

/** As JSON, with a line for each box, so that a change of one is a change of a line. */
function layoutText({ boxes, colours }: Layout): string {
  const lines = boxes.map((box) => `    ${JSON.stringify(box)}`).join(',\n');
  return `{\n  "boxes": [\n${lines}\n  ],\n  "colours": ${JSON.stringify(colours)}\n}\n`;
}

async function write(file: string, content: string | Buffer): Promise<void> {
  const path = join(repoFolder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
