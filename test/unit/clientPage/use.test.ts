import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { everyDay } from '../../../src/core/clientPage/use.ts';

const TODAY = new Date('2026-03-02T15:30:00Z');

describe('The use of a client, day by day', () => {
  it('is shown for 30 days without a gap, up to today, also over the end of a month', () => {
    const days = everyDay([], TODAY).map(({ day }) => day);
    assert.equal(days.length, 30);
    assert.equal(days[0], '2026-02-01');
    assert.deepEqual(days.slice(-3), ['2026-02-28', '2026-03-01', '2026-03-02']);
  });

  it('is nothing on a day of which the org says nothing', () => {
    const used = everyDay([{ day: '2026-03-01', requests: 7 }], TODAY).filter(
      ({ requests }) => requests !== 0,
    );
    assert.deepEqual(used, [{ day: '2026-03-01', requests: 7 }]);
  });

  it('is the sum of what the org says of a day in several rows, at whatever time of the day', () => {
    const days = everyDay(
      [
        { day: '2026-03-02T00:00:00.000Z', requests: 2 },
        { day: '2026-03-02T23:59:59+00:00', requests: 3 },
        { day: '2026-03-03T00:30:00+01:00', requests: 4 },
      ],
      TODAY,
    );
    assert.deepEqual(days.at(-1), { day: '2026-03-02', requests: 9 });
  });

  it('leaves out what is older than it shows', () => {
    const days = everyDay([{ day: '2026-01-31', requests: 5 }], TODAY);
    assert.ok(days.every(({ requests }) => requests === 0));
  });
});
