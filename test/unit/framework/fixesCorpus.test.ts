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
    // Not before the tests run: what fails there would take all of them along.
    const check = (source: string) => checkFramework(source, orgs, today);
    const eachFix = (
      look: (about: string, finding: FrameworkFinding, fix: EditFix, fixed: string) => void,
    ) => {
      for (const { finding, fix } of editFixes(check(text)))
        look(`${fixWord(fix)} (line ${finding.place.line})`, finding, fix, applyEdits(text, fix.edits));
    };

    it(`${name}: after a fix its finding is gone, and no other comes`, () => {
      const before = words(check(text));
      eachFix((about, finding, fix, fixed) => {
        const [word = ''] = words([finding]);
        const after = words(check(fixed));
        const count = (list: readonly string[]) => list.filter((other) => other === word).length;
        assert.equal(count(after), count(before) - 1, about);
        const renamed = (other: string) =>
          other.replace(` ${fix.args['region']}`, ` ${finding.args['region']}`);
        const added = after.map(fix.code === 'correct-region' ? renamed : String);
        // A client that stands for one more region is judged for each from then on.
        const isNew = (other: string) =>
          !before.includes(other) &&
          !(fix.code === 'add-region' && other.slice(0, other.indexOf(' ')) in clientInFramework);
        assert.deepEqual(added.filter(isNew), [], about);
      });
    });

    if (valid && at !== undefined) {
      it(`${name}: by a fix only the intended value changes`, () => {
        eachFix((about, finding, fix, fixed) => {
          const before = evaluateClientIds(text, at);
          const after = evaluateClientIds(fixed, at);
          if (fix.code === 'use-entry' && !after.has('in a comment')) {
            before.set('in a comment', after.get(fix.args['region'] ?? ''));
            assert.match(String(before.get('in a comment')), /^c0de/, about);
          }
          const expected = new Map(intended(before, finding, fix));
          expected.delete('in a comment');
          assert.deepEqual(after, expected, about);
          const rest = (source: string) => evaluate(`${source}\n;${at} = 0;`, ALL_THAT_RUNS);
          assert.deepEqual(rest(fixed), rest(text), about);
        });
      });
    }

    it(`${name}: a fix leaves all other lines as they are`, () => {
      eachFix((about, _finding, fix, fixed) => {
        const before = text.split(/(?<=\n)/);
        const after = fixed.split(/(?<=\n)/);
        const kept = before.filter((line) => after.includes(line));
        const touched = before.length - kept.length;
        assert.ok(touched <= linesIn(text, fix), `${about}: ${touched} lines`);
        assert.ok(after.length <= before.length + (fix.code === 'add-region' ? 1 : 0), about);
      });
    });

    it(`${name}: all safe fixes at once change nothing that the file does`, () => {
      const findings = check(text);
      const edits = fixAll(findings);
      edits.forEach((edit, index) => {
        assert.ok(edit.start >= (edits[index - 1]?.end ?? 0));
      });
      const fixed = applyEdits(text, edits);
      assert.deepEqual(fixAll(check(fixed)), []);
      const offered = findings.flatMap(({ fixes }) => fixes).some((fix) => fix.kind === 'edit' && fix.safe);
      assert.equal(fixed !== text, offered);
      if (valid && at !== undefined) {
        assert.deepEqual(evaluate(fixed, ALL_THAT_RUNS), evaluate(text, ALL_THAT_RUNS));
      }
    });

    if (valid && orgs.length > 0) {
      it(`${name}: a change of the client that turns PKCE on in the file changes nothing else there`, () => {
        for (const fix of check(text).flatMap(({ fixes }) => fixes)) {
          if (fix.kind !== 'change-client' || fix.edits.length === 0) continue;
          const fixed = applyEdits(text, fix.edits);
          const settings = 'Object.entries(window.Framework.config.settings)';
          const before = new Map(entries(evaluate(text, settings)));
          const after = new Map(entries(evaluate(fixed, settings)));
          assert.deepEqual(after, before.set('usePKCEAuthFlow', true));
          const rest = (source: string) =>
            evaluate(`${source}\n;delete Framework.config.settings;`, ALL_THAT_RUNS);
          assert.deepEqual(rest(fixed), rest(text));
        }
      });
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
