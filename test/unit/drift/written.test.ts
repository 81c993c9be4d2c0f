import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { concernsOf, weightOf } from '../../../src/core/clients/concerns.ts';
import {
  afterChange,
  afterLostChange,
  differencesFromWritten,
  WrittenClient,
  writtenFields,
} from '../../../src/core/drift/written.ts';
import { concernLine, concernText } from '../../../src/core/texts/clientList.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { AGENT_CLIENT, NOW } from './scenes.ts';

const RECKONING = reckonedAt(NOW)();

const WRITTEN: WrittenClient = {
  at: '2026-11-23T09:00:00.000Z',
  origin: 'saved',
  fields: writtenFields(AGENT_CLIENT),
};

const fieldsOf = (differences: readonly { field: string }[]) => differences.map(({ field }) => field);

describe('A client as it was last written here', () => {
  it('is remembered without what is secret, or is nothing that people settle', () => {
    const fields = writtenFields({ ...AGENT_CLIENT, ...{ secret: 'canary' }, createdBy: { id: 'user-1' } });
    assert.doesNotMatch(JSON.stringify(fields), /canary|user-1/);
    assert.deepEqual(WrittenClient.parse(JSON.parse(JSON.stringify(WRITTEN))), WRITTEN);
  });

  it('says nothing of what the org does not tell, and takes a description that is left out for none', () => {
    const { scope: _, accessTokenValiditySeconds: __, ...silent } = AGENT_CLIENT;
    assert.deepEqual(differencesFromWritten(WRITTEN, silent), []);
    const { description: ___, ...undescribed } = AGENT_CLIENT;
    assert.deepEqual(fieldsOf(differencesFromWritten(WRITTEN, undescribed)), ['description']);
    assert.deepEqual(differencesFromWritten(WRITTEN, { ...AGENT_CLIENT, state: undefined }), []);
  });

  it('has not come apart by what a lost request of ours may have made of it', () => {
    const changed = { ...AGENT_CLIENT, scope: ['users'] };
    const unsure = { ...WRITTEN, perhaps: writtenFields(changed) };
    assert.deepEqual(differencesFromWritten(unsure, changed), []);
    assert.deepEqual(differencesFromWritten(unsure, AGENT_CLIENT), []);
    assert.deepEqual(
      fieldsOf(differencesFromWritten(unsure, { ...changed, name: 'X' })),
      ['name'],
      'the scopes may be ours',
    );
  });

  it('does not hold a lost request of ours against anybody once another change has followed', () => {
    const former = { ...AGENT_CLIENT, name: 'by hand' };
    const sent = { ...former, scope: ['users'] };
    const unsure: WrittenClient = { ...WRITTEN, ...afterLostChange(WRITTEN, former, sent) };
    assert.deepEqual(fieldsOf(differencesFromWritten(unsure, sent)), ['name'], 'that was there before');
    assert.deepEqual(fieldsOf(differencesFromWritten(unsure, former)), ['name']);
    const inactive = { ...sent, state: 'inactive' };
    const fields = afterChange(unsure, sent, inactive);
    assert.deepEqual(fieldsOf(differencesFromWritten({ fields }, inactive)), ['name']);
    const twice = { ...WRITTEN, ...afterLostChange(unsure, sent, inactive) };
    for (const client of [sent, inactive])
      assert.deepEqual(fieldsOf(differencesFromWritten(twice, client)), ['name']);
    const late = { ...WRITTEN, fields: afterChange(unsure, former, { ...former, state: 'inactive' }) };
    assert.deepEqual(
      fieldsOf(differencesFromWritten(late, inactive)),
      ['name', 'scope'],
      'it was not carried out',
    );
  });

  it('goes on to differ in what somebody else has changed, after a change of ours in another field', () => {
    const before = { ...AGENT_CLIENT, scope: ['users'] };
    const after = { ...before, state: 'inactive' };
    const fields = afterChange(WRITTEN, before, after);
    assert.deepEqual(fieldsOf(differencesFromWritten({ fields }, after)), ['scope']);
    assert.deepEqual(afterChange(undefined, before, after), writtenFields(after));
  });

  it('is said to have changed elsewhere, calmly: when, and what', () => {
    assert.deepEqual(concernsOf(AGENT_CLIENT, [], RECKONING, WRITTEN), []);
    const [concern, ...others] = concernsOf(
      { ...AGENT_CLIENT, scope: [], name: 'X' },
      [],
      RECKONING,
      WRITTEN,
    );
    assert.ok(concern !== undefined && others.length === 0);
    assert.equal(weightOf(concern), 'information');
    assert.equal(concernText(concern, NOW, 'en'), 'changed elsewhere since Nov 23, 2026');
    assert.match(
      concernLine(concern, NOW, 'en'),
      /^changed elsewhere since it was written here \(Nov 23, 2026.*\): App Name, Scopes$/,
    );
  });

  it('says so also where the clock that noted it was wrong', () => {
    const [concern] = concernsOf({ ...AGENT_CLIENT, name: 'X' }, [], RECKONING, {
      ...WRITTEN,
      at: 'yesterday',
    });
    assert.ok(concern);
    assert.match(concernLine(concern, NOW, 'en'), /at an unknown time/);
  });
});
