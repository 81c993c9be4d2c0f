import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { writePicture } from '../host/pictures.ts';
import { languages } from '../languages.ts';
import { approvedLayout, approvedPictures, layoutFile, pictureFile, pose } from './approved.ts';
import { everyView } from './everyView.ts';
import { showWizard } from './harness.ts';
import { differences, lastingLayout, measureLayout } from './layout.ts';
import { views } from './views.ts';

const Image = z.object({ light: z.string(), dark: z.string(), hcLight: z.string(), hc: z.string() });
const Step = z.object({ media: z.object({ image: Image, altText: z.string() }) });
const Manifest = z.object({
  contributes: z.object({ walkthroughs: z.array(z.object({ steps: z.array(Step) })) }),
});

describe('The pictures that people are shown', () => {
  for (const language of languages) {
    for (const [view, show] of everyView) {
      const pictures = approvedPictures.filter((each) => each.view === view && each.language === language);
      if (pictures.length === 0) continue;
      it(`show ${view} (${language}) as it is`, async () => {
        const { page, picture: take } = await show(language);
        for (const picture of pictures) {
          await pose(page, picture);
          const found = differences(await approvedLayout(picture), await measureLayout(page));
          if (found.length === 0) continue;
          const file = pictureFile(picture);
          const now = await writePicture(`webview/approved/${file.replaceAll('/', '.')}`, await take());
          assert.fail(
            `${file} does not show what is there now:\n${found.join('\n')}\nLook at ${now}. If it is right: npm run look -- --approve ${view}`,
          );
        }
      });
    }
  }

  it('are at most forty, and no others are kept', async () => {
    assert.ok(approvedPictures.length <= 40);
    for (const [folder, fileOf] of [
      ['media/readme', pictureFile],
      ['media/walkthrough', pictureFile],
      ['test/webview/approved/readme', layoutFile],
      ['test/webview/approved/walkthrough', layoutFile],
    ] as const) {
      const kept = (await readdir(join(repoFolder, folder))).map((name) => `${folder}/${name}`);
      const wanted = approvedPictures.map(fileOf).filter((file) => file.startsWith(`${folder}/`));
      assert.deepEqual(kept.sort(), wanted.sort());
    }
  });
});

describe('What shows them', () => {
  const read = async (file: string) => await readFile(join(repoFolder, file), 'utf8');

  it('is the walkthrough: in each language one for a light editor and one for a dark one, with words for who cannot see', async () => {
    const { contributes } = Manifest.parse(JSON.parse(await read('package.json')));
    const shown: string[] = [];
    for (const language of languages) {
      const file = language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
      const texts = z.record(z.string(), z.string()).parse(JSON.parse(await read(file)));
      const said = (key: string) => texts[key.replaceAll('%', '')] ?? '';
      for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
        const { light, dark, hcLight, hc } = media.image;
        assert.deepEqual([hcLight, hc], [light, dark]);
        assert.match(said(light), new RegExp(`\\.light-2026\\.${language}\\.webp$`));
        assert.equal(said(dark), said(light).replace('.light-', '.dark-'));
        assert.ok(said(media.altText).length > 20);
        shown.push(said(light), said(dark));
      }
    }
    const kept = approvedPictures.filter(({ use }) => use === 'walkthrough').map(pictureFile);
    assert.deepEqual(shown.sort(), kept.sort());
  });

  it('is the README: each in its own language, that in English all of them', async () => {
    for (const language of languages) {
      const file = language === 'en' ? 'README.md' : `README.${language}.md`;
      if (!existsSync(join(repoFolder, file))) continue;
      const shown = [...(await read(file)).matchAll(/ (?:src|srcset)="([^"]+)"/g)].map(
        ([, path = '']) => path,
      );
      const kept = approvedPictures
        .filter((each) => each.use === 'readme' && each.language === language)
        .map(pictureFile);
      assert.deepEqual(
        shown.filter((path) => !kept.includes(path)),
        [],
        file,
      );
      if (language === 'en') assert.deepEqual(shown.sort(), kept.sort());
    }
  });
});

describe('The layout of a view', () => {
  it('is the same in another font, and not where something is moved, taken away or painted', async () => {
    const { page } = await showWizard(views['details-wrong']);
    const layout = await lastingLayout(page);
    assert.ok(layout.boxes.filter(({ left }) => left !== undefined).length > 10);
    assert.ok(layout.boxes.filter(({ below }) => below !== undefined).length > 10);
    const set = async (selector: string, property: string, value: string) =>
      await page
        .locator(selector)
        .first()
        .evaluate(
          (element, [name, to]) => {
            if (element instanceof HTMLElement) element.style.setProperty(name ?? '', to ?? '');
          },
          [property, value],
        );
    const found = async () => differences(layout, await measureLayout(page));
    for (const [property, value] of [
      ['--vscode-font-family', 'sans-serif'],
      ['letter-spacing', '0.5px'],
      ['word-spacing', '3px'],
    ] as const) {
      await set('html', property, value);
      assert.deepEqual(await found(), [], value);
      await set('html', property, '');
    }
    for (const [selector, property, value, told] of [
      ['vscode-text-field', 'margin-left', '8px', /: left is \d+ px, not \d+ px/],
      ['.lead', 'margin-top', '40px', /: below is \d+ px, not \d+ px/],
      ['h2', 'display', 'none', /^In place \d+ is /],
      ['h2', 'color', 'rgb(1, 2, 3)', /^heading is rgb\(1, 2, 3\) on/],
    ] as const) {
      await set(selector, property, value);
      assert.match((await found()).join('\n'), told);
      await set(selector, property, '');
      assert.deepEqual(await found(), []);
    }
  });
});
