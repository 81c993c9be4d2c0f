import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import {
  type ClientSecrets,
  clientSecrets,
  FORMER_NOTES_KEY,
  KEPT_SECRETS_KEY,
} from '../../../src/host/secrets/clientSecrets.ts';
import { formerSecrets, inMemory, memento } from './storage.ts';

const CLIENT = { id: 'client-1', name: 'CRM', orgName: 'Practice Org', region: 'mypurecloud.com' };

describe('The client whose secret is kept', () => {
  let keyring: ReturnType<typeof inMemory>;
  let secrets: ClientSecrets;

  beforeEach(() => {
    keyring = inMemory({});
    secrets = clientSecrets(keyring, memento({}));
  });

  it('says in what it was made: the practice org, or a real one', async () => {
    await secrets.keep({ ...CLIENT, practice: true }, 'one');
    await secrets.keep({ ...CLIENT, id: 'client-2', practice: false }, 'two');
    const clients = await secrets.clients();
    assert.deepEqual(
      clients.map(({ id, practice }) => [id, practice]),
      [
        ['client-2', false],
        ['client-1', true],
      ],
    );
  });

  it('goes on saying so after a new secret, by whomever that was kept', async () => {
    await secrets.keep({ ...CLIENT, practice: true }, 'one');
    await secrets.keep({ ...CLIENT, name: 'CRM 2' }, 'another');
    assert.deepEqual(await secrets.clients(), [{ ...CLIENT, name: 'CRM 2', practice: true }]);
    assert.equal(await secrets.get(CLIENT.id), 'another');
  });

  it('says nothing where it is from before', async () => {
    await secrets.keep(CLIENT, 'one');
    assert.deepEqual(await secrets.clientOf(CLIENT.id), CLIENT);
  });

  it('is never kept without its secret, nor the secret without it', async () => {
    for (const refused of [KEPT_SECRETS_KEY, `${KEPT_SECRETS_KEY}.${CLIENT.id}`]) {
      keyring = inMemory({}, (key) => key === refused);
      secrets = clientSecrets(keyring, memento({}));
      await assert.rejects(secrets.keep(CLIENT, 'one'), /locked/);
      assert.deepEqual([await secrets.get(CLIENT.id), await secrets.clients()], [undefined, []]);
    }
  });

  it('is lost by no window when two keep one at once', async () => {
    const windows = [1, 2].map(() => clientSecrets(keyring, memento({})));
    await Promise.all(
      windows.map(async (each, index) => await each.keep({ ...CLIENT, id: `client-${index}` }, `${index}`)),
    );
    for (const each of windows) await each.lookAgain(KEPT_SECRETS_KEY);
    for (const each of [...windows, secrets]) assert.equal((await each.clients()).length, 2);
  });

  it('is forgotten with its secret and its token', async () => {
    await secrets.keep(CLIENT, 'one');
    await secrets.keepToken(CLIENT.id, 'token');
    await secrets.forget(CLIENT.id);
    assert.deepEqual([...keyring.kept], [[KEPT_SECRETS_KEY, '[]']]);
  });

  describe('from before, when its secret stood alone', () => {
    beforeEach(() => {
      keyring = inMemory(formerSecrets([CLIENT]));
      secrets = clientSecrets(keyring, memento({ [FORMER_NOTES_KEY]: [CLIENT, { ...CLIENT, id: 'gone' }] }));
    });

    it('is there as it was', async () => {
      assert.deepEqual(await secrets.clients(), [CLIENT]);
      assert.equal(await secrets.get(CLIENT.id), `secret of ${CLIENT.id}`);
    });

    it('stands with its secret from the next one on', async () => {
      await secrets.keep(CLIENT, 'another');
      assert.deepEqual(await secrets.clients(), [CLIENT]);
      assert.equal(await secrets.get(CLIENT.id), 'another');
      assert.deepEqual([...keyring.kept.keys()], [KEPT_SECRETS_KEY, `${KEPT_SECRETS_KEY}.${CLIENT.id}`]);
    });

    it('is forgotten like any other', async () => {
      await secrets.forget(CLIENT.id);
      assert.deepEqual([await secrets.clients(), await secrets.get(CLIENT.id)], [[], undefined]);
    });
  });
});
