import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { csvLine } from '../../../src/core/report/csvLine.ts';
import { type FormerReport, readReport } from '../../../src/core/report/former.ts';
import { jsonReport } from '../../../src/core/report/json.ts';
import { reportOf } from '../../../src/core/report/report.ts';
import { written } from '../../../src/core/report/write.ts';
import { client, orgWith, UNREAD, wholeReport } from '../../report/made.ts';

const CLIENTS = Array.from({ length: 300 }, (_, n) => client({ id: `client-${n}`, name: `Client ${n}` }));

async function formerOf(): Promise<FormerReport> {
  const pieces = async function* () {
    for (const piece of jsonReport(wholeReport(orgWith(CLIENTS), undefined)))
      yield new TextEncoder().encode(piece);
  };
  const read = await readReport(pieces());
  assert.ok(read.ok);
  return read.report;
}

describe('A report of very many clients', () => {
  it('is worked out and written a client a step, so that nothing else waits for long', async () => {
    let looks = 0;
    const facts = orgWith(CLIENTS, {}, () => {
      looks += 1;
      return UNREAD;
    });
    const former = await formerOf();
    const report = wholeReport(facts, former);
    const works = [
      reportOf(facts, former),
      ...(['markdown', 'csv', 'json'] as const).map((form) => written(report, form, 'en', csvLine)),
    ];
    let most = 0;
    for (const work of works) {
      let before = looks;
      for (const _ of work) {
        most = Math.max(most, looks - before);
        before = looks;
      }
    }
    assert.ok(most <= 1, `${most} clients in a step`);
  });

  it('names those that are gone one by one', async () => {
    const report = wholeReport(orgWith([]), await formerOf());
    for (const form of ['markdown', 'csv', 'json'] as const)
      for (const piece of written(report, form, 'en', csvLine)) assert.ok(piece.length < 2_000, piece);
  });
});
