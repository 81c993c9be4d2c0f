import { after, before } from 'mocha';
import { type OrgUnderTest, startOrg } from '../../org/client.ts';

/** Starts an org of 2,000 roles and 500 divisions for the tests of the block around it; they change nothing in it. */
export function useLargeOrg(): () => OrgUnderTest {
  let started: OrgUnderTest | undefined;
  before(async () => {
    started = await startOrg({ size: 'large' });
  });
  after(() => started?.close());
  return () => {
    if (started === undefined) throw new Error('The org runs only while a test runs.');
    return started;
  };
}
