import assert from 'node:assert/strict';
import { afterEach } from 'mocha';
import type { Language } from '../host/languagePack.ts';
import { wantsPictures } from '../host/pictures.ts';
import { type ThemeName, usualTheme } from '../host/themes.ts';
import { reportFailure } from './reportFailure.ts';
import { Walk, type WalkOptions } from './walk.ts';
import { workbenchLeaks } from './workbenchLeaks.ts';

/**
 * The languages to walk a way in: this one, as what pages and boxes say is read in both elsewhere; both of them where
 * somebody wants to look at pictures.
 */
export function languagesOf(usual: Language): readonly Language[] {
  return wantsPictures() ? ['en', 'ja'] : [usual];
}

/** What the tests of a file share. */
export type Walks = {
  /** Opens a VS Code for this test alone, which ends with it. */
  begin(options?: WalkOptions): Promise<Walk>;
  /**
   * Goes on in the VS Code that an earlier test, which ended well, had opened in the same way, with everything put back but
   * drafts; or opens one. That takes longer than most walks, so this is for each test that needs no new VS Code.
   */
  goOn(options?: WalkOptions): Promise<Walk>;
};

/** The VS Codes in which walks go on, by how they were opened. They end with this process, which runs the tests of many files. */
const left = new Map<string, { walk: Walk; theme: ThemeName }>();

/** Ends what the tests around it begin, and after each looks for all that an org gave out meanwhile where it must not be. */
export function useWalks(): Walks {
  let walk: Walk | undefined;
  /** How the VS Code of this test is left when it ends well. */
  let leave: ((walk: Walk) => void) | undefined;

  afterEach(async function () {
    await reportFailure(this, walk?.workbench);
    const leaks = walk === undefined ? [] : await workbenchLeaks(walk.workbench);
    if (
      walk !== undefined &&
      leave !== undefined &&
      this.currentTest?.state === 'passed' &&
      leaks.length === 0
    )
      leave(walk);
    else await walk?.end();
    walk = undefined;
    leave = undefined;
    assert.deepEqual(leaks, [], 'where something that an org gave out can be read');
  });

  return {
    begin: async (options = {}) => {
      walk = await Walk.begin(options);
      return walk;
    },
    goOn: async (options = {}) => {
      const { theme = usualTheme, pictures, ...opening } = options;
      const name = JSON.stringify(opening);
      const before = left.get(name);
      left.delete(name);
      // Named before it is put back: ended with this test when that fails.
      walk = before?.walk.takingPictures(pictures) ?? (await Walk.begin(options));
      await before?.walk.putBack();
      if (theme !== (before?.theme ?? usualTheme)) await walk.wear(theme);
      leave = (walk) => left.set(name, { walk, theme });
      return walk;
    },
  };
}
