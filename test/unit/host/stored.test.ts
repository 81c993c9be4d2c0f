import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Memory } from '../../../src/core/wizard/state.ts';
import {
  clientSecrets,
  FORMER_NOTES_KEY,
  KEPT_SECRETS_KEY,
  type KeptClient,
} from '../../../src/host/secrets/clientSecrets.ts';
import { KnownClients } from '../../../src/host/signIn/knownClients.ts';
import { SESSIONS_KEY } from '../../../src/host/signIn/sessions.ts';
import { recall } from '../../../src/host/wizard/memory.ts';
import { at, BAD, begins, changed, type Path, places } from './badMembers.ts';
import { fixture, formerSecrets, inMemory, memento, sessionsIn, WIZARD } from './storage.ts';

const draft: Memory['draft'] = {
  adopts: null,
  name: 'Agent desktop',
  description: 'For the desks',
  duration: '28800',
  grantType: 'CODE',
  deployment: 'partner',
  partnerPage: 'acmecti',
  dedicatedLoginWindow: true,
  moreRegions: ['mypurecloud.de', 'mypurecloud.ie'],
  redirectUris: 'https://apps.mypurecloud.jp/crm/index.html',
  scopes: ['conversations', 'users'],
  roles: [{ roleId: 'role-1', divisionIds: ['division-1', 'division-2'] }],
  roleNames: 'Reporting',
  divisionNames: 'Home',
  provider: 'entra',
  holdsToken: true,
  scimTarget: { kind: 'file', uri: 'file:///scim/genesys-scim.json' },
  target: { kind: 'existing-file', uri: 'file:///crm/framework.js' },
  mayReplace: [{ uri: 'file:///crm/framework.js', region: 'mypurecloud.jp', clientId: 'client-1' }],
  clientId: 'client-2',
};
const whereabouts = {
  account: 'account-1',
  preparingRegion: 'mypurecloud.jp',
  adminPageRegion: 'mypurecloud.de',
};
const former = { step: 'scopes' as const, draft, ...whereabouts, attempted: ['details' as const] };
const memory: Memory = {
  procedure: 'embeddable',
  ...former,
  changedAt: '2026-11-22T09:00:00.000Z',
  revision: 40,
  formerDrafts: [
    { id: 12, procedure: 'scim', ...former, changedAt: '2026-11-21T09:00:00.000Z' },
    { id: 7, procedure: 'general', ...former, changedAt: '2026-11-20T09:00:00.000Z' },
  ],
};

describe('A stored value with a member that nobody knows', () => {
  /** Every answer, and everything beside them, each of which stands for itself. */
  const parts: Path[] = [
    ...['procedure', 'step', 'account', 'preparingRegion', 'adminPageRegion', 'attempted', 'changedAt'].map(
      (key) => [key],
    ),
    ...Object.keys(draft).map((answer) => ['draft', answer]),
  ];

  it('leaves all others of a draft, and of the drafts beside it, as they are', () => {
    for (const path of places(memory)) {
      for (const bad of BAD) {
        const read = recall(memento({ [WIZARD]: changed(memory, path, bad) }));
        const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
        for (const part of parts)
          if (!begins(path, part) && !begins(part, path))
            assert.deepEqual(at(read, part), at(memory, part), what);
        for (const [index, each] of memory.formerDrafts.entries()) {
          if (begins(path, ['formerDrafts', index]) || path.length < 2) continue;
          const same = read.formerDrafts.find(({ procedure }) => procedure === each.procedure);
          assert.deepEqual(same, each, what);
        }
        assert.equal(new Set(read.formerDrafts.map(({ id }) => id)).size, read.formerDrafts.length, what);
        assert.ok(
          read.formerDrafts.every(({ id }) => id < read.revision),
          what,
        );
      }
    }
  });

  it('leaves the answers of the draft that it stands in', () => {
    for (const path of places(memory.formerDrafts[0])) {
      if (path[0] === 'procedure') continue;
      for (const bad of BAD) {
        const read = recall(memento({ [WIZARD]: changed(memory, ['formerDrafts', 0, ...path], bad) }));
        const left = read.formerDrafts[0];
        const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
        assert.equal(left?.procedure, 'scim', what);
        for (const answer of Object.keys(draft))
          if (path[0] !== 'draft' || (path.length > 1 && path[1] !== answer))
            assert.deepEqual(at(left, ['draft', answer]), at(draft, [answer]), what);
      }
    }
  });

  it('leaves the whole where it is one more', () => {
    const more = { ...memory, ofTomorrow: 1, draft: { ...draft, ofTomorrow: { kind: 'new' } } };
    assert.deepEqual(recall(memento({ [WIZARD]: more })), memory);
  });

  for (const nothing of [undefined, null, 'text', 7, [], [memory]])
    it(`is nothing where it is ${JSON.stringify(nothing)?.slice(0, 20)}`, () => {
      const { draft: left, formerDrafts, revision } = recall(memento({ [WIZARD]: nothing }));
      assert.deepEqual([left, formerDrafts, revision], [{}, [], 0]);
    });

  const kept = [
    { id: 'client-1', name: 'CRM', orgName: 'Made Up Ltd.', region: 'mypurecloud.jp' },
    { id: 'client-2', name: 'HR', orgName: 'Made Up GmbH', region: 'mypurecloud.de' },
  ];

  it('leaves the other clients whose secrets are kept, and its own where its ID is there', async () => {
    for (const path of places(kept)) {
      for (const bad of BAD) {
        const notes = memento({ [FORMER_NOTES_KEY]: changed(kept, path, bad) });
        const read = await clientSecrets(inMemory({ ...formerSecrets(kept) }), notes).clients();
        assertLeft(path, bad, read);
      }
    }
  });

  it('leaves the other kept secrets, and its own with its client where that has an ID', async () => {
    const records = kept.map((client) => ({ client, secret: `secret of ${client.id}`, keptAt: '2026' }));
    for (const path of places(records)) {
      if (path[1] === 'secret' || (path.length === 2 && path[1] === 'client')) continue;
      for (const bad of BAD) {
        const [first, second] = Array.from(Object(changed(records, path, bad)));
        const stored = {
          [KEPT_SECRETS_KEY]: JSON.stringify(['client-1', 'client-2']),
          [`${KEPT_SECRETS_KEY}.client-1`]: JSON.stringify(first) ?? '',
          [`${KEPT_SECRETS_KEY}.client-2`]: JSON.stringify(second) ?? '',
        };
        const read = await clientSecrets(inMemory(stored), memento({})).clients();
        assertLeft(path[1] === 'client' ? [path[0] ?? 0, ...path.slice(2)] : path, bad, read);
      }
    }
  });

  function assertLeft(path: Path, bad: unknown, read: readonly KeptClient[]): void {
    const [index] = path;
    const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
    const other = kept[index === 0 ? 1 : 0];
    assert.ok(
      read.some((each) => each.id === other?.id && each.name === other.name),
      what,
    );
    if (path.length > 1 && path[1] !== 'id') assert.equal(read.length, 2, what);
  }

  it('leaves the other sign-ins, and is written again as it was where it cannot be read', async () => {
    const sessions = fixture('signedIn').secrets[SESSIONS_KEY];
    assert.ok(Array.isArray(sessions));
    for (const path of places(sessions)) {
      for (const bad of BAD) {
        // A text in the list is the ID of a record with a key of its own.
        if (path.length === 1 && typeof bad === 'string') continue;
        const read = await sessionsIn(changed(sessions, path, bad));
        const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
        for (const [index, { id }] of sessions.entries())
          if (path[0] !== index)
            assert.ok(
              read?.sessions.some((each) => each.id === id),
              what,
            );
        assert.equal((read?.sessions.length ?? 0) + (read?.others.length ?? 0), 3, what);
      }
    }
  });

  it('leaves the other clients to sign in with, and the other regions', () => {
    const { globalState } = fixture('signedIn');
    const clients = [Object(globalState['genesysOAuth.signInClients'])[0], { region: 7 }];
    const known = new KnownClients(
      memento({
        'genesysOAuth.signInClients': clients,
        'genesysOAuth.recentRegions': [null, 'mypurecloud.jp'],
      }),
    );
    assert.deepEqual(known.clients(), clients.slice(0, 1));
    assert.deepEqual(known.regions(), ['mypurecloud.jp']);
  });
});
