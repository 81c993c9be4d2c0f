import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { Connected } from '../../../src/core/operations/changeClient.ts';
import { startExecution } from '../../../src/core/operations/execute.ts';
import { interrupted } from '../../../src/core/operations/interrupted.ts';
import { rotateSecret } from '../../../src/core/operations/rotateSecret.ts';
import type { Run } from '../../../src/core/operations/run.ts';
import { saveEffects } from '../../../src/core/operations/saveEffects.ts';
import { listClients, type OAuthClient, resetSecret } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import type { Context } from '../../../src/core/procedures/context.ts';
import { answersOf, check, plan } from '../../../src/core/procedures/index.ts';
import { loadAccess, loadOrg } from '../../../src/core/procedures/loadOrg.ts';
import { savedWith } from '../../../src/core/wizard/saved.ts';
import { useOrg } from '../../org/useOrg.ts';
import { inOrg } from '../../wizard/context.ts';
import { scimFiles } from '../../wizard/samples.ts';
import { atOnce, NOT_CARRIED_OUT, spoilingKinds } from './spoiltClient.ts';

const NAME = 'Directory of the help line';
const DRAFT = { name: NAME, provider: 'entra' } as const;

/** The requests of a Save, and of taking its client back. */
const REQUESTS = [
  { what: 'the request that creates', method: 'POST', pathPrefix: '/api/v2/oauth/clients' },
  { what: 'the request that reads back', method: 'GET', pathPrefix: '/api/v2/oauth/clients/' },
  { what: 'the login of the new client', method: 'POST', pathPrefix: '/login/oauth/token' },
  { what: 'the request that proves', method: 'GET', pathPrefix: '/api/v2/scim/v2/serviceproviderconfig' },
] as const;

describe('A Save in the practice org, without an editor', () => {
  const org = useOrg();
  let token: string;
  let keyring: Map<string, string>;
  let file: string[];
  let isFileLocked: boolean;

  beforeEach(async () => {
    token = await org().signIn('administrator');
    keyring = new Map();
    file = [];
    isFileLocked = false;
  });

  const connection = (): Connection => ({ apiUrl: org().baseUrl, accessToken: token, language: 'en' });
  const connected: Connected = async (call) => await call(connection());

  async function begin() {
    const address = {
      region: 'mypurecloud.com',
      practice: true,
      loginUrl: `${org().baseUrl}/login`,
    };
    const loaded = await loadOrg(connection(), address);
    assert.ok(loaded.ok);
    const context: Context = {
      destination: inOrg({ ...loaded.value, access: await loadAccess(connection()) }),
      workspace: { files: [], newFiles: [], scimFiles },
      today: '2026-11-22',
    };
    const steps = plan('scim', DRAFT, context);
    assert.ok(steps, JSON.stringify(check('scim', DRAFT, context)));
    const saved = savedWith('scim', answersOf('scim', DRAFT, context), context);
    assert.ok(saved);
    const noted: Run[] = [];
    const effects = saveEffects({
      saved,
      connected,
      language: 'en',
      now: () => new Date(),
      wait: async () => undefined,
      secrets: {
        keep: async ({ id, practice }, secret) => {
          assert.equal(practice, true, 'it is noted what the client was made in');
          keyring.set(id, secret);
        },
        get: async (id) => keyring.get(id),
        keepToken: async (id, made) => {
          keyring.set(`token of ${id}`, made);
        },
        forget: async (id) => {
          keyring.delete(id);
          keyring.delete(`token of ${id}`);
        },
      },
      files: {
        writeScimFile: async (_, { clientId }) => {
          if (isFileLocked) return { kind: 'failed', reason: 'EROFS' };
          file.push(clientId);
          return { kind: 'written', saved: true };
        },
        editFrameworkFile: async () => assert.fail('there is no framework.js'),
        createFrameworkFile: async () => assert.fail('there is no framework.js'),
      },
    });
    const execution = startExecution({ plan: steps, saved }, effects, async (run) => {
      noted.push(run);
      return { ok: true };
    });
    const last = (): Run => {
      const run = noted.at(-1);
      assert.ok(run);
      return run;
    };
    return { ...execution, effects, last, noted };
  }

  async function clients(): Promise<readonly OAuthClient[]> {
    const listed = await listClients(connection());
    assert.ok(listed.ok);
    return listed.value.filter(({ name }) => name === NAME);
  }

  /** No trouble any more, and whoever was signed out is signed in again. */
  async function repair(): Promise<void> {
    await org().turn({ troubles: [] });
    token = await org().signIn('administrator');
    isFileLocked = false;
  }

  const going = () => new AbortController().signal;

  /** What the person does until it is through: again, with another secret where the own one was lost. */
  async function finish(
    save: Awaited<ReturnType<typeof begin>>,
  ): Promise<Extract<Run, { kind: 'finished' }>> {
    for (let tries = 0; tries < 4 && save.last().kind !== 'finished'; tries += 1) {
      const { client, hasSecret } = save.last();
      if (client !== undefined && !hasSecret) {
        const rotation = await rotateSecret({
          reset: async () => await connected(async (to) => await resetSecret(to, client.id)),
          keep: async (secret) => {
            keyring.set(client.id, secret);
          },
          renewSessions: async () => undefined,
          begin: async () => undefined,
          end: async () => undefined,
        });
        assert.equal(rotation.kind, 'kept');
        save.noteSecretKept();
      }
      await save.proceed(going());
    }
    const run = save.last();
    assert.ok(run.kind === 'finished', JSON.stringify(run));
    return run;
  }

  for (const { what, method, pathPrefix } of REQUESTS) {
    for (const kind of spoilingKinds) {
      it(`${kind} at ${what}: says what stands, and ends in one client that works`, async () => {
        const save = await begin();
        await org().turn({ troubles: [{ kind, times: 1, method, pathPrefix, ...atOnce(kind) }] });
        await save.proceed(going());
        const stopped = save.last();
        await repair();
        const there = await clients();
        assert.ok(there.length <= 1);
        if (stopped.kind === 'stopped') {
          assert.equal(stopped.client?.id, there[0]?.id, JSON.stringify(stopped.failure));
          if (stopped.failure.kind === 'not-created') assert.deepEqual([there.length, stopped.done], [0, 0]);
          assert.deepEqual(file, []);
        }
        if (pathPrefix === '/api/v2/oauth/clients') {
          const failure = stopped.kind === 'stopped' ? stopped.failure : undefined;
          const said = failure?.kind === 'not-created' ? failure.error.kind : undefined;
          assert.equal(said, NOT_CARRIED_OUT[kind]);
        }
        const { client } = await finish(save);
        const [made, ...others] = await clients();
        assert.deepEqual([made?.id, others], [client.id, []]);
        assert.deepEqual(file, [client.id]);
        const secret = keyring.get(client.id);
        assert.ok(secret);
        const answer = await org().token(
          { grant_type: 'client_credentials' },
          { authorization: `Basic ${btoa(`${client.id}:${secret}`)}` },
        );
        assert.equal(answer.status, 200, 'the secret that is kept is the one that counts');
        assert.equal(JSON.stringify(save.noted).includes(secret), false);
      });
    }
  }

  for (const method of ['GET', 'PUT', 'DELETE'] as const) {
    for (const kind of spoilingKinds) {
      it(`${kind} at the ${method} of taking it back: says what is left, and then deletes it or keeps it active`, async () => {
        const save = await begin();
        isFileLocked = true;
        await save.proceed(going());
        assert.equal(save.last().kind, 'stopped');
        const trouble = {
          kind,
          times: 1,
          method,
          pathPrefix: '/api/v2/oauth/clients/',
          ...atOnce(kind),
        };
        await org().turn({ troubles: [trouble] });
        await save.takeBack();
        const run = save.last();
        await repair();
        const [left] = await clients();
        if (run.kind === 'taken-back') {
          assert.equal(left, undefined);
          assert.deepEqual([...keyring.keys()], []);
          return;
        }
        assert.ok(run.kind === 'stopped' && run.failure.kind === 'not-taken-back', JSON.stringify(run));
        if (run.failure.left !== 'unknown')
          assert.equal(left?.state === 'inactive', run.failure.left === 'inactive');
        if (left !== undefined) {
          await save.keepAfterAll(going());
          assert.equal(save.last().kind, 'finished');
          assert.equal((await clients())[0]?.state, 'active');
        }
        await save.takeBack();
        assert.equal(save.last().kind, 'taken-back');
        assert.deepEqual(await clients(), []);
      });
    }
  }

  for (const kind of ['wrong-types', 'nulls'] as const) {
    it(`is not made once more while it may be one of those that cannot be read: ${kind}`, async () => {
      const save = await begin();
      await org().turn({
        troubles: [
          { kind: 'lost', times: 1, method: 'POST' },
          {
            kind,
            times: 99,
            method: 'GET',
            pathPrefix: '/api/v2/oauth/clients',
            fields: 'innermost',
            named: 'id',
          },
        ],
      });
      await save.proceed(going());
      const run = save.last();
      assert.ok(run.kind === 'stopped' && run.failure.kind === 'perhaps-created', JSON.stringify(run));
      await repair();
      await finish(save);
      assert.equal((await clients()).length, 1);
    });
  }

  it('is found again after a crash at any step, by what was noted before it', async () => {
    const save = await begin();
    await save.proceed(going());
    const { client } = await finish(save);
    for (const noted of save.noted.slice(0, -1)) {
      const left = interrupted(noted);
      assert.ok(left);
      const runs: Run[] = [];
      const again = startExecution(left, save.effects, async (run) => {
        runs.push(run);
        return { ok: true };
      });
      await again.proceed(going());
      assert.equal(runs.at(-1)?.client?.id, client.id);
    }
    assert.equal((await clients()).length, 1);
  });
});
