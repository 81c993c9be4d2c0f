import assert from 'node:assert/strict';
import { applyEdit, setClientId } from '../../../src/core/framework/edit.ts';
import { type ClientIdEntry, inspectFramework } from '../../../src/core/framework/inspect.ts';
import { evaluateClientIds, evaluateTheRest } from './evaluate.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';

const CLIENT_ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const NEW_REGION = 'apse1.pure.cloud';

function liveEntries(text: string): ClientIdEntry[] {
  const { clientIds } = inspectFramework(text);
  if (clientIds.kind !== 'literal') return [];
  return [...new Map(clientIds.entries.map((entry) => [entry.region, entry])).values()];
}

/** Sets the region's Client ID, checks that nothing else changes, and returns the new text. */
function setAndCheck({ text, findings }: Fixture, region: string): string {
  const result = setClientId(text, region, CLIENT_ID);
  assert.equal(result.kind, 'edit');
  const edited = applyEdit(text, result.edit);

  const line = edited.split(/\r\n|\n|\r/)[result.line - 1] ?? '';
  assert.ok(line.includes(CLIENT_ID), `line ${result.line} holds the new value`);

  if (findings.at !== undefined) {
    const expected = evaluateClientIds(text, findings.at).set(region, CLIENT_ID);
    assert.deepEqual(evaluateClientIds(edited, findings.at), expected);
    assert.deepEqual(
      evaluateTheRest(edited, findings.at, region),
      evaluateTheRest(text, findings.at, region),
    );
  }
  assert.deepEqual(setClientId(edited, region, CLIENT_ID), { kind: 'unchanged', line: result.line });
  return edited;
}

describe('framework.js: setting a Client ID (E6)', () => {
  for (const fixture of FIXTURES) {
    const { name, text, findings } = fixture;

    if (findings.adding === 'edit') {
      it(`${name}: a new region is added, and nothing else changes`, () => {
        const edited = setAndCheck(fixture, NEW_REGION);
        const inserted = new RegExp(`,?\\s*['"]apse1\\.pure\\.cloud['"]\\s?:\\s?['"]${CLIENT_ID}['"],?[ ]?`);
        const [before = '', after = ''] = edited.split(inserted);
        assert.ok(edited.length > text.length);
        assert.equal(text.replace(/[\s,]/g, ''), (before + after).replace(/[\s,]/g, ''));
      });
    } else {
      const { adding } = findings;
      it(`${name}: adding a region is refused: ${adding}`, () => {
        const result = setClientId(text, NEW_REGION, CLIENT_ID);
        assert.equal(result.kind, 'refused');
        assert.equal(result.reason, adding);
      });
    }

    for (const { region, value, valuePlace } of liveEntries(text)) {
      if (value.kind === 'dynamic') {
        it(`${name}: ${region} is computed, so it is left alone`, () => {
          const result = setClientId(text, region, CLIENT_ID);
          const { line } = valuePlace;
          assert.deepEqual(result, { kind: 'refused', reason: 'value-is-dynamic', line });
        });
      } else if (!findings.valid && findings.adding === 'uncertain') {
        it(`${name}: where clientIds ends is uncertain, so ${region} is left alone`, () => {
          const result = setClientId(text, region, CLIENT_ID);
          assert.equal(result.kind, 'refused');
        });
      } else {
        it(`${name}: the value of ${region} is replaced between its quotes, all other bytes stay`, () => {
          const edited = setAndCheck(fixture, region);
          const before = text.slice(0, valuePlace.start + 1);
          const after = text.slice(valuePlace.end - 1);
          assert.equal(edited, before + CLIENT_ID + after);
        });
      }
    }
  }
});
