import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { secretIsOfPracticeOrg } from '../../../src/core/clients/whereabouts.ts';
import { KeptClients } from '../../../src/host/secrets/clientSecrets.ts';
import { memento } from './storage.ts';

const CLIENT = { id: 'client-1', name: 'CRM', orgName: 'Practice Org', region: 'mypurecloud.com' };

describe('The note of a client whose secret is kept', () => {
  let notes: KeptClients;

  beforeEach(() => {
    notes = new KeptClients(memento({}));
  });

  it('says in what it was made: the practice org, or a real one', async () => {
    await notes.note({ ...CLIENT, practice: true });
    await notes.note({ ...CLIENT, id: 'client-2', practice: false });
    assert.deepEqual(
      notes.all().map(({ id, practice }) => [id, practice]),
      [
        ['client-2', false],
        ['client-1', true],
      ],
    );
  });

  it('goes on saying so after a new secret, by whomever that was noted', async () => {
    await notes.note({ ...CLIENT, practice: true });
    await notes.note({ ...CLIENT, name: 'CRM 2' });
    assert.deepEqual(notes.all(), [{ ...CLIENT, name: 'CRM 2', practice: true }]);
  });

  it('says nothing where it is from before', async () => {
    await notes.note(CLIENT);
    assert.deepEqual(notes.all(), [CLIENT]);
  });
});

describe('Whether a secret is of the practice org', () => {
  it('is what it was made in, whatever a file says', () => {
    for (const written of [true, false]) {
      assert.equal(secretIsOfPracticeOrg({ practice: true }, { practice: written }), true);
      assert.equal(secretIsOfPracticeOrg({ practice: false }, { practice: written }), false);
    }
  });

  it('is what the file says where nobody noted it', () => {
    for (const practice of [true, false]) {
      assert.equal(secretIsOfPracticeOrg(undefined, { practice }), practice);
      assert.equal(secretIsOfPracticeOrg({}, { practice }), practice);
    }
  });
});
