import type { PracticeOrgOptions } from '../../src/practiceOrg/server.ts';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';

/**
 * Starts an org for the tests of the block around it, and puts it back to its first day before each of them.
 * Gives a function that gives the org while a test runs.
 */
export function useOrg(options?: PracticeOrgOptions): () => OrgUnderTest {
  let started: OrgUnderTest | undefined;
  const org = () => started ?? assertStarted();

  before(async () => {
    started = await startOrg(options);
  });
  beforeEach(async () => {
    await steer(org(), 'POST', 'reset');
  });
  after(() => started?.close());
  return org;
}

function assertStarted(): never {
  throw new Error('The org runs only while a test runs.');
}
