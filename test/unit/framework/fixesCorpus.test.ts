import assert from 'node:assert/strict';
import { clientInFramework } from '../../../src/core/findings/clientInFramework.ts';
import { checkFramework, fixAll } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkFinding, FrameworkFix } from '../../../src/core/framework/frameworkFinding.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { CORPUS, fixWord } from './corpus.ts';
import { evaluate, evaluateClientIds } from './evaluate.ts';

type EditFix = Extract<FrameworkFix, { kind: 'edit' }>;

const ALL_THAT_RUNS = '[globalThis.Framework, globalThis.params, globalThis.other]';

function editFixes(findings: readonly FrameworkFinding[]): { finding: FrameworkFinding; fix: EditFix }[] {
  return findings.flatMap((finding) =>
    finding.fixes.flatMap((fix) => (fix.kind === 'edit' ? [{ finding, fix }] : [])),
  );
}

/** What `clientIds` must be after a fix, region by region. */
function intended(
  before: ReadonlyMap<string, unknown>,
  { args }: FrameworkFinding,
  fix: EditFix,
): ReadonlyMap<string, unknown> {
  const after = new Map(before);
  const from = String(args['region']);
  const region = fix.args['region'] ?? from;
  switch (fix.code) {
    case 'correct-client-id':
      return after.set(from, fix.args['clientId']);
    case 'correct-region':
      after.delete(from);
      return after.set(region, before.get(from));
    case 'add-region':
      return after.set(region, before.get(from));
    case 'use-entry':
      return after.set(region, idIn(fix, before));
    case 'remove-duplicate-region':
    case 'remove-duplicate-setting':
      return after;
  }
}

/** An ID that a fix writes, or takes out of its comment, in which case it is in no edit. */
function idIn({ edits }: EditFix, before: ReadonlyMap<string, unknown>): unknown {
  const written = edits.map(({ newText }) => newText).find((newText) => newText.length === 36);
  return written ?? before.get('in a comment');
}

/** Each finding in one word, without where it is, which a fix further up may change. */
function words(findings: readonly FrameworkFinding[]): string[] {
  return findings.map(({ code, args }) => `${code} ${args['region'] ?? args['name'] ?? ''}`).sort();
}

describe('framework.js: what a fix changes', () => {
  for (const { name, text, valid, at, orgs, today } of CORPUS) {
    const findings = checkFramework(text, orgs, today);
    for (const { finding, fix } of editFixes(findings)) {
      const fixed = applyEdits(text, fix.edits);

      it(`${name}: ${fixWord(fix)} (line ${finding.place.line}): the finding is gone, and no other comes`, () => {
        const [word = ''] = words([finding]);
        const before = words(findings);
        const after = words(checkFramework(fixed, orgs, today));
        const count = (list: readonly string[]) => list.filter((other) => other === word).length;
        assert.equal(count(after), count(before) - 1);
        const renamed = (other: string) =>
          other.replace(` ${fix.args['region']}`, ` ${finding.args['region']}`);
        const added = after.map(fix.code === 'correct-region' ? renamed : String);
        // A client that stands for one more region is judged for each from then on.
        const isNew = (other: string) =>
          !before.includes(other) &&
          !(fix.code === 'add-region' && other.slice(0, other.indexOf(' ')) in clientInFramework);
        assert.deepEqual(added.filter(isNew), []);
      });

      if (valid && at !== undefined) {
        it(`${name}: ${fixWord(fix)} (line ${finding.place.line}): only the intended value changes`, () => {
          const before = evaluateClientIds(text, at);
          const after = evaluateClientIds(fixed, at);
          if (fix.code === 'use-entry' && !after.has('in a comment')) {
            before.set('in a comment', after.get(fix.args['region'] ?? ''));
            assert.match(String(before.get('in a comment')), /^c0de/);
          }
          const expected = new Map(intended(before, finding, fix));
          expected.delete('in a comment');
          assert.deepEqual(after, expected);
          const rest = (source: string) => evaluate(`${source}\n;${at} = 0;`, ALL_THAT_RUNS);
          assert.deepEqual(rest(fixed), rest(text));
        });
      }

      it(`${name}: ${fixWord(fix)} (line ${finding.place.line}): all other lines stay as they are`, () => {
        const before = text.split(/(?<=\n)/);
        const after = fixed.split(/(?<=\n)/);
        const kept = before.filter((line) => after.includes(line));
        const touched = before.length - kept.length;
        assert.ok(touched <= linesIn(text, fix), `${touched} lines`);
        assert.ok(after.length <= before.length + (fix.code === 'add-region' ? 1 : 0));
      });
    }

    it(`${name}: all safe fixes at once change nothing that the file does`, () => {
      const edits = fixAll(findings);
      edits.forEach((edit, index) => {
        assert.ok(edit.start >= (edits[index - 1]?.end ?? 0));
      });
      const fixed = applyEdits(text, edits);
      const again = checkFramework(fixed, orgs, today);
      assert.deepEqual(fixAll(again), []);
      const offered = findings.flatMap(({ fixes }) => fixes).some((fix) => fix.kind === 'edit' && fix.safe);
      assert.equal(fixed !== text, offered);
      if (valid && at !== undefined) {
        assert.deepEqual(evaluate(fixed, ALL_THAT_RUNS), evaluate(text, ALL_THAT_RUNS));
      }
    });
  }

  for (const { name, text, orgs, today, valid } of CORPUS) {
    for (const { fixes } of checkFramework(text, orgs, today)) {
      for (const fix of fixes) {
        if (fix.kind !== 'change-client' || fix.edits.length === 0 || !valid) continue;
        it(`${name}: ${fix.change.kind} turns PKCE on in the file, and changes nothing else`, () => {
          const fixed = applyEdits(text, fix.edits);
          const settings = 'Object.entries(window.Framework.config.settings)';
          const before = new Map(entries(evaluate(text, settings)));
          const after = new Map(entries(evaluate(fixed, settings)));
          assert.deepEqual(after, before.set('usePKCEAuthFlow', true));
          const rest = (source: string) =>
            evaluate(`${source}\n;delete Framework.config.settings;`, ALL_THAT_RUNS);
          assert.deepEqual(rest(fixed), rest(text));
        });
      }
    }
  }
});

/** How many lines the edits have a part of. */
function linesIn(text: string, { edits }: EditFix): number {
  return edits.reduce((sum, { start, end }) => sum + text.slice(start, end).split('\n').length, 0);
}

function entries(value: unknown): [string, unknown][] {
  return Array.isArray(value) ? value : [];
}
