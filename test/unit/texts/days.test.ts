import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { concernText, useText } from '../../../src/core/texts/clientList.ts';
import { dayText, fromTodayText } from '../../../src/core/texts/duration.ts';
import { reportName } from '../../../src/core/texts/report.ts';

/** A quarter past midnight in Kiritimati (UTC+14), and still the evening before in Niue (UTC-11) and London. */
const MOMENT = '2026-11-30T10:15:00.000Z';

const ZONES = [
  { zone: 'Pacific/Kiritimati', day: 'Dec 1, 2026' },
  { zone: 'Pacific/Niue', day: 'Nov 29, 2026' },
  { zone: 'Europe/London', day: 'Nov 30, 2026' },
] as const;

describe('A day', () => {
  const own = process.env['TZ'];

  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  for (const { zone, day } of ZONES)
    it(`of a moment is that of the reader, and one without a moment the same everywhere: ${zone}`, () => {
      process.env['TZ'] = zone;
      const now = new Date(MOMENT);
      assert.equal(dayText(MOMENT, 'en'), day);
      assert.equal(fromTodayText(now, now, 'en'), 'today');
      assert.equal(dayText('2026-11-30', 'en'), 'Nov 30, 2026');
      assert.equal(useText({ kind: 'used', day: '2026-11-30' }, now, 'en'), 'used today');
      assert.equal(useText({ kind: 'used', day: '2026-11-29' }, now, 'en'), 'used yesterday');
      const changed = { kind: 'changed-elsewhere', since: MOMENT, fields: ['name'] } as const;
      assert.equal(concernText(changed, now, 'en'), `changed elsewhere since ${day}`);
    });

  it('that summer time makes an hour shorter or longer is a day', () => {
    process.env['TZ'] = 'Europe/Berlin';
    for (const [from, to] of [
      ['2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z'],
      ['2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z'],
    ] as const)
      assert.equal(fromTodayText(new Date(to), new Date(from), 'en'), 'tomorrow');
  });

  it('in the name of the file of a report is that of the reader', () => {
    process.env['TZ'] = 'Asia/Tokyo';
    const name = reportName({ orgName: 'Example' }, new Date('2026-11-30T20:00:00Z'));
    assert.equal(name, 'oauth-clients-Example-2026-12-01');
  });
});
