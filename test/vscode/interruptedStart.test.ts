import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { isAnythingNoted, ROTATIONS_KEY, RUN_KEY } from '../../src/host/interrupted/noted.ts';
import { tellOfRotations, tellOfSave } from '../../src/host/interrupted/tell.ts';
import type { OwnClient } from '../../src/host/secrets/clientSecrets.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { inMemorySecrets } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

describe('What the last end of VS Code interrupted', () => {
  const windows = useWindows();
  let wizard: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(() => {
    dialogs = new FakeDialogs();
  });

  async function open(secrets = inMemorySecrets()): Promise<void> {
    wizard = await windows.open({ secrets });
    await wizard.connectAs('administrator');
  }

  async function stopSave(): Promise<void> {
    await open(inMemorySecrets((key) => key.includes('keptSecrets')));
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop' } });
    await wizard.save();
    assert.equal(wizard.state().run?.kind, 'stopped');
  }

  /** As after a crash: the process that noted the Save is there no more. */
  async function crash(): Promise<void> {
    const { workspaceState } = wizard.services.context;
    await workspaceState.update(RUN_KEY, { ...Object(workspaceState.get(RUN_KEY)), pid: undefined });
  }

  it('is told of a Save, by the name of its client', async () => {
    await stopSave();
    await crash();
    await tellOfSave(wizard.services.context, dialogs, async () => false);
    assert.deepEqual(dialogs.said, ['A Save of the client "Agent desktop" was interrupted.']);
  });

  it('is not told where the wizard is there, where the Save is under way, or where there was none', async () => {
    await open();
    await tellOfSave(wizard.services.context, dialogs, async () => false);
    await stopSave();
    await tellOfSave(wizard.services.context, dialogs, async () => false);
    await crash();
    await tellOfSave(wizard.services.context, dialogs, async () => true);
    assert.deepEqual(dialogs.said, []);
  });

  describe('a rotation', () => {
    let client: OwnClient;
    let old: string | undefined;

    /** Whether the keyring refuses what it is given. */
    let isRefused: boolean;

    beforeEach(async () => {
      isRefused = false;
      await open(inMemorySecrets((key) => isRefused && key.includes('keptSecrets')));
      const { services } = wizard;
      const [org] = services.orgClients.orgs();
      assert.ok(org);
      const request = {
        name: 'Wallboard',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 3600,
      } as const;
      const pages = { registeredRedirectUri: ['https://wallboard.test/'], scope: ['users'] };
      const made = await services.connections.call(
        org.account,
        async (to) => await createClient(to, { ...request, ...pages }),
      );
      assert.ok(made.ok);
      client = { ...org, id: made.value.client.id, name: 'Wallboard' };
      old = made.value.secret;
      // As after a crash: the process that noted the rotation is there no more.
      const noted = [{ ...client, since: '2026-11-29T10:00:00Z' }];
      await services.context.globalState.update(ROTATIONS_KEY, noted);
    });

    const tell = async () => await tellOfRotations(wizard.services, dialogs, async () => undefined);
    const isNoted = () => isAnythingNoted(wizard.services.context);

    it('is told as uncertain, and at the next start again where nobody decided', async () => {
      await tell();
      assert.match(dialogs.said.join(), /not certain whether "Wallboard" of Practice Org has a new secret/);
      assert.ok(isNoted());
    });

    it('is told no more once the person leaves it as it is', async () => {
      dialogs.clicks = 'Leave it';
      await tell();
      assert.equal(isNoted(), false);
      assert.equal(await wizard.services.secrets.get(client.id), undefined);
    });

    it('is followed by another one, whose secret is kept, when the person wants that', async () => {
      dialogs.clicks = 'Make another secret';
      await tell();
      const kept = await wizard.services.secrets.get(client.id);
      assert.ok(kept !== undefined && kept !== old);
      assert.equal(isNoted(), false);
    });

    it('is told no more once the person was shown another secret that could not be kept', async () => {
      dialogs.clicks = 'Make another secret';
      isRefused = true;
      await tell();
      assert.match(dialogs.said.join(), /has a new secret, but it could not be kept/);
      assert.equal(isNoted(), false);
    });

    it('stays as uncertain as before where another one could not be made', async () => {
      dialogs.clicks = 'Make another secret';
      await wizard.trouble({ kind: 'forbidden', times: 1, method: 'POST' });
      await tell();
      assert.match(dialogs.said.join(), /was not changed/);
      assert.ok(isNoted());
    });
  });

  it('is told of nothing where no rotation is noted', async () => {
    await open();
    await tellOfRotations(wizard.services, dialogs, async () => undefined);
    assert.deepEqual(dialogs.said, []);
  });
});
