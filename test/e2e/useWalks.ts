import { afterEach } from 'mocha';
import type { Language } from '../host/languagePack.ts';
import { reportFailure } from './reportFailure.ts';
import { Walk, type WalkOptions } from './walk.ts';

/** What the tests of a file share. */
export type Walks = {
  /** Opens a VS Code for this test alone, which ends with it. */
  begin(options?: WalkOptions): Promise<Walk>;
  /**
   * Goes on in the VS Code of an earlier test that ended well, with everything put back but drafts, or opens one on the
   * sample workspace: that takes longer than most walks, so this is for each one that needs no new VS Code.
   */
  goOn(options?: Pick<WalkOptions, 'language' | 'pictures'>): Promise<Walk>;
};

/** A VS Code in which walks go on, one a language. They end with this process, which runs the tests of many files. */
const left = new Map<Language, Walk>();

/** Ends what the tests around it begin. */
export function useWalks(): Walks {
  let walk: Walk | undefined;
  /** Where the VS Code of this test is left when it ends well. */
  let leaveFor: Language | undefined;

  afterEach(async function () {
    await reportFailure(this, walk?.workbench);
    if (walk !== undefined && leaveFor !== undefined && this.currentTest?.state === 'passed') {
      left.set(leaveFor, walk);
    } else {
      await walk?.end();
    }
    walk = undefined;
    leaveFor = undefined;
  });

  return {
    begin: async (options = {}) => {
      walk = await Walk.begin(options);
      return walk;
    },
    goOn: async ({ language = 'en', pictures } = {}) => {
      const before = left.get(language);
      left.delete(language);
      // Named before it is put back: ended with this test when that fails.
      walk = before ?? (await Walk.begin({ language }));
      await before?.putBack();
      walk = walk.takingPictures(pictures);
      leaveFor = language;
      return walk;
    },
  };
}
