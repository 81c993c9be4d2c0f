import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { concernText, useText } from '../../../src/core/texts/clientList.ts';
import { momentDayText } from '../../../src/core/texts/duration.ts';
import { reportName } from '../../../src/core/texts/report.ts';

const ORG: Pick<OrgClients, 'orgName'> = { orgName: 'Example' };

describe('A day', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  for (const [zone, now] of [
    ['America/Los_Angeles', '2026-11-30T17:00:00Z'],
    ['Asia/Tokyo', '2026-11-30T23:00:00Z'],
  ] as const)
    describe(`in ${zone}`, () => {
      beforeEach(() => {
        process.env['TZ'] = zone;
      });

      it('on which a client was used is one as the org counts them', () => {
        const said = (day: string) => useText({ kind: 'used', day }, new Date(now), 'en');
        assert.equal(said('2026-11-30T00:00:00.000Z'), 'used today');
        assert.equal(said('2026-11-29'), 'used yesterday');
      });
    });

  describe('in Tokyo, where it is tomorrow already', () => {
    const now = '2026-11-30T20:00:00Z';
    beforeEach(() => {
      process.env['TZ'] = 'Asia/Tokyo';
    });

    it('since which a client was changed elsewhere is that of the moment beside it', () => {
      const concern = { kind: 'changed-elsewhere', since: now, fields: ['name'] } as const;
      assert.equal(concernText(concern, new Date(now), 'en'), 'changed elsewhere since Dec 1, 2026');
      assert.equal(momentDayText(now, 'ja'), '2026/12/01');
    });

    it('in the name of the file of a report is that of the reader', () => {
      assert.equal(reportName(ORG, new Date(now)), 'oauth-clients-Example-2026-12-01');
    });
  });
});
