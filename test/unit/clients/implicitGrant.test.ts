import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  implicitGrantEnds,
  implicitGrantMayBeRefused,
  implicitGrantStage,
  implicitGrantWithdrawal,
} from '../../../src/core/clients/frameworkNeeds.ts';

describe('G9: how far the withdrawal of the implicit grant is', () => {
  it('goes by the earliest of what was announced, whoever announced it', () => {
    for (const { noNewClientsFrom, existingClientsEnd } of implicitGrantWithdrawal) {
      assert.ok(implicitGrantEnds.noNewClientsFrom <= noNewClientsFrom);
      assert.ok(implicitGrantEnds.existingClientsEnd <= existingClientsEnd);
    }
    const sources = implicitGrantWithdrawal.map((each) => each.noNewClientsFrom);
    assert.ok(sources.some((month) => month === implicitGrantEnds.noNewClientsFrom));
  });

  const days = {
    '2026-02-28': 'announced',
    '2026-03': 'no-new-clients',
    '2026-03-01': 'no-new-clients',
    '2027-02-28': 'no-new-clients',
    '2027-03': 'ended',
    '2027-03-01': 'ended',
  } as const;
  for (const [day, stage] of Object.entries(days))
    it(`${day}: ${stage}`, () => {
      assert.equal(implicitGrantStage(day), stage);
      assert.equal(implicitGrantMayBeRefused(day), stage !== 'announced');
    });
});
