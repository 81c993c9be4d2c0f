import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { likelyText, neededText, recognizedText } from '../../../src/core/texts/callsInWizard.ts';
import type { ActedWizard } from '../../wizard/acted.ts';
import { aDescription } from '../../wizard/description.ts';
import { anAccess, anOrg, loadingAccess, unreadableAccess } from '../../wizard/samples.ts';
import { operation } from '../privileges/operations.ts';
import { publishedOperations } from '../privileges/publishedOperations.ts';
import { begin, beginService, find, roles, said } from './needsAsked.ts';

/** What the page may be told of what was found, in bytes. */
const MOST_BYTES = 80_000;

describe('The scopes that calls need', () => {
  it('are told each with what it is for', async () => {
    const wizard = await begin();
    const { scopes, operations } = await find(
      wizard,
      'GET /api/v2/users/me\ngetUsers\nget_routing_queues\nGET /api/v2/users',
    );
    assert.equal(operations, 3);
    assert.deepEqual(scopes, [
      {
        scope: 'routing:readonly',
        for: { first: ['GET /api/v2/routing/queues'], total: 1 },
        orElse: ['routing'],
      },
      {
        scope: 'users:readonly',
        for: { first: ['GET /api/v2/users/me', 'GET /api/v2/users'], total: 2 },
        orElse: ['users'],
      },
    ]);
  });

  it('say of when, and of which API, the facts are', async () => {
    const wizard = await begin();
    await find(wizard, 'getUsers');
    assert.deepEqual(wizard.state.needs.description, {
      kind: 'known',
      host: 'api.mypurecloud.jp',
      date: '2026-11-20T00:00:00.000Z',
    });
  });

  it('say with its line what is unknown, what may be several operations, and what the reader notes', async () => {
    const found = await find(
      await begin(),
      'getUserz\n/api/v2/users\nGET /api/v2/usr/me\ncurl https://api.mypurecloud.jp/api/v1/users',
    );
    assert.deepEqual(said(found), [
      'Line 1: getUserz is not in this description of the API. Nothing was chosen for it.',
      'Line 2: /api/v2/users may be any of GET, POST, so it was left out. Write the method before it.',
      'Line 3: GET /api/v2/usr/me is not in this description of the API. Nothing was chosen for it.',
      'Line 4 calls /api/v1, which Genesys has removed. No permission helps: use the operation of /api/v2 instead.',
    ]);
  });

  it('say which calls are only named, and count what these need', async () => {
    const found = await find(await begin(), 'GET /api/v2/users/me\nget_routing_queues');
    assert.equal(
      likelyText(found, 'en'),
      'Only named, and perhaps not called: GET /api/v2/routing/queues. What they need is counted.',
    );
    assert.ok(found.scopes.some(({ scope }) => scope === 'routing:readonly'));
    assert.equal(likelyText(await find(await begin(), 'GET /api/v2/users/me'), 'en'), undefined);
  });

  it('say nothing of roles: those are the people’s own', async () => {
    const found = await find(await begin(), 'DELETE /api/v2/quality/forms/1');
    assert.equal(found.roles, undefined);
    assert.deepEqual(said(found), []);
    assert.deepEqual(
      found.permissions.first.map(({ permission }) => permission),
      ['quality:form:delete'],
    );
  });

  it('guess nothing where no call is recognized', async () => {
    const found = await find(await begin(), 'hello');
    assert.equal(found.operations, 0);
    assert.match(neededText(found), /Write one call a line/);
  });

  for (const [text, headline] of [
    ['GET /api/v2/usr/me\nGET /api/v2/usr', /^None of these calls is in this description of the API/],
    ['/api/v2/users', /^It is not clear which operations/],
    ['hello', /^No call of the Platform API/],
  ] as const)
    it(`say first why nothing is known of ${JSON.stringify(text)}`, async () => {
      const found = await find(await begin(), text);
      assert.match(recognizedText(found, 'en'), headline);
      assert.equal(/not known/.test(neededText(found)), text !== 'hello');
    });

  it('are not said to be none where some call is not known', async () => {
    for (const other of ['GET /api/v2/usr', '/api/v2/users', 'GET /api/v2/untold'])
      for (const [callsAs, start] of [
        ['person', begin],
        ['client', beginService],
      ] as const) {
        // Scopes count for people alone.
        if (callsAs === 'client' && other.endsWith('untold')) continue;
        const wizard = await start();
        const operations = [
          operation('GET /free', { scopes: [] }),
          operation('GET /users'),
          operation('POST /users'),
          operation('GET /untold', { scopes: undefined }),
        ];
        wizard.world.description = { ok: true, description: aDescription({ operations }) };
        const some = neededText(await find(wizard, `GET /api/v2/free\n${other}`));
        assert.match(some, /^The calls that are known need no/, `${callsAs}: ${other}`);
        assert.match(neededText(await find(wizard, 'GET /api/v2/free')), /^They need no/);
      }
  });

  it('say of which calls it is not published what they need', async () => {
    const wizard = await begin();
    const untold = operation('GET /untold', { scopes: undefined });
    wizard.world.description = { ok: true, description: aDescription({ operations: [untold] }) };
    const found = await find(wizard, 'GET /api/v2/untold');
    assert.deepEqual(said(found), ['What these need is not published: GET /api/v2/untold.']);
  });

  it('fill in nothing by themselves', async () => {
    const wizard = await begin({ scopes: ['alerting'] });
    await find(wizard, 'getUsers');
    assert.deepEqual(wizard.state.memory.draft.scopes, ['alerting']);
  });
});

describe('The roles that calls need', () => {
  it('are those that one holds and that hold the least besides', async () => {
    const { roles: chosen } = await find(
      await beginService({ org: anOrg({ access: anAccess({ roles }) }) }),
      'getUsers\nPOST /api/v2/analytics/conversations/details/query',
    );
    assert.deepEqual(chosen?.needed.first.map(({ name, besides }) => [name, besides.first]).sort(), [
      ['Analytics Export', ['analytics:dataExport:add']],
      ['Directory', []],
    ]);
  });

  it('say what only a person can call, what somebody else must give, and what no role has', async () => {
    const found = await find(
      await beginService(),
      'getUsersMe\nDELETE /api/v2/quality/forms/1\nPATCH /api/v2/users/1',
    );
    assert.deepEqual(said(found), [
      'Only a person can make these calls: GET /api/v2/users/me. Genesys Cloud refuses them to a client with Client Credentials, whatever roles it has. Leave them out, or choose a grant type with which people log in.',
      'You do not hold the role Quality Admin, needed for DELETE /api/v2/quality/forms/{formId}. Only somebody who holds it can give it to the client: ask an administrator.',
      'No role of the organization has directory:user:edit, needed for PATCH /api/v2/users/{userId}. An administrator can make a role that has it.',
    ]);
  });

  it('name the permissions where the org keeps its roles to itself, or nobody is signed in', async () => {
    for (const options of [
      { org: anOrg({ access: unreadableAccess }) },
      { adminPageRegion: 'mypurecloud.jp' },
    ]) {
      const found = await find(await beginService(options), 'getUsers');
      assert.equal(found.roles, undefined);
      assert.equal(found.permissions.first[0]?.permission, 'directory:user:view');
      assert.match(neededText(found), /^The roles of the organization are not known here/);
    }
  });

  it('follow once the roles are read', async () => {
    const wizard = await beginService({ org: anOrg({ access: loadingAccess }) });
    assert.equal((await find(wizard, 'getUsers')).roles, undefined);
    wizard.world.answerAccess(anAccess({ roles }));
    await wizard.begins({ type: 'ready' });
    assert.equal(wizard.state.needs.found?.roles?.needed.first[0]?.name, 'Directory');
  });

  it('give way to scopes with another grant type', async () => {
    const wizard = await beginService();
    await find(wizard, 'getUsers');
    await wizard.answers({ grantType: 'CODE' });
    assert.equal(wizard.state.needs.found?.callsAs, 'person');
    assert.equal(wizard.state.needs.found.scopes[0]?.scope, 'users:readonly');
  });
});

describe('A search among scopes', () => {
  const meant = async (wizard: ActedWizard, search: string, read: boolean) => {
    wizard.told.length = 0;
    await wizard.does({ type: 'find-operations', search, read });
    return wizard.told.filter((message) => message.includes('operations-found'));
  };

  it('finds an operation by its endpoint and by its names in the SDKs, once the API has said what it has', async () => {
    const wizard = await begin();
    assert.match((await meant(wizard, 'getUsersMe', false))[0] ?? '', /"kind":"unasked"/);
    for (const search of [
      'getUsersMe',
      'get_users_me',
      '/api/v2/users/me',
      'GET /api/v2/users/me?expand=x',
    ]) {
      const [told = ''] = await meant(wizard, search, true);
      assert.match(
        told,
        /"endpoint":"GET \/api\/v2\/users\/me","scopes":\["users","users:readonly"\]/,
        search,
      );
    }
  });

  it('finds the operations of every method of a path', async () => {
    const [told = ''] = await meant(await begin(), '/api/v2/users', true);
    assert.match(told, /GET \/api\/v2\/users"/);
    assert.match(told, /POST \/api\/v2\/users"/);
  });
});

describe('Secrets in what is pasted', () => {
  const SECRETS = ['CANARY-token', 'CANARY-secret', 'CANARY-password', 'CANARY-query'];
  const PASTED = `curl -H "Authorization: Bearer ${SECRETS[0]}" https://api.mypurecloud.jp/api/v2/users
client_secret=${SECRETS[1]}
{"password": "${SECRETS[2]}"}
GET /api/v2/nothing/here?access_token=${SECRETS[3]}
getUserz`;

  it('are told to nobody and kept nowhere, even if a page should send them', async () => {
    const wizard = await begin();
    const found = await find(wizard, PASTED);
    assert.equal(found.operations, 1);
    const seen = `${wizard.told.join('')}${JSON.stringify(wizard.world.kept ?? {})}${wizard.world.said.join('')}`;
    for (const secret of SECRETS) assert.ok(!seen.includes(secret), secret);
  });
});

describe('What the page is told', () => {
  it('stays small however much is called', async () => {
    const operations = Array.from({ length: 3000 }, (_, index) =>
      operation(`GET /things${index}/{id}`, {
        scopes: [`scope${index % 140}`],
        permissions: { mode: 'all', of: [`domain${index}:entity:view`] },
      }),
    );
    const wizard = await beginService();
    wizard.world.description = { ok: true, description: aDescription({ operations }) };
    const pasted = operations.map(
      ({ method, path }) => `${method} /api/v2${path}\nGET /api/v2/unknown${path}`,
    );
    const asService = await find(wizard, pasted.join('\n'));
    assert.equal(asService.operations, 3000);
    await wizard.answers({ grantType: 'CODE' });
    const asPerson = wizard.state.needs.found;
    assert.equal(asPerson?.scopes.length, 140);
    for (const found of [asService, asPerson]) {
      const bytes = Buffer.byteLength(JSON.stringify(found));
      assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
    }
  });

  it('stays small with every operation that there is', function () {
    const operations = publishedOperations();
    if (operations === undefined) return this.skip();
    return (async () => {
      const wizard = await begin();
      wizard.world.description = { ok: true, description: aDescription({ operations }) };
      const found = await find(
        wizard,
        operations.map(({ method, path }) => `${method} /api/v2${path}`).join('\n'),
      );
      assert.equal(found.operations, operations.length);
      assert.ok(Buffer.byteLength(JSON.stringify(found)) < MOST_BYTES);
    })();
  });
});
