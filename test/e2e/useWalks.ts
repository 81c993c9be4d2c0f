import { after, afterEach, before } from 'mocha';
import { type PracticeOrg, practiceOrgVariable, startPracticeOrg } from '../host/practiceOrg.ts';
import { reportFailure } from './reportFailure.ts';
import { Walk, type WalkOptions } from './walk.ts';

export type BeginOptions = Omit<WalkOptions, 'practiceOrg'>;

/** What the tests of a file share. */
export type Walks = {
  /** The practice org, one for all tests of the file. */
  org(): PracticeOrg;
  /** Opens a VS Code for this test, which ends with it. */
  begin(options?: BeginOptions): Promise<Walk>;
};

/** Starts a practice org for the tests around it and ends all that they begin. */
export function useWalks(): Walks {
  let started: PracticeOrg | undefined;
  let walk: Walk | undefined;

  before(async () => {
    started = await startPracticeOrg();
  });

  after(async () => await started?.stop());

  afterEach(async function () {
    await reportFailure(this, walk?.workbench);
    await walk?.end();
    walk = undefined;
  });

  function org(): PracticeOrg {
    if (started === undefined) throw new Error('The practice org is there from the first test on.');
    return started;
  }

  return {
    org,
    begin: async (options = {}) => {
      const practiceOrg = { variable: practiceOrgVariable, json: org().json };
      walk = await Walk.begin({ practiceOrg, ...options });
      return walk;
    },
  };
}
