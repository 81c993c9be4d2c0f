import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { columnsOf } from '../../../src/core/texts/columns.ts';
import { DETAIL_COLUMNS, LINE_COLUMNS, laidOut, type RowTexts } from '../../../src/host/ui/rowLayout.ts';
import { repoFolder } from '../../host/paths.ts';
import { cutOff } from '../../host/rows.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';

describe('A row of a list to choose from', () => {
  it('keeps a description that has room beside its label', () => {
    const row = { label: 'My CRM', description: ID, detail: 'Acme' };
    assert.deepEqual(laidOut(row), row);
  });

  it('has it at the head of the detail otherwise, in Japanese sooner', () => {
    const label = '顧客管理システムと連携する Web アプリケーション';
    assert.deepEqual(laidOut({ label, description: ID, detail: 'Acme' }), {
      label,
      description: undefined,
      detail: `${ID} · Acme`,
    });
  });

  it('has of a detail whole sentences only, and at least the first', () => {
    const first = 'The old secret stops working at once.';
    const second = ' Every application that uses it needs the new one, wherever it may be.';
    assert.equal(laidOut({ label: 'x', detail: first + second }).detail, first);
    assert.equal(
      laidOut({ label: 'x', detail: '古いものは使えなくなります。'.repeat(9) }).detail?.length,
      42,
    );
    assert.equal(
      laidOut({ label: 'x', detail: 'word '.repeat(40).trim() }).detail,
      'word '.repeat(40).trim(),
    );
  });

  it('never has more beside its label than there is room for', () => {
    const text = fc.oneof(fc.string({ maxLength: 90 }), fc.string({ unit: 'grapheme', maxLength: 90 }));
    fc.assert(
      fc.property(text, text, (label, description) => {
        const shown = laidOut<RowTexts>({ label, description });
        const line = `${shown.label} ${shown.description ?? ''}`.trimEnd();
        assert.ok(columnsOf(line) <= Math.max(LINE_COLUMNS, columnsOf(label)));
        assert.ok(`${line} ${shown.detail ?? ''}`.includes(description.trimEnd()));
      }),
    );
  });
});

/** Where a row of src/host gets a text of ours at its place; what a function says is held where a test shows the list. */
const TEXTS =
  /\b(label|description|detail|once|save|always)(?::[^,{}]*?|\()l10n\.t\(\s*(['"])((?:\\.|(?!\2).)*)\2/gs;

describe('The rows of the lists to choose from', () => {
  const japanese: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(repoFolder, 'l10n/bundle.l10n.ja.json'), 'utf8'),
  );
  const found = readdirSync(join(repoFolder, 'src/host'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(join(repoFolder, 'src/host', path), 'utf8').matchAll(TEXTS)])
    .map(([, part = '', , text = '']) => ({ part, text: text.replaceAll("\\'", "'") }));

  it('are found', () => assert.ok(found.length > 60, String(found.length)));

  for (const [language, said] of [
    ['English', (text: string) => text],
    ['Japanese', (text: string) => japanese[text] ?? assert.fail(text)],
  ] as const)
    it(`say what they mean where nothing is cut off, in ${language}`, () => {
      const rows = found.map(({ part, text }) =>
        part === 'detail' ? { label: '', detail: said(text) } : { label: said(text) },
      );
      assert.deepEqual(rows.flatMap(cutOff), []);
    });

  it('would be found where one is too long', () => {
    assert.equal(
      cutOff({ label: 'x'.repeat(LINE_COLUMNS + 1), detail: 'y'.repeat(DETAIL_COLUMNS + 1) }).length,
      2,
    );
  });
});
