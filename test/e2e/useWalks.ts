import { afterEach } from 'mocha';
import { reportFailure } from './reportFailure.ts';
import { Walk, type WalkOptions } from './walk.ts';

/** What the tests of a file share. */
export type Walks = {
  /** Opens a VS Code for this test, which ends with it. */
  begin(options?: WalkOptions): Promise<Walk>;
};

/** Ends what the tests around it begin. */
export function useWalks(): Walks {
  let walk: Walk | undefined;

  afterEach(async function () {
    await reportFailure(this, walk?.workbench);
    await walk?.end();
    walk = undefined;
  });

  return {
    begin: async (options = {}) => {
      walk = await Walk.begin(options);
      return walk;
    },
  };
}
