import assert from 'node:assert/strict';
import type { Cause } from '../../../src/core/doctor/cause.ts';
import {
  answer,
  CLIENT_ID,
  callScene,
  INVALID_PAGE,
  known,
  loginScene,
  REGION,
  type Scene,
  withClient,
  withFacts,
  withSymptoms,
} from '../../doctor/facts.ts';

describe('A client that is to be changed by hand', () => {
  const next = (scene: Scene, cause: Cause) =>
    answer(scene).causes.find((each) => each.cause === cause)?.next;

  it('is opened at the page of the wizard that the cause names', () => {
    const { told, facts } = withSymptoms(loginScene(), INVALID_PAGE);
    const byItself: Scene = { subject: { kind: 'client', clientId: CLIENT_ID, region: REGION }, told, facts };
    assert.deepEqual(next(byItself, 'redirect-uri-missing'), { kind: 'edit', page: 'redirect-uris' });
    assert.deepEqual(next(withClient(loginScene(), { scope: [] }), 'scope-missing'), {
      kind: 'edit',
      page: 'scopes',
    });
    const without = withFacts(withClient(callScene(), { roleDivisions: [] }), { roles: known([]) });
    assert.deepEqual(next(without, 'no-role'), { kind: 'edit', page: 'roles' });
    assert.deepEqual(next(withClient(loginScene(), { authorizedGrantType: 'TOKEN' }), 'grant-unsuited'), {
      kind: 'edit',
      page: 'grant-type',
    });
  });

  it('is opened at its details where agents are logged out because its tokens are short', () => {
    const seen = { kind: 'seen', what: 'logged-out-after-a-while' } as const;
    const nextOf = (seconds: number) =>
      next(
        withSymptoms(withClient(loginScene(), { accessTokenValiditySeconds: seconds }), seen),
        'token-ended',
      );
    assert.deepEqual(nextOf(3600), { kind: 'edit', page: 'details' });
    assert.deepEqual(nextOf(64_800), { kind: 'change-application', what: 'token' });
  });
});
