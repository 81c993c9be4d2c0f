import assert from 'node:assert/strict';
import { diagnose } from '../../../src/core/doctor/diagnose.ts';
import { toldAbout } from '../../../src/core/doctor/look.ts';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import {
  apiError,
  CLIENT_ID,
  callScene,
  known,
  loginScene,
  NOW,
  REGION,
  type Scene,
  withClient,
  withFacts,
  withSymptoms,
} from '../../doctor/facts.ts';

const OTHER_ID = '0a1b2c3d-1111-4222-8333-444455557777';

function causes({ subject, told, facts }: Scene) {
  return diagnose(subject, toldAbout(subject, told), facts, NOW).causes;
}

function found(scene: Scene) {
  return causes(scene).map(({ cause, certainty }) => [cause, certainty]);
}

const pasted = (scene: Scene, text: string): Scene => ({ ...scene, told: readSymptoms(text) });
const login = (redirectUri: string, clientId = CLIENT_ID) =>
  `https://login.${REGION}/oauth/authorize?response_type=code&code_challenge=x&client_id=${clientId}&redirect_uri=${encodeURIComponent(redirectUri)}`;
const PAGE = `https://apps.${REGION}/crm/index.html`;

describe('A redirect URI of a text', () => {
  it('is that of Genesys Cloud: what an identity provider behind it is asked is about its own client', () => {
    const urls = [
      login(PAGE),
      `https://contoso.okta.com/oauth2/v1/authorize?client_id=0oa1&response_type=code&redirect_uri=https%3A%2F%2Flogin.${REGION}%2Foidc`,
      `https://login.microsoftonline.com/x/oauth2/authorize?client_id=${OTHER_ID}&response_type=code&redirect_uri=https%3A%2F%2Flogin.${REGION}%2Fms`,
      `https://idp.contoso.example/authorize?client_id=genesys&response_type=code&redirect_uri=https%3A%2F%2Flogin.${REGION}%2Fidp`,
    ];
    const entries = urls.map((url) => ({ request: { method: 'GET', url }, response: { status: 302 } }));
    for (const text of [JSON.stringify({ log: { entries } }), urls.join('\n')]) {
      const told = readSymptoms(text);
      assert.deepEqual(told.clientIds, [CLIENT_ID]);
      assert.deepEqual(
        told.requests.map(({ redirectUri }) => redirectUri),
        [PAGE],
      );
      assert.deepEqual(found(pasted(loginScene(), text)), []);
    }
  });

  it('counts only where all of it is there: nothing of it was masked or cut off', () => {
    for (const text of [
      login('https://a.example/cb?token=1234abcd1234'),
      login('https://a.example/hook/aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9d/cb'),
      `${login('https://a.exam')}...`,
      `${login('https://a.exam')}…`,
    ]) {
      assert.deepEqual(
        readSymptoms(text).requests.map(({ redirectUri }) => redirectUri),
        [undefined],
        text,
      );
      assert.deepEqual(found(pasted(loginScene(), text)), [], text);
    }
  });

  it('is added beside another writing of it, which another application may send', () => {
    const client = withClient(callScene(), {
      authorizedGrantType: 'CODE',
      registeredRedirectUri: ['https://a.example/cb/'],
    });
    const [first] = causes(pasted(client, login('https://a.example/cb')));
    assert.deepEqual(first?.cause, 'redirect-uri-inexact');
    assert.deepEqual(first?.next, { kind: 'add-redirect-uris', uris: ['https://a.example/cb'] });
  });
});

describe('A text about another client', () => {
  it('tells nothing of the one that is looked at, and is said to', () => {
    const text = `${login('https://b.example/cb', OTHER_ID)}\n{"error":"invalid_client","error_description":"client is not active"}`;
    const scene = pasted(loginScene(), text);
    assert.deepEqual(found(scene), []);
    const { subject, told, facts } = scene;
    const diagnosis = diagnose(subject, toldAbout(subject, told), facts, NOW);
    assert.equal(diagnosis.textTells, 'other-client');
    assert.deepEqual(diagnosis.notes, [{ kind: 'other-client', clientIds: [OTHER_ID] }]);
  });

  it('leaves what a person sees, and what names both or none', () => {
    const seen = { kind: 'seen', what: 'login-comes-again' } as const;
    const { subject } = loginScene();
    const other = readSymptoms(login(PAGE, OTHER_ID));
    assert.deepEqual(toldAbout(subject, { ...other, symptoms: [seen] }).symptoms, [seen]);
    for (const text of [
      'bad.credentials',
      `${login(PAGE)} ${OTHER_ID}`,
      `client_id=${CLIENT_ID.toUpperCase()}`,
    ])
      assert.deepEqual(toldAbout(subject, readSymptoms(text)), readSymptoms(text));
    assert.deepEqual(toldAbout({ kind: 'text' }, other), other);
  });
});

describe('A host of a text', () => {
  it('is no region where people only read', () => {
    const error = '{"status":403,"code":"missing.permissions","message":"x"}';
    for (const host of ['developer.mypurecloud.com', 'help.mypurecloud.com', 'developer.genesys.cloud'])
      assert.deepEqual(readSymptoms(`${error} see https://${host}/api/rest`).hosts, []);
    const told = readSymptoms('{"error":"invalid_client"} see https://help.genesys.cloud/articles');
    assert.deepEqual(
      told.symptoms.map(({ kind }) => kind),
      ['oauth-error'],
    );
  });

  it('that was not found is certain only where people log in or call there', () => {
    assert.deepEqual(
      readSymptoms('getaddrinfo ENOTFOUND db.contoso.example').notes.map(({ kind }) => kind),
      ['other-product'],
    );
    const sure = (host: string) => found(withSymptoms(callScene(), { kind: 'host-not-found', host }))[0]?.[1];
    assert.equal(sure('db.contoso.example'), 'possible');
    assert.equal(sure('login.mypurecloud.con'), 'certain');
    const misspelt = causes(withSymptoms(callScene(), { kind: 'host-not-found', host: `logn.${REGION}` }))[0];
    assert.ok(!('right' in (misspelt?.args ?? {})));
    assert.equal(misspelt?.certainty, 'likely');
  });
});

describe('A text after another one', () => {
  it('is read from its beginning', () => {
    readSymptoms('https://a.example/cb?error=unsupported_response_type');
    assert.deepEqual(readSymptoms('invalid_client').symptoms, [
      { kind: 'oauth-error', code: 'invalid_client' },
    ]);
  });
});

describe('A time of a text', () => {
  it('was refused only where something says so: every assertion has its own', () => {
    for (const text of [
      '<Conditions NotBefore="2026-11-30T10:00:00Z" NotOnOrAfter="2026-11-30T10:05:00Z">',
      'NotOnOrAfter%3D%222026-11-30T10:05:00Z%22',
    ])
      assert.deepEqual(readSymptoms(text).symptoms, []);
    assert.equal(readSymptoms('the NotOnOrAfter condition is not met').symptoms.length, 1);
  });

  it('does not make a clock the certain reason: it may be another computer, and certificates do end', () => {
    const late = (seconds: number) =>
      found(withSymptoms(withFacts(callScene(), { clock: known(seconds) }), { kind: 'time-refused' }));
    assert.deepEqual(late(61), [['clock-wrong', 'likely']]);
    assert.deepEqual(late(1200), [['clock-wrong', 'likely']]);
  });
});

describe('A client that does not say which roles it has', () => {
  it('has those that the org tells of', () => {
    const silent = withClient(callScene(), { roleDivisions: null });
    assert.deepEqual(found(silent), []);
    assert.deepEqual(found(withFacts(silent, { roles: known([]) })), [['no-role', 'likely']]);
  });

  it('is not said to have none where nobody may know', () => {
    const failed = { kind: 'failed', error: { kind: 'timeout', seconds: 30 } } as const;
    const scene = withSymptoms(
      withFacts(withClient(callScene(), { roleDivisions: null }), { roles: failed }),
      apiError('missing.permissions', { permissions: ['routing:queue:view'] }),
    );
    assert.deepEqual(found(scene), [['role-lacks-permission', 'likely']]);
  });
});

describe('A token without one to renew it by', () => {
  it('is what a client that calls as itself gets', () => {
    const text =
      'curl -d grant_type=client_credentials https://login.mypurecloud.jp/oauth/token\n{"access_token":"x","expires_in":86400}';
    const scene: Scene = {
      subject: { kind: 'text' },
      told: readSymptoms(text),
      facts: { ...callScene().facts, client: { kind: 'not-asked', because: 'signed-out' } },
    };
    assert.ok(!found(scene).some(([cause]) => cause === 'no-refresh-token'));
  });
});

describe('A HAR in which a program asks again and again', () => {
  it('takes no longer than one that is read to the end in a moment', () => {
    const entry = {
      request: { method: 'GET', url: `https://api.${REGION}/api/v2/users/me` },
      response: { status: 401 },
    };
    const text = JSON.stringify({ log: { entries: Array.from({ length: 30_000 }, () => entry) } });
    const before = process.cpuUsage();
    const { notes } = readSymptoms(text);
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1_000_000 < 4, `${(user + system) / 1_000_000} s of CPU`);
    assert.deepEqual(notes, [{ kind: 'more-failures', count: 29_000 }]);
  });
});

describe('A text that tells of several things', () => {
  const invalid = (scene: Scene, told: Partial<Scene['told']>): Scene => ({
    ...scene,
    told: { ...scene.told, clientIds: [CLIENT_ID], ...told },
  });
  const withoutPermission = (): Scene =>
    withFacts(callScene(), {
      roles: known([{ id: 'role-1', name: 'Reporting', policies: [], divisions: 'all' }]),
    });

  it('proves nothing of a client where it names others, be it that one was chosen of them', () => {
    const scene = withSymptoms(withoutPermission(), apiError('missing.permissions'));
    assert.deepEqual(found(invalid(scene, {}))[0], ['role-lacks-permission', 'certain']);
    for (const more of [{ clientIds: [CLIENT_ID, OTHER_ID] }, { others: [OTHER_ID] }]) {
      assert.deepEqual(found(invalid(scene, more))[0], ['role-lacks-permission', 'likely']);
    }
  });

  it('proves of a permission that it is lacked for the call that was refused, and for no other one', () => {
    const other = { method: 'GET', path: '/users' } as const;
    const scene = withSymptoms(withoutPermission(), apiError('not.authorized', { call: other }));
    assert.deepEqual(found(scene)[0], ['role-lacks-permission', 'likely']);
  });
});
