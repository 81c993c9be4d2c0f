import assert from 'node:assert/strict';
import type { Cause } from '../../../src/core/doctor/cause.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { causeReasons } from '../../../src/core/texts/doctor.ts';
import {
  answer,
  INVALID_PAGE,
  loginScene,
  REGION,
  type Scene,
  withClient,
  withSymptoms,
} from '../../doctor/facts.ts';

const page = (path: string, region = REGION) => `https://apps.${region}/crm/${path}`;

/** The client of agents, looked at without a place of the workspace. */
function bare(fields: Partial<OAuthClient>): Scene {
  const scene = loginScene();
  return withClient({ ...scene, subject: bareSubject(scene) }, fields);
}

function bareSubject({ subject }: Scene): Scene['subject'] {
  assert.ok(subject.kind === 'framework');
  const { clientId, region } = subject;
  return { kind: 'client', clientId, region };
}

const found = (scene: Scene) => answer(scene).causes.map(({ cause, certainty }) => [cause, certainty]);

describe('A client that nothing but its pages says is of the framework', () => {
  const cases: readonly [Cause, 'likely' | 'possible', Partial<OAuthClient>][] = [
    ['redirect-uri-inexact', 'likely', { registeredRedirectUri: [page('index.html/')] }],
    [
      'redirect-uri-of-other-region',
      'likely',
      { registeredRedirectUri: [page('index.html', 'mypurecloud.ie')] },
    ],
    ['partner-page', 'possible', { registeredRedirectUri: [page('acmecti/index.html')] }],
    ['redirect-uri-missing', 'possible', { registeredRedirectUri: [page('authWindow.html')] }],
    ['grant-unsuited', 'possible', { authorizedGrantType: 'SAML2-BEARER' }],
  ];
  for (const [cause, certainty, fields] of cases) {
    it(`${cause} is found, and said to be no more than ${certainty}`, () => {
      const scene = bare(fields);
      assert.deepEqual(found(scene), [[cause, certainty]]);
      const [first] = answer(scene).causes;
      assert.ok(first !== undefined);
      assert.doesNotMatch(causeReasons(first, 'en').join(' '), /nothing is known of/i);
      assert.match(
        causeReasons(first, 'en').at(-1) ?? '',
        /^That the Embeddable Framework uses .* is likely/,
      );
    });
  }

  it('is in order where its pages are, and nothing is said of pages that an application may ask for', () => {
    const { causes, inOrder, notLooked } = answer(bare({ scope: ['conversations'] }));
    assert.deepEqual(causes, []);
    assert.ok(!inOrder.some(({ cause }) => cause === 'redirect-uri-missing'));
    assert.deepEqual(notLooked.find(({ cause }) => cause === 'redirect-uri-missing')?.reason, {
      why: 'application',
    });
  });

  it('is none where it has no page of the framework', () => {
    for (const uri of ['https://crm.contoso.example/callback/', page('', 'contoso.example'), page('x.html')])
      assert.deepEqual(found(bare({ registeredRedirectUri: [uri] })), [], uri);
  });

  it('is looked at by the address that a text names, and that is certain', () => {
    const told = {
      requests: [{ redirectUri: 'https://crm.contoso.example/callback', hasProof: true }],
    };
    const scene = bare({ registeredRedirectUri: [page('index.html/')] });
    const seen = withSymptoms({ ...scene, told: { ...scene.told, ...told } }, INVALID_PAGE);
    assert.deepEqual(found(seen)[0], ['redirect-uri-missing', 'certain']);
    assert.ok(!JSON.stringify(answer(seen).causes).includes('likely"'));
  });

  it('a file says for certain what its pages only make likely', () => {
    const scene = withClient(loginScene(), {
      registeredRedirectUri: [page('index.html/'), page('authWindow.html')],
    });
    const [first] = answer(scene).causes;
    assert.equal(first?.cause, 'redirect-uri-inexact');
    assert.ok(!('likely' in (first?.args ?? {})));
  });
});
