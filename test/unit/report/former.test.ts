import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { csvLine } from '../../../src/core/report/csvLine.ts';
import { type FormerRead, readReport } from '../../../src/core/report/former.ts';
import { jsonReport } from '../../../src/core/report/json.ts';
import { written } from '../../../src/core/report/write.ts';
import { client, orgWith, wholeReport } from '../../report/made.ts';

/** What holds a report gives it in pieces that begin and end anywhere. */
async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function* without(end: () => boolean): AsyncGenerator<Uint8Array> {
  while (!end()) yield new Uint8Array(1_000_000).fill(97);
}

const inShort = (read: FormerRead) => (read.ok ? [...read.report.clients.keys()] : read.why.kind);

describe('A former report, as it comes from the disk', () => {
  it('is read from whatever pieces it comes in, and whatever its clients are called', async () => {
    const clients = ['予約\u2028\u0085\r', '𠮷野家 "]"', '"clients": ['].map((name, n) =>
      client({ id: String(n), name }),
    );
    const text = [...jsonReport(wholeReport(orgWith(clients), undefined))].join('');
    for (const each of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`])
      for (const size of [1, 7, 100_000])
        assert.deepEqual(inShort(await readReport(inPieces(each, size))).length, 3);
  });

  it('is read though ten thousand clients were gone when it was made', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => client({ id: `gone-${n}`, name: 'Agent desktop' }));
    const all = [...jsonReport(wholeReport(orgWith(many), undefined))].join('');
    const read = await readReport(inPieces(all, 65_536));
    assert.ok(read.ok);
    const left = [...jsonReport(wholeReport(orgWith([client()]), read.report))].join('');
    assert.deepEqual(inShort(await readReport(inPieces(left, 65_536))), [client().id]);
  });

  it('brings no secret into a new report, whoever wrote one into it', async () => {
    const secret = 'Zx81kQpL0vNm7RtYb2WcE5sHjUf9aGd3';
    const plain = [...jsonReport(wholeReport(orgWith([client({ description: 'MARK' })]), undefined))].join(
      '',
    );
    const changed = plain
      .replace('MARK', `secret=${secret}`)
      .replace('https://crm.example', `https://u:${secret}@crm.example`);
    assert.ok(changed.split(secret).length === 3);
    const read = await readReport(inPieces(changed, 65_536));
    assert.ok(read.ok);
    const report = wholeReport(orgWith([client()]), read.report);
    assert.equal([...report.rows()][0]?.change?.kind, 'changed');
    for (const form of ['markdown', 'csv', 'json'] as const)
      assert.ok(![...written(report, form, 'en', csvLine)].join('').includes(secret), form);
  });

  it('is given up where it never ends, or its packed form holds very much', async () => {
    assert.equal(inShort(await readReport(without(() => false))), 'too-large');
  });

  it('is none where it is one long line, and that is soon seen', async () => {
    let pieces = 0;
    const read = await readReport(without(() => ++pieces > 90));
    assert.equal(inShort(read), 'foreign');
  });

  it('is unreadable where its file is', async () => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield* inPieces('{', 1);
      throw new Error('EIO: i/o error, read');
    };
    assert.deepEqual(await readReport(failing()), {
      ok: false,
      why: { kind: 'unreadable', reason: 'EIO: i/o error, read' },
    });
  });
});
