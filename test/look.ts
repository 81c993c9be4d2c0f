// npm run look [-- VIEW …] [--theme THEME] [--language en|ja]: makes a picture of every view in every theme and language from
// the real page, and judges each, into looks/, which git ignores; without --language in one that needs more room, too. looks/index.html shows those of the last run. VIEW, THEME: a part of a
// name; with several, those that contain any. Ctrl+C ends it, and keeps what was made. Ends with 1 where something is wrong.
// npm run look -- --approve VIEW …: makes the pictures anew that git keeps of these views, or of all ("all").
import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { describeError, say } from './host/say.ts';
import { themeFileName } from './host/themes.ts';
import { approve } from './look/approve.ts';
import { chosen, type Sitting, sittings } from './look/choose.ts';
import { galleryHtml, type Picture } from './look/gallery.ts';
import { contrastFindings, sizeFindings } from './webview/axe.ts';
import { everyView, type Show } from './webview/everyView.ts';
import { complaints } from './webview/harness.ts';
import { faultsInAnyTheme, faultsWhenNarrow } from './webview/judge.ts';
import { everyPlace } from './webview/newLooks.ts';
import { PSEUDO } from './webview/pseudo.ts';
import { pseudoFaults } from './webview/pseudoFaults.ts';
import { wear } from './webview/themes.ts';

const FOLDER = join(repoFolder, 'looks');

endAtOnce();
try {
  await main();
  process.exit();
} catch (error) {
  say(describeError(error));
  process.exit(2);
}

async function main(): Promise<void> {
  const { values, positionals: views } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', multiple: true },
      language: { type: 'string', multiple: true },
      approve: { type: 'boolean' },
    },
  });
  if (values.approve) await approve(views.length === 0 ? ['all'] : views);
  else {
    const wish = { views, themes: values.theme, languages: values.language };
    await look(sittings(chosen(wish, [...everyView.keys()])), values.language === undefined);
  }
}

async function look(planned: readonly Sitting[], inPseudo: boolean): Promise<void> {
  const pictures: Picture[] = [];
  const needRoom = inPseudo ? [...new Set(planned.map(({ view }) => view))] : [];
  const total = planned.reduce((sum, { themes }) => sum + themes.length + 1, needRoom.length);
  await mkdir(FOLDER, { recursive: true });
  process.on('exit', () => {
    const gallery = join(FOLDER, 'index.html');
    writeFileSync(gallery, galleryHtml(pictures));
    const faulty = pictures.filter(({ faults }) => faults.length > 0).length;
    say(`\n${pictures.length} of ${total} pictures, something is wrong in ${faulty}. Look at ${gallery}`);
  });
  const tell = (view: string, language: string, made: readonly Picture[]) => {
    pictures.push(...made);
    say(`${String(pictures.length).padStart(String(total).length)}/${total} ${view} (${language})`);
    for (const { theme, faults } of made) for (const fault of faults) say(`    ${theme}: ${fault}`);
    if (made.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
  };
  for (const sitting of planned) tell(sitting.view, sitting.language, await takeAll(sitting));
  for (const view of needRoom) tell(view, PSEUDO, [await takeWhereRoomIsNeeded(view)]);
}

/** The picture of a view in the language that needs more room (webview/pseudo.ts), as narrow as it is judged last. */
async function takeWhereRoomIsNeeded(view: string): Promise<Picture> {
  const { page, picture } = await showing(view)(PSEUDO);
  const faults = await pseudoFaults(page);
  await showWhole(page);
  const file = `${view}.narrow.${PSEUDO}.png`;
  await writeFile(join(FOLDER, file), await picture());
  return { file, view, theme: 'narrow', language: PSEUDO, faults: [...faults, ...complaints.splice(0)] };
}

function showing(view: string): Show {
  const show = everyView.get(view);
  if (show === undefined) throw new Error(`There is no view ${view}.`);
  return show;
}

/** The pictures of a sitting, each with what is wrong with it; the last one is as narrow as beside an editor. */
async function takeAll({ view, language, themes }: Sitting): Promise<Picture[]> {
  const { page, picture } = await showing(view)(language);
  const places = await everyPlace(page);
  const ofAll = [...(await faultsInAnyTheme(page)), ...(await sizeFindings(page, places))];
  const made: Picture[] = [];
  const keep = async (theme: string, faults: readonly string[]) => {
    await showWhole(page);
    const file = `${view}.${theme}.${language}.png`;
    await writeFile(join(FOLDER, file), await picture());
    made.push({ file, view, theme, language, faults: [...faults, ...complaints.splice(0)] });
  };
  for (const theme of themes) {
    await wear(page, theme);
    await keep(themeFileName(theme), [...ofAll, ...(await contrastFindings(page, places))]);
  }
  await keep('narrow', await faultsWhenNarrow(page));
  return made;
}

/** Makes the window as high as the page: what stays at its lower end would else lie over the middle of the picture. */
async function showWhole(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size !== null && size.height < height) await page.setViewportSize({ ...size, height });
}
