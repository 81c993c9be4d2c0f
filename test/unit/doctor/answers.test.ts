import assert from 'node:assert/strict';
import { shortcomingArgs, shortcomings } from '../../../src/core/clients/forFramework.ts';
import { canBegin, Diagnosis, type NotLooked } from '../../../src/core/doctor/answer.ts';
import { CAUSES, type Cause } from '../../../src/core/doctor/cause.ts';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import { diagnostics } from '../../../src/core/findings/catalogue.ts';
import { findingText } from '../../../src/core/findings/finding.ts';
import {
  answer,
  apiError,
  CLIENT_ID,
  callScene,
  frameworkClient,
  INVALID_PAGE,
  known,
  loginScene,
  REGION,
  type Scene,
  scimScene,
  signedOut,
  withClient,
  withFacts,
  withSymptoms,
  withTold,
} from '../../doctor/facts.ts';

const found = (scene: Scene) => answer(scene).causes.map(({ cause, certainty }) => [cause, certainty]);
const pageOf = (path: string, region = REGION) => `https://apps.${region}/crm/${path}`;

describe('The page that says that the client or its redirect URI is invalid', () => {
  it('is about the redirect URI where the client is there and works', () => {
    const { told, facts } = withSymptoms(loginScene(), INVALID_PAGE);
    const scene: Scene = { subject: { kind: 'client', clientId: CLIENT_ID, region: REGION }, told, facts };
    assert.deepEqual(found(scene), [['redirect-uri-missing', 'likely']]);
  });

  it('is about the one in the address, certainly, where that is not registered', () => {
    const address = (uri: string) =>
      `https://login.${REGION}/oauth/authorize?response_type=code&client_id=${CLIENT_ID}&redirect_uri=${encodeURIComponent(uri)}&code_challenge=x`;
    const told = (uri: string) => ({ ...loginScene(), told: readSymptoms(address(uri)) });
    assert.deepEqual(found(told(pageOf('index.html'))), []);
    assert.deepEqual(found(told(`${pageOf('index.html')}/`)), [['redirect-uri-inexact', 'certain']]);
    assert.deepEqual(found(told('https://a.example/cb')), [['redirect-uri-missing', 'certain']]);
  });

  it('is about nothing for certain where nobody is signed in, and says what a sign-in would add', () => {
    const scene = signedOut('The OAuth client ID or redirect URI is invalid');
    assert.deepEqual(found(scene), [
      ['client-missing', 'possible'],
      ['client-not-active', 'possible'],
      ['redirect-uri-missing', 'possible'],
    ]);
    assert.ok(answer(scene).causes.every(({ next }) => next.kind === 'sign-in'));
    assert.ok(reasons(scene).has('signed-out'));
  });
});

function reasons(scene: Scene): ReadonlySet<NotLooked['why']> {
  return new Set(answer(scene).notLooked.map(({ reason }) => reason.why));
}

describe('What does not help', () => {
  const tells = (pasted: string) => {
    const { textTells, causes } = answer(signedOut(pasted));
    return [textTells, causes.length];
  };

  it('gives no cause that was made up', () => {
    assert.deepEqual(tells(''), ['not-asked', 0]);
    assert.deepEqual(tells('my cat'), ['nothing', 0]);
    assert.deepEqual(tells('x'.repeat(5_000_001)), ['too-large', 0]);
    assert.deepEqual(tells('{"error":"invalid_client","error_description":"AADSTS700016"}'), [
      'other-product',
      0,
    ]);
    const several = `client_id=${CLIENT_ID}\nclient_id=${CLIENT_ID.replace('0a', '1b')}`;
    assert.deepEqual(tells(several), ['several-clients', 0]);
  });

  it('leaves what a person does not let be read as not looked at, with who can', () => {
    const refused = { kind: 'untold', error: { kind: 'forbidden', answer: { status: 403 } } } as const;
    const { notLooked, causes } = answer(
      withFacts(loginScene(), { ipAllowList: refused, authentication: refused, authorization: refused }),
    );
    assert.deepEqual(causes, []);
    const permissions = ['directory:organization:admin'];
    for (const cause of ['ip-not-allowed', 'embedding-not-allowed'] as const)
      assert.deepEqual(
        notLooked.find((each) => each.cause === cause)?.reason,
        { why: 'not-allowed', permissions },
        cause,
      );
  });

  it('leaves an org that gives no answer as not looked at', () => {
    const failed = { kind: 'failed', error: { kind: 'timeout', seconds: 30 } } as const;
    const { client, elsewhere, ...others } = loginScene().facts;
    const names = Object.keys(others).filter((name) => name !== 'org');
    const facts = {
      ...loginScene().facts,
      client: failed,
      ...Object.fromEntries(names.map((name) => [name, failed])),
    };
    assert.ok(client.kind === 'known' && elsewhere.kind === 'known');
    assert.deepEqual(found({ ...loginScene(), facts }), []);
    assert.ok(reasons({ ...loginScene(), facts }).has('failed'));
  });

  it('finds the client of another org that one is signed in to, and makes nothing up about it', () => {
    const elsewhere = known([
      {
        org: { account: 'b', name: 'Fabrikam', region: 'mypurecloud.ie', practice: false },
        client: frameworkClient,
      },
    ]);
    const scene = withFacts(loginScene(), { client: known(undefined), elsewhere });
    assert.deepEqual(found(scene), [['other-region', 'possible']]);
    assert.deepEqual(found(withSymptoms(scene, INVALID_PAGE))[0], ['other-region', 'certain']);
  });

  it('is a refusal that this extension met itself: that is one more fact', () => {
    const refused = {
      kind: 'failed',
      error: { kind: 'signed-out', answer: { status: 401, code: 'ip.not.authorized' } },
    } as const;
    assert.deepEqual(found(withFacts(callScene(), { divisions: refused })), [['ip-not-allowed', 'certain']]);
  });
});

describe('A secret that was changed', () => {
  const refused = {
    kind: 'oauth-error',
    code: 'invalid_client',
    description: 'authentication failed',
  } as const;
  const rotated = withFacts(callScene(), {
    secret: known({
      kept: true,
      keptSince: '2026-11-20T12:00:00.000Z',
      rotatedAt: '2026-11-20T12:00:00.000Z',
    }),
  });

  it('is the certain cause of a refusal afterwards, and the new one is at hand', () => {
    const refusedOn = (moment: string | undefined) =>
      answer(withTold(withSymptoms(rotated, refused), moment === undefined ? {} : { moment })).causes[0];
    const first = refusedOn('2026-11-21T12:00:00.000Z');
    assert.deepEqual(
      [first?.cause, first?.certainty, first?.next.kind],
      ['secret-rotated', 'certain', 'copy-secret'],
    );
    assert.equal(refusedOn(undefined)?.certainty, 'likely', 'nobody knows whether it was afterwards');
  });

  it('is no proof of a refusal from before', () => {
    const before = withSymptoms(rotated, refused);
    const [first] = answer({
      ...before,
      told: { ...before.told, moment: '2026-11-19T12:00:00.000Z' },
    }).causes;
    assert.deepEqual([first?.cause, first?.certainty], ['secret-rotated', 'likely']);
    assert.ok(!('moment' in (first?.args ?? {})));
  });

  it('is news for a month, and then nobody is troubled with it', () => {
    const long = withFacts(callScene(), {
      secret: known({ kept: false, keptSince: undefined, rotatedAt: '2026-09-01T12:00:00.000Z' }),
    });
    assert.deepEqual(found(rotated), [['secret-rotated', 'possible']]);
    assert.deepEqual(found(long), []);
  });
});

describe('What a call needs', () => {
  it('is held against the roles of the client, without any error', () => {
    const scene = withFacts(callScene(), {
      roles: known([{ id: 'role-1', name: 'Reporting', policies: [], divisions: 'all' }]),
    });
    assert.deepEqual(found(scene), [['role-lacks-permission', 'likely']]);
    assert.deepEqual(answer(scene).causes[0]?.args['permissions'], ['routing:queue:view']);
  });

  it('is held against the scopes of a client that people log in with', () => {
    const { told } = callScene();
    const { calls } = callScene().facts;
    const scene = withFacts({ ...withClient(loginScene(), { scope: ['users'] }), told }, { calls });
    assert.ok(answer(scene).causes.some(({ cause, args }) => cause === 'scope-missing' && 'any' in args));
  });

  it('is not made worse by a permission of which one is enough', () => {
    const error = apiError('missing.any.permissions', {
      permissions: ['routing:queue:view', 'routing:queue:edit'],
    });
    assert.ok(!found(withSymptoms(callScene(), error)).some(([cause]) => cause === 'role-lacks-permission'));
  });
});

describe('A cause about a client', () => {
  it('is the same finding as everywhere else', () => {
    const scene = withClient(loginScene(), {
      registeredRedirectUri: [`${pageOf('index.html')}/`],
      state: 'disabled',
    });
    const { client } = scene.facts;
    assert.ok(client.kind === 'known' && client.value !== undefined && scene.subject.kind === 'framework');
    const lacks = shortcomings(client.value, {
      ...scene.subject.use,
      region: REGION,
      partner: undefined,
      today: '2026-11-30',
    });
    const names = { client: client.value.name, org: 'Contoso' };
    const texts = lacks.map((lack) =>
      findingText(diagnostics, { ...lack, args: { ...names, ...shortcomingArgs(lack) } }, 'en'),
    );
    const findings = answer(scene).causes.flatMap(({ finding }) =>
      finding ? [findingText(diagnostics, finding, 'en')] : [],
    );
    assert.deepEqual(new Set(findings), new Set(texts));
    assert.equal(findings.length, 3);
  });
});

describe('The answer', () => {
  const all = [loginScene(), callScene(), scimScene(), signedOut('invalid_client: client not found')];

  it('says of each cause one thing at most', () => {
    for (const scene of all) {
      const { causes, inOrder, notLooked } = answer(scene);
      const names: Cause[] = [...causes, ...inOrder, ...notLooked].map(({ cause }) => cause);
      assert.equal(new Set(names).size, names.length);
      assert.ok(names.every((name) => CAUSES.includes(name)));
    }
  });

  it('travels to a page as it is', () => {
    for (const scene of all)
      assert.deepEqual(Diagnosis.parse(JSON.parse(JSON.stringify(answer(scene)))), answer(scene));
  });

  it('is the same each time', () => {
    for (const scene of all) assert.deepEqual(answer(scene), answer(scene));
  });
});

describe('Where no client is known', () => {
  it('only a next step is offered that can be begun without one', () => {
    const refused = answer(
      signedOut('{"error":"invalid_client","description":"client authentication failed"}'),
    );
    assert.deepEqual(refused.causes[0]?.next, { kind: 'rotate' });
    assert.ok(!canBegin({ kind: 'rotate' }, refused));
    assert.ok(!canBegin({ kind: 'open-admin-page', page: 'organization-settings' }, refused));
    assert.ok(canBegin({ kind: 'sign-in' }, refused));
    const here = answer(loginScene());
    assert.ok(canBegin({ kind: 'rotate' }, here));
    assert.ok(canBegin({ kind: 'open-admin-page', page: 'organization-settings' }, here));
    assert.ok(!canBegin({ kind: 'make-scim-token' }, here));
  });

  it('a call that is for people only tells all the same that a client called as itself', () => {
    const { causes } = answer(
      signedOut('{"status":400,"code":"not.a.user","message":"This request requires a user context."}'),
    );
    assert.deepEqual(
      causes.map(({ cause, certainty, args }) => [cause, certainty, args]),
      [['grant-unsuited', 'certain', { asked: 'person' }]],
    );
  });

  it('it is said whether nobody named one, or the organization does not have it', () => {
    const reasons = (scene: Scene) =>
      answer(scene).notLooked.flatMap(({ cause, reason }) => (cause === 'hipaa-timeout' ? [reason.why] : []));
    const unasked = { hipaa: { kind: 'not-asked', because: 'nothing-to-ask-about' } } as const;
    const missing = withFacts(loginScene(), { ...unasked, client: known(undefined) });
    assert.deepEqual(reasons(missing), ['client-missing']);
    const none = signedOut('');
    assert.deepEqual(reasons({ ...none, facts: { ...none.facts, ...unasked } }), ['no-client']);
  });
});
