import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit, setClientId } from '../../../src/core/framework/edit.ts';
import { entryValue } from '../../../src/core/framework/entries.ts';
import { inspectExactly, inspectFramework } from '../../../src/core/framework/inspect.ts';
import { cases } from '../../fuzz/cases.ts';
import { evaluateClientIds, evaluateTheRest } from './evaluate.ts';
import { AT, fileArbitrary, regionArbitrary, valueArbitrary } from './grammar.ts';

/** What a run of the file would find, in the words of an inspection. */
function evaluatedValues(text: string): Map<string, unknown> {
  const ids = evaluateClientIds(text, AT);
  return new Map([...ids].map(([region, value]) => [region, entryValue(String(value))]));
}

function inspectedValues(text: string): Map<string, unknown> {
  const { clientIds } = inspectFramework(text);
  assert.equal(clientIds.kind, 'literal');
  return new Map(clientIds.entries.map(({ region, value }) => [region, value]));
}

describe('framework.js: any file of the grammar', function () {
  this.timeout(60_000);

  it('an inspection agrees with what the file makes when it runs', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ head }) => {
        assert.deepEqual(inspectedValues(head), evaluatedValues(head));
        assert.deepEqual(inspectExactly(head), inspectFramework(head));
      }),
      { numRuns: cases(80) },
    );
  });

  it('an unfinished tail does not change what is found', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ head, tail }) => {
        assert.deepEqual(inspectedValues(head + tail), evaluatedValues(head));
      }),
      { numRuns: cases(80) },
    );
  });

  it('E6: a Client ID is set for a region, nothing else changes, and once is enough', () => {
    fc.assert(
      fc.property(fileArbitrary, regionArbitrary, valueArbitrary, ({ head, tail }, region, clientId) => {
        for (const rest of ['', tail]) {
          const result = setClientId(head + rest, region, clientId);
          const before = evaluateClientIds(head, AT);
          if (result.kind === 'unchanged') {
            assert.deepEqual(entryValue(String(before.get(region))), entryValue(clientId));
            continue;
          }
          assert.equal(result.kind, 'edit');
          const { edit, line } = result;
          assert.deepEqual(evaluateClientIds(applyEdit(head, edit), AT), before.set(region, clientId));
          assert.deepEqual(
            evaluateTheRest(applyEdit(head, edit), AT, region),
            evaluateTheRest(head, AT, region),
          );
          const again = setClientId(applyEdit(head + rest, edit), region, clientId);
          assert.deepEqual(again, { kind: 'unchanged', line });
        }
      }),
      { numRuns: cases(100) },
    );
  });

  it('E6: an added entry repeats what it stands behind, byte by byte', () => {
    fc.assert(
      fc.property(fileArbitrary, fc.uuid(), ({ head }, clientId) => {
        const result = setClientId(head, 'new.region.example', clientId);
        assert.equal(result.kind, 'edit');
        const { start, end, newText } = result.edit;
        const kept = head.slice(start, end);
        assert.ok(kept === '' || newText.startsWith(`,${kept}`));
        const lineEnds = new Set(newText.match(/\r\n|\n|\r/g));
        for (const lineEnd of lineEnds) assert.ok(head.match(/\r\n|\n|\r/g)?.includes(lineEnd));
      }),
      { numRuns: cases(80) },
    );
  });

  it('a piece missing anywhere: nothing is thrown, and what is still valid is edited right', () => {
    const damaged = fc
      .record({ file: fileArbitrary, from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12) })
      .map(({ file: { head }, from, length }) => {
        const start = Math.floor(from * head.length);
        return head.slice(0, start) + head.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, regionArbitrary, fc.uuid(), (text, region, clientId) => {
        inspectFramework(text);
        const result = setClientId(text, region, clientId);
        let before: Map<string, unknown>;
        try {
          before = evaluateClientIds(text, AT);
        } catch {
          return;
        }
        if (result.kind === 'edit') {
          assert.deepEqual(evaluateClientIds(applyEdit(text, result.edit), AT), before.set(region, clientId));
        }
      }),
      { numRuns: cases(250) },
    );
  });

  it('any text at all: nothing is thrown', () => {
    const scraps = fc.array(
      fc.constantFrom(
        'clientIds',
        ':',
        '{',
        '}',
        '(',
        ')',
        "'",
        '"',
        '`',
        '${',
        '/*',
        '*/',
        '//',
        '\n',
        ',',
        '...',
        '=',
        '[',
        ']',
        'a.b',
        'function',
        'get ',
        '/',
        '\\',
        '=>',
        'class ',
        'x',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(scraps, (pieces) => {
        const text = pieces.join('');
        inspectFramework(text);
        setClientId(text, 'mypurecloud.com', 'x');
      }),
      { numRuns: cases(250) },
    );
  });
});
