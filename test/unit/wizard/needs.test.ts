import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { doubtsOf, neededText } from '../../../src/core/texts/callsInWizard.ts';
import type { NeedsFound } from '../../../src/core/wizard/needs/shown.ts';
import type { WizardState } from '../../../src/core/wizard/state.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import type { WizardOptions } from '../../wizard/begun.ts';
import { aDescription } from '../../wizard/description.ts';
import { anAccess, anOrg, aRole, loadingAccess, unreadableAccess } from '../../wizard/samples.ts';
import { operation } from '../privileges/operations.ts';
import { publishedOperations } from '../privileges/publishedOperations.ts';

/** What the page may be told of what was found, in bytes. */
const MOST_BYTES = 80_000;

const roles = [
  aRole('export', {
    name: 'Analytics Export',
    permissions: ['analytics:conversationDetail:view', 'analytics:dataExport:add'],
  }),
  aRole('directory', { name: 'Directory', permissions: ['directory:user:view'] }),
  aRole('everything', { name: 'Master Admin', permissions: ['*:*:*'] }),
  aRole('role-quality', { name: 'Quality Admin', permissions: ['quality:form:delete'] }),
];

async function begin(draft: Draft = {}, options: WizardOptions = {}): Promise<ActedWizard> {
  return await ActedWizard.begin({ memory: { procedure: 'general', step: 'scopes', draft }, ...options });
}

async function beginService(options: WizardOptions = {}): Promise<ActedWizard> {
  const access = anAccess({ roles: roles.filter(({ id }) => id !== 'everything') });
  return await begin({ grantType: 'CLIENT-CREDENTIALS' }, { org: anOrg({ access }), ...options });
}

async function find(wizard: ActedWizard, text: string): Promise<NeedsFound> {
  await wizard.does({ type: 'find-needs', text, anew: false });
  const { found } = wizard.state.needs;
  assert.ok(found);
  return found;
}

function needsIn({ state }: ActedWizard): WizardState['needs'] {
  return state.needs;
}

/** What is said beside the choices, a line each. */
function said(found: NeedsFound): string[] {
  return doubtsOf(found, 'en').map(({ texts }) => texts.join(' '));
}

describe('The scopes that calls need', () => {
  it('are told each with what it is for', async () => {
    const wizard = await begin();
    const { scopes, operations } = await find(
      wizard,
      'GET /api/v2/users/me\ngetUsers\nget_routing_queues\nGET /api/v2/users',
    );
    assert.equal(operations, 3);
    assert.deepEqual(scopes, [
      { scope: 'routing:readonly', for: { first: ['GET /api/v2/routing/queues'], total: 1 } },
      { scope: 'users:readonly', for: { first: ['GET /api/v2/users/me', 'GET /api/v2/users'], total: 2 } },
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
      'Line 1: getUserz is no operation of the API. Nothing was chosen for it.',
      'Line 2: /api/v2/users may be any of GET, POST, so it was left out. Write the method before it.',
      'Line 3: GET /api/v2/usr/me is no operation of the API. Nothing was chosen for it.',
      'Line 4 calls /api/v1, which Genesys has removed. No permission helps: use the operation of /api/v2 instead.',
    ]);
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

describe('What the API says of its operations', () => {
  it('is said to be on its way, and no more once that was cancelled', async () => {
    const wizard = await begin();
    wizard.world.description = 'held';
    const finding = wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    assert.deepEqual(wizard.state.needs.description, { kind: 'reading', host: 'api.mypurecloud.jp' });
    await wizard.does({ type: 'stop-finding' });
    await finding;
    assert.deepEqual(wizard.state.needs, { description: { kind: 'unasked' }, found: null });
  });

  it('is said not to be read, and then taken from a file', async () => {
    const wizard = await begin();
    wizard.world.description = { ok: false, why: { kind: 'cut-off' } };
    await wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    const failed = { kind: 'failed', host: 'api.mypurecloud.jp', why: { kind: 'cut-off' } };
    assert.deepEqual(needsIn(wizard), { description: failed, found: null });
    await wizard.does({ type: 'take-description' });
    assert.deepEqual(needsIn(wizard), { description: failed, found: null }, 'cancelled');
    wizard.world.chosenFile = { ok: true, description: aDescription({ date: '2026-10-01T00:00:00.000Z' }) };
    await wizard.does({ type: 'take-description' });
    const { description, found } = needsIn(wizard);
    assert.equal(found?.scopes[0]?.scope, 'users:readonly');
    assert.equal(description.kind === 'known' && description.date, '2026-10-01T00:00:00.000Z');
  });

  it('is told with the reason where it is that of another region', async () => {
    const wizard = await begin();
    wizard.world.description = {
      ok: true,
      description: aDescription({ host: 'api.mypurecloud.com' }),
      insteadOf: { kind: 'not-json' },
    };
    await find(wizard, 'getUsers');
    assert.deepEqual(wizard.state.needs.description, {
      kind: 'known',
      host: 'api.mypurecloud.com',
      date: '2026-11-20T00:00:00.000Z',
      insteadOf: { kind: 'not-json' },
    });
  });

  it('is not asked for while nobody has said where the client is made', async () => {
    const wizard = await begin({}, { connected: false });
    await wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    assert.deepEqual(wizard.state.needs, { description: { kind: 'unasked' }, found: null });
  });

  it('is forgotten with the answers', async () => {
    const wizard = await begin();
    await find(wizard, 'getUsers');
    await wizard.does({ type: 'start-over' });
    assert.equal(wizard.state.needs.found, null);
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
