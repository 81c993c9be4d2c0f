import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { csvLine } from '../../../src/core/report/csvLine.ts';
import type { ClientUse, ReportedOrg } from '../../../src/core/report/facts.ts';
import { type FormerRead, FormerReader, type FormerReport } from '../../../src/core/report/former.ts';
import { jsonReport } from '../../../src/core/report/json.ts';
import { written } from '../../../src/core/report/write.ts';
import { client, orgWith, SALES, UNREAD, VIEWER, wholeReport } from '../../report/made.ts';

function read(text: string): FormerRead {
  const reader = new FormerReader();
  for (const line of text.split('\n')) if (!reader.take(line)) break;
  return reader.end();
}

const jsonOf = (facts: ReportedOrg) => [...jsonReport(wholeReport(facts, undefined))].join('');

function formerOf(facts: ReportedOrg): FormerReport {
  const former = read(jsonOf(facts));
  assert.ok(former.ok, JSON.stringify(former));
  return former.report;
}

/** What became of the clients of an org, by their names. */
function changes(before: ReportedOrg, after: ReportedOrg) {
  const report = wholeReport(after, formerOf(before));
  const rows = [...report.rows()].map(({ client: { name }, change }) => [name, change] as const);
  return { rows, gone: [...report.gone()].map(({ name }) => name), summary: report.summary.changes };
}

describe('What has changed since the last report', () => {
  it('is nothing where nothing has, whatever the order of lists is and however the org writes that there is nothing', () => {
    const before = client({ scope: ['a', 'b'], description: null });
    const after = client({ scope: ['b', 'a'], description: '', state: undefined });
    const { rows, gone, summary } = changes(orgWith([before]), orgWith([after]));
    assert.deepEqual([rows, gone], [[['Agent desktop', { kind: 'same' }]], []]);
    assert.deepEqual(summary, { added: 0, changed: 0, gone: 0, newProblems: 0, solvedProblems: 0 });
  });

  it('is who came, who went, which field differs, and which problem came or was solved', () => {
    const machine = { roleDivisions: [{ roleId: VIEWER, divisionId: SALES }] };
    const before = orgWith([
      client({ id: 'a', name: 'A', authorizedGrantType: 'TOKEN' }),
      client({ id: 'b', name: 'B' }),
      client({ id: 'c', name: 'C', ...machine }),
    ]);
    const after = orgWith([
      client({ id: 'a', name: 'A', accessTokenValiditySeconds: 172_800 }),
      client({ id: 'c', name: 'C', ...machine }),
      client({ id: 'd', name: 'D' }),
    ]);
    const { rows, gone, summary } = changes(before, after);
    const [a, c, d] = rows;
    assert.deepEqual(a?.[1], {
      kind: 'changed',
      fields: [
        { kind: 'value', field: 'authorizedGrantType', before: 'TOKEN', after: 'CODE' },
        { kind: 'value', field: 'accessTokenValiditySeconds', before: '64800', after: '172800' },
      ],
      newProblems: ['longest-tokens'],
      solvedProblems: ['implicit-grant'],
    });
    assert.deepEqual([c?.[1], d?.[1], gone], [{ kind: 'same' }, { kind: 'new' }, ['B']]);
    assert.deepEqual(summary, { added: 1, changed: 1, gone: 1, newProblems: 1, solvedProblems: 1 });
  });

  it('is no problem that one of the two reports could not tell', () => {
    const unused: ClientUse = { last: { kind: 'unused' }, calls: undefined };
    const told = orgWith([client()], {}, () => unused);
    const untold = orgWith([client()], {}, () => UNREAD);
    for (const [before, after] of [
      [told, untold],
      [untold, told],
    ] as const)
      assert.deepEqual(changes(before, after).rows[0]?.[1], { kind: 'same' });
    const used = orgWith([client()], {}, () => ({
      last: { kind: 'used', day: '2026-11-29' },
      calls: undefined,
    }));
    const change = changes(told, used).rows[0]?.[1];
    assert.deepEqual(change?.kind === 'changed' && change.solvedProblems, ['not-used']);
  });

  it('is no description that holds a secret in both', () => {
    const careless: Partial<OAuthClient> = { description: 'client_secret=kZ3vQ9xT7mB1nR5wY8cH2jL6pD4sF0gA' };
    assert.deepEqual(changes(orgWith([client(careless)]), orgWith([client(careless)])).rows[0]?.[1], {
      kind: 'same',
    });
  });

  it('is told in Markdown and CSV, and a former report of the future is called that', () => {
    const before = orgWith([client({ id: 'gone', name: '=Gone' })], { now: new Date('2036-01-01') });
    const report = wholeReport(orgWith([client()]), formerOf(before));
    const [markdown, csv] = (['markdown', 'csv'] as const).map((form) =>
      [...written(report, form, 'en', csvLine)].join(''),
    );
    assert.match(markdown ?? '', /## Changed since the report of .*a clock was or is wrong.*- Gone: =Gone/s);
    assert.match(csv ?? '', /gone,"'=Gone".*,gone,/s);
  });
});

describe('A former report', () => {
  const whole = jsonOf(orgWith([client(), client({ id: 'other', name: 'Other' })]));
  const why = (text: string) => {
    const former = read(text);
    return former.ok ? 'fine' : former.why.kind;
  };

  it('is read as it was written, also where an editor has turned its line ends', () => {
    assert.equal(why(whole), 'fine');
    assert.equal(why(whole.replaceAll('\n', '\r\n')), 'fine');
  });

  for (const [what, text, expected] of [
    ['empty', '', 'foreign'],
    ['something else', '{"kind": "something else"}\n', 'foreign'],
    ['no JSON', 'Dear auditor,\n', 'foreign'],
    ['a table', 'client_id,name\r\n1,A\r\n', 'foreign'],
    ['of another version', whole.replace('"version": 1', '"version": 2'), 'other-version'],
    ['cut off between two clients', whole.split('\n').slice(0, -4).join('\n'), 'broken'],
    ['cut off within a client', whole.slice(0, whole.lastIndexOf('"name"')), 'broken'],
    ['with a client that is none', whole.replace('"id":"other"', '"id":7'), 'broken'],
    [
      'with a problem that nobody knows',
      whole.replace('"problems":[]}', '"problems":[{"code":"x"}]}'),
      'broken',
    ],
    ['without its day', whole.replace('"generatedAt": "2026', '"generatedAt": "once'), 'broken'],
    ['of a very long line', `"${'x'.repeat(300_000)}\n`, 'foreign'],
  ] as const) {
    it(`is told where it is ${what}`, () => assert.equal(why(text), expected));
  }
});
