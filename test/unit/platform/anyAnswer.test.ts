import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ALL_DIVISIONS, grantRole, restoreDefaultRoles } from '../../../src/core/platform/authorization.ts';
import type { Result } from '../../../src/core/platform/errors.ts';
import { removeClient } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { deleteToken } from '../../../src/core/platform/tokens.ts';
import { useOrg } from '../../org/useOrg.ts';

const grant = { subjectIds: ['somebody'], divisionIds: [ALL_DIVISIONS] };

const REQUESTS: Record<string, (to: Connection) => Promise<Result<unknown>>> = {
  'deletes a client': async (to) => await removeClient(to, 'some client'),
  'ends a token': async (to) => await deleteToken(to),
  'restores the default roles': async (to) => await restoreDefaultRoles(to),
  'grants a role': async (to) => await grantRole(to, 'some role', grant),
};

describe('A request of which any answer will do', () => {
  const org = useOrg();

  for (const [what, request] of Object.entries(REQUESTS)) {
    it(`takes the page of a proxy for none when it ${what}`, async () => {
      const accessToken = await org().signIn('administrator');
      await org().turn({ troubles: [{ kind: 'html', times: 1 }] });
      const answer = await request({ apiUrl: org().baseUrl, accessToken, language: 'en' });
      assert.ok(!answer.ok && answer.error.kind === 'unexpected-answer', JSON.stringify(answer));
    });
  }

  it('is content with an empty one', async () => {
    const accessToken = await org().signIn('administrator');
    const answer = await deleteToken({ apiUrl: org().baseUrl, accessToken, language: 'en' });
    assert.equal(answer.ok, true);
  });
});
