import { afterEach } from 'mocha';
import { reportFailure } from './reportFailure.ts';
import { Walk, type WalkOptions } from './walk.ts';

/** What the tests of a file share. */
export type Walks = {
  /** Opens a VS Code for this test alone, which ends with it. */
  begin(options?: WalkOptions): Promise<Walk>;
  /**
   * Goes on in the VS Code of an earlier test that ended well and began with the same options, with everything put back
   * but drafts, or opens one: that takes longer than most walks, so this is for each one that needs no new VS Code.
   */
  goOn(options?: WalkOptions): Promise<Walk>;
};

/** Where walks go on, by the options they began with. They end with this process, which runs the tests of many files. */
const left = new Map<string, Walk>();

/** Ends what the tests around it begin. */
export function useWalks(): Walks {
  let walk: Walk | undefined;
  /** The options that others may go on with in the VS Code of this test, when it ends well. */
  let leftFor: string | undefined;

  afterEach(async function () {
    await reportFailure(this, walk?.workbench);
    if (walk !== undefined && leftFor !== undefined && this.currentTest?.state === 'passed') {
      left.set(leftFor, walk);
    } else {
      await walk?.end();
    }
    walk = undefined;
    leftFor = undefined;
  });

  return {
    begin: async (options = {}) => {
      walk = await Walk.begin(options);
      return walk;
    },
    goOn: async ({ pictures, ...options } = {}) => {
      const kind = JSON.stringify(options);
      const before = left.get(kind);
      left.delete(kind);
      walk = before ?? (await Walk.begin(options));
      // It ends with this test when it cannot be put back.
      await before?.putBack();
      walk = walk.takingPictures(pictures);
      leftFor = kind;
      return walk;
    },
  };
}
