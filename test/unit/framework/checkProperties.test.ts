import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkFramework, fixAll } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkFinding } from '../../../src/core/framework/frameworkFinding.ts';
import { setSetting } from '../../../src/core/framework/setSetting.ts';
import { applyEdit, applyEdits } from '../../../src/core/framework/textEdit.ts';
import { regions } from '../../../src/core/platform/regions.ts';
import { cases } from '../../fuzz/cases.ts';
import { evaluate, evaluateClientIds, evaluateTheRest } from './evaluate.ts';
import { AT, fileArbitrary, filesWith, type GeneratedFile, type Pair } from './grammar.ts';

const TODAY = '2026-11-22';
const check = (text: string) => checkFramework(text, [], TODAY);
const codes = (findings: readonly FrameworkFinding[]) => findings.map(({ code }) => code);

/** Regions with a Client ID each: nothing is wrong with them. */
const rightPairs = fc
  .uniqueArray(fc.integer({ min: 0, max: regions.length - 1 }), { minLength: 1, maxLength: 4 })
  .chain((indexes) =>
    fc.tuple(...indexes.map((index) => fc.uuid().map((id): Pair => [regions[index]?.domain ?? '', id]))),
  );

/** One fault among entries that are right: what it is, the region it is about, and what is meant instead. */
type Planted = {
  readonly code: string;
  readonly pairs: readonly Pair[];
  readonly at: string;
  readonly meant: readonly Pair[] | undefined;
};

const plantedArbitrary: fc.Arbitrary<Planted> = fc
  .record({
    right: rightPairs,
    id: fc.uuid(),
    fault: fc.constantFrom('placeholder', 'malformed', 'cut off', 'region', 'own domain', 'duplicate'),
    position: fc.nat(),
  })
  .map(({ right, id, fault, position }) => {
    const taken = right.map(([region]) => region);
    const free = regions.find(({ domain }) => !taken.includes(domain));
    const { domain, awsRegion } = free ?? { domain: '', awsRegion: '' };
    const first = right[0]?.[0] ?? '';
    const plant = (pair: Pair) => right.toSpliced(position % (right.length + 1), 0, pair);
    switch (fault) {
      case 'placeholder': {
        const pairs = plant([domain, 'your client id']);
        return { code: 'placeholder-client-id', pairs, at: domain, meant: undefined };
      }
      case 'malformed': {
        const meant = plant([domain, id]);
        return { code: 'malformed-client-id', pairs: plant([domain, `{${id} }`]), at: domain, meant };
      }
      case 'cut off': {
        const pairs = plant([domain, id.slice(0, -1)]);
        return { code: 'malformed-client-id', pairs, at: domain, meant: undefined };
      }
      case 'region': {
        const meant = plant([domain, id]);
        return { code: 'unknown-region', pairs: plant([awsRegion, id]), at: awsRegion, meant };
      }
      case 'own domain': {
        const at = 'contact.example.com';
        return { code: 'unknown-region', pairs: plant([at, id]), at, meant: undefined };
      }
      default: {
        const pairs: Pair[] = [[first, ''], ...right];
        return { code: 'duplicate-region', pairs, at: first, meant: right };
      }
    }
  });

const plantedFiles: fc.Arbitrary<Planted & GeneratedFile> = plantedArbitrary.chain((planted) =>
  filesWith(fc.constant(planted.pairs)).map((file) => ({ ...planted, ...file })),
);

describe('framework.js: checking any file of the grammar', function () {
  this.timeout(60_000);

  it('nothing is wrong with a correct file, whatever its style, and while a tail is typed', () => {
    fc.assert(
      fc.property(filesWith(rightPairs), ({ head, tail }) => {
        assert.deepEqual(check(head), []);
        assert.deepEqual(check(head + tail), []);
      }),
      { numRuns: cases(100) },
    );
  });

  it('a planted fault is found exactly, and nothing else, also while a tail is typed', () => {
    fc.assert(
      fc.property(plantedFiles, ({ head, tail, code, at }) => {
        for (const text of [head, head + tail]) {
          const findings = check(text);
          assert.deepEqual(codes(findings), [code]);
          assert.equal(findings[0]?.args['region'], at);
        }
      }),
      { numRuns: cases(150) },
    );
  });

  it('its fix changes what is meant to change, and the finding is gone', () => {
    fc.assert(
      fc.property(plantedFiles, ({ head, tail, pairs, meant }) => {
        for (const rest of ['', tail]) {
          const fixes = check(head + rest).flatMap((finding) => finding.fixes);
          const edits = fixes.flatMap((fix) => (fix.kind === 'edit' ? [fix.edits] : []));
          assert.equal(edits.length, meant === undefined ? 0 : 1);
          for (const list of edits) {
            assert.deepEqual(check(applyEdits(head + rest, list)), []);
            const fixed = applyEdits(head, list);
            assert.deepEqual(evaluateClientIds(fixed, AT), new Map(meant));
            assert.deepEqual(
              evaluate(`${fixed}\n;${AT} = 0;`, 'globalThis.Framework'),
              evaluate(`${head}\n;${AT} = 0;`, 'globalThis.Framework'),
            );
            assert.deepEqual(evaluateClientIds(head, AT), new Map(pairs));
          }
        }
      }),
      { numRuns: cases(150) },
    );
  });

  it('safe fixes change nothing that any file does, and once is enough', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ head, tail }) => {
        for (const rest of ['', tail]) {
          const fixed = applyEdits(head + rest, fixAll(check(head + rest)));
          assert.deepEqual(fixAll(check(fixed)), []);
        }
        const fixed = applyEdits(head, fixAll(check(head)));
        assert.deepEqual(evaluate(fixed, 'globalThis.Framework'), evaluate(head, 'globalThis.Framework'));
      }),
      { numRuns: cases(100) },
    );
  });

  it('E3: PKCE is turned on in any file, and nothing else changes', () => {
    fc.assert(
      fc.property(filesWith(rightPairs), ({ head, tail }) => {
        for (const rest of ['', tail]) {
          const result = setSetting(head + rest, 'usePKCEAuthFlow', true);
          assert.equal(result.kind, 'edit');
          const edited = applyEdit(head, result.edit);
          assert.equal(evaluate(edited, 'Framework.config.settings.usePKCEAuthFlow'), true);
          assert.deepEqual(evaluateClientIds(edited, AT), evaluateClientIds(head, AT));
          const settings = 'delete Framework.config.settings.usePKCEAuthFlow;';
          const without = (text: string) =>
            evaluateTheRest(`${text}\n;Framework.config.settings ??= {};${settings}`, AT, '');
          assert.deepEqual(without(edited), without(head));
        }
      }),
      { numRuns: cases(80) },
    );
  });

  it('a piece missing anywhere: nothing is thrown, and no fix of what is valid does anything but its own', () => {
    const damaged = fc
      .record({ file: plantedFiles, from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12) })
      .map(({ file: { head }, from, length }) => {
        const start = Math.floor(from * head.length);
        return head.slice(0, start) + head.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const edits = fixAll(check(text));
        let before: unknown;
        try {
          before = evaluate(text, 'globalThis.Framework');
        } catch {
          return;
        }
        assert.deepEqual(evaluate(applyEdits(text, edits), 'globalThis.Framework'), before);
      }),
      { numRuns: cases(250) },
    );
  });
});
