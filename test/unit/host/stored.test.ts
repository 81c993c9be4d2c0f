import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { Run } from '../../../src/core/operations/run.ts';
import type { Memory } from '../../../src/core/wizard/state.ts';
import { KeptClients } from '../../../src/host/secrets/keptClients.ts';
import { KnownClients } from '../../../src/host/signIn/knownClients.ts';
import { readStored, SESSIONS_KEY } from '../../../src/host/signIn/storedSessions.ts';
import { recall, recallRun } from '../../../src/host/wizard/memory.ts';
import { repoFolder } from '../../host/paths.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { held } from '../../wizard/effects.ts';

const WIZARD = 'genesysOAuth.wizard';
const RUN = 'genesysOAuth.wizard.run';

type Stored = Record<'workspaceState' | 'globalState' | 'secrets', Record<string, unknown>>;

/** What a version of before stored, by key. */
function fixture(name: string): Stored {
  return JSON.parse(readFileSync(join(repoFolder, 'test', 'fixtures', 'stored', `${name}.json`), 'utf8'));
}

function memento(values: Record<string, unknown>) {
  const kept = new Map(Object.entries(values));
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => structuredClone(kept.get(key)),
    update: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  };
}

async function sessionsIn(records: unknown) {
  const nothing = async () => undefined;
  return await readStored({
    get: async (key) => (key === SESSIONS_KEY ? JSON.stringify(records) : undefined),
    store: nothing,
    delete: nothing,
    onDidChange: () => ({ dispose: () => undefined }),
  });
}

describe('What 0.1.0 stored on its first day', () => {
  const { workspaceState, secrets } = fixture('first');

  it('is a draft whose answers are all there, but for a consent that did not say to what', () => {
    const { formerDrafts, draft, ...others } = recall(memento(workspaceState));
    const stored: { [WIZARD]: { draft: { replaceClientId: boolean } } } = JSON.parse(
      JSON.stringify(workspaceState),
    );
    const { draft: before, ...rest } = stored[WIZARD];
    const { replaceClientId: _, ...answers } = before;
    assert.deepEqual(draft, answers);
    assert.deepEqual(others, rest);
    assert.deepEqual(formerDrafts, []);
  });

  it('is a sign-in to the practice org, which is kept as a record of another version', async () => {
    const records = secrets[SESSIONS_KEY];
    assert.deepEqual(await sessionsIn(records), { sessions: [], others: records });
  });
});

describe('What 0.1.0 stored once one could sign in', () => {
  const { workspaceState, globalState, secrets } = fixture('signedIn');

  it('is a draft for the admin page', () => {
    assert.deepEqual(recall(memento(workspaceState)), {
      ...Object(workspaceState[WIZARD]),
      formerDrafts: [],
    });
  });

  it('is every sign-in, with what was found on the computer, too', async () => {
    const sessions = (await sessionsIn(secrets[SESSIONS_KEY]))?.sessions ?? [];
    assert.deepEqual(
      sessions.map(({ orgName, source, renewal }) => [
        orgName,
        'holds' in source ? source.holds : source.kind,
        renewal?.kind,
      ]),
      [
        ['Made Up Ltd.', 'browser', 'refresh-token'],
        ['Made Up GmbH', 'client-credentials', 'client-credentials'],
        ['Made Up Plc', 'access-token', undefined],
      ],
    );
  });

  it('is every client to sign in with, and every region', () => {
    const known = new KnownClients(memento(globalState));
    assert.deepEqual(known.clients(), globalState['genesysOAuth.signInClients']);
    assert.deepEqual(known.regions(), globalState['genesysOAuth.recentRegions']);
  });
});

type Path = readonly (string | number)[];

const BAD: readonly unknown[] = [
  undefined,
  null,
  'of another kind',
  -1.5,
  true,
  [],
  {},
  [null],
  { kind: 'unheard-of' },
];

/** Every place in a value, from the outside in. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Object.entries(value).flatMap(([key, member]) =>
    places(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? members : [path, ...members];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (holder, key) => (holder === undefined ? undefined : Object(holder)[key]),
    value,
  );
}

/** A copy with something else in this place; undefined takes it away. */
function changed<T>(value: T, path: Path, to: unknown): T {
  // Not by structuredClone, to which what stands in two places is one.
  const copy: T = JSON.parse(JSON.stringify(value));
  const holder = Object(at(copy, path.slice(0, -1)));
  const key = path.at(-1) ?? '';
  if (to === undefined && !Array.isArray(holder)) delete holder[key];
  else holder[key] = to ?? null;
  return copy;
}

function begins(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}

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

  it('leaves the other clients whose secrets are kept, and its own where its ID is there', () => {
    for (const path of places(kept)) {
      for (const bad of BAD) {
        const read = new KeptClients(memento({ 'genesysOAuth.keptClients': changed(kept, path, bad) })).all();
        const [index] = path;
        const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
        const other = kept[index === 0 ? 1 : 0];
        assert.ok(
          read.some((each) => each.id === other?.id && each.name === other.name),
          what,
        );
        if (path.length > 1 && path[1] !== 'id') assert.equal(read.length, 2, what);
      }
    }
  });

  it('leaves the other sign-ins, and is written again as it was where it cannot be read', async () => {
    const sessions = fixture('signedIn').secrets[SESSIONS_KEY];
    assert.ok(Array.isArray(sessions));
    for (const path of places(sessions)) {
      for (const bad of BAD) {
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

describe('A noted Save with a member that nobody knows', () => {
  async function noted(): Promise<Run> {
    const wizard = await ActedWizard.begin({
      memory: { draft: { name: 'Agent desktop' } },
      effects: held().effects,
    });
    await wizard.begins(wizard.save());
    const { keptRun } = wizard.world;
    assert.ok(keptRun?.kind === 'stopped');
    const client = { id: 'client-1', name: 'Agent desktop' };
    return {
      ...keptRun,
      done: 2,
      client,
      hasSecret: true,
      readBack: { kind: 'as-asked' },
      failure: { kind: 'interrupted', client: 'there' },
    };
  }

  const read = (run: unknown) => recallRun(memento({ [RUN]: run }));

  it('is gone on with where it is not about what is saved', async () => {
    const run = await noted();
    for (const key of ['hasSecret', 'readBack', 'tokenEndsAt', 'unsavedFile', 'failure']) {
      for (const bad of BAD) {
        const { plan, saved, done, client } = read(changed(run, [key], bad)) ?? {};
        assert.deepEqual(
          { plan, saved, done, client },
          { plan: run.plan, saved: run.saved, done: 2, client: run.client },
        );
      }
    }
  });

  it('is never gone on with as another Save', async () => {
    const run = await noted();
    for (const part of ['plan', 'saved', 'done', 'client'] as const) {
      for (const path of places({ [part]: run[part] })) {
        for (const bad of BAD) {
          const left = read(changed(run, path, bad));
          if (left === undefined) continue;
          const what = `${path.join('.')} is ${JSON.stringify(bad)}`;
          assert.equal(left.plan.length, run.plan.length, what);
          assert.ok(left.client !== undefined, what);
          assert.ok(left.plan[left.done] !== undefined, what);
        }
      }
    }
  });

  it('is one whose client may be inactive, where it was being taken back', async () => {
    const run = await noted();
    const left = read({ ...run, failure: { kind: 'not-taken-back', left: 'of tomorrow' } });
    assert.ok(left?.kind === 'stopped' && left.failure.kind === 'not-taken-back');
    assert.equal(left.failure.left, 'unknown');
  });
});
