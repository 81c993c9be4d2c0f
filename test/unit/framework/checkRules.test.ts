import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { fixAll } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkFinding } from '../../../src/core/framework/frameworkFinding.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { check, file, ofCode, words } from './checked.ts';
import { CORPUS_ORGS, corpusId } from './corpusOrgs.ts';

const { americas, ireland, practice, custom } = CORPUS_ORGS;
/** So many entries are looked at one by one. */
const MOST_JUDGED = 50;
const ID = corpusId(1);
const OTHER = corpusId(0x999);

describe('E6: a region that is there twice', () => {
  const broken = `'${ID.slice(1)}'`;
  const cases: readonly (readonly [first: string, counting: string, fixes: readonly string[] | undefined])[] =
    [
      ["''", `'${ID}'`, ['remove-duplicate-region!']],
      ["' '", "'CLIENT_ID'", ['remove-duplicate-region!']],
      ["'CLIENT_ID'", `'${ID}'`, ['remove-duplicate-region!']],
      [`'${ID}'`, `'${ID}'`, ['remove-duplicate-region!']],
      [`'${ID}'`, `'${OTHER}'`, ['remove-duplicate-region']],
      [`'${ID}'`, "'CLIENT_ID'", ['remove-duplicate-region']],
      [`'${ID}'`, "''", ['use-entry']],
      [broken, `'${ID}'`, ['remove-duplicate-region']],
      [broken, "''", ['remove-duplicate-region']],
      ['load()', `'${ID}'`, ['remove-duplicate-region']],
      ["''", 'load()', undefined],
    ];
  for (const [first, counting, fixes] of cases) {
    it(`with ${first} and ${counting}: ${fixes ?? 'nothing is said'}`, () => {
      const found = ofCode(
        'duplicate-region',
        file(`{ 'mypurecloud.com': ${first}, 'mypurecloud.com': ${counting} }`),
      );
      assert.deepEqual(words(found), fixes ?? []);
      assert.equal(found.length, fixes === undefined ? 0 : 1);
    });
  }

  it('is named a hundred times, and one finding says how many follow', () => {
    const entries = (count: number) => `{ ${"'mypurecloud.com': '', ".repeat(count)} }`;
    const rest = (text: string) => ofCode('entries-not-checked', text).map(({ args }) => args);
    assert.equal(ofCode('duplicate-region', file(entries(MOST_JUDGED + 1))).length, MOST_JUDGED);
    assert.deepEqual(rest(file(entries(MOST_JUDGED + 1))), []);
    assert.equal(ofCode('duplicate-region', file(entries(MOST_JUDGED + 4))).length, MOST_JUDGED);
    assert.deepEqual(rest(file(entries(MOST_JUDGED + 4))), [{ named: MOST_JUDGED, more: 3 }]);
  });
});

describe('A setting that is there twice', () => {
  for (const [settings, fixes] of [
    ['{ dedicatedLoginWindow: false, dedicatedLoginWindow: true }', ['remove-duplicate-setting!']],
    ['{ dedicatedLoginWindow: isOn(), dedicatedLoginWindow: true }', ['remove-duplicate-setting']],
    ['{ dedicatedLoginWindow: false, dedicatedLoginWindow: true, a: 1 b: 2 }', []],
  ] as const)
    it(`${settings}: ${fixes.join() || 'no fix where the object is not sound'}`, () => {
      const found = ofCode('duplicate-setting', file("{ 'mypurecloud.com': '' }", settings));
      assert.equal(found.length, 1);
      assert.deepEqual(words(found), fixes);
    });
});

describe('E1: a Client ID that stands in a comment alone', () => {
  const uses: readonly (readonly [string, string | undefined])[] = [
    [`{\n// 'a.b': '${ID}'\n}`, `{\n'a.b': '${ID}'\n}`],
    [`{\n// 'a.b': '${ID}', // ours\n}`, `{\n'a.b': '${ID}', // ours\n}`],
    [`{\n//'a.b': '${ID}' ,\n'c.d': ''\n}`, `{\n'a.b': '${ID}' ,\n'c.d': ''\n}`],
    [`{\n// 'a.b': '${ID}'\n'c.d': ''\n}`, `{\n'a.b': '${ID}',\n'c.d': ''\n}`],
    [`{\n'c.d': ''\n// 'a.b': '${ID}'\n}`, `{\n'c.d': '',\n'a.b': '${ID}'\n}`],
    [`{ 'c.d': '', /* 'a.b': '${ID}' */ }`, `{ 'c.d': '', 'a.b': '${ID}'  }`],
    [`{ /* 'a.b': '${ID}', */ 'c.d': '' }`, `{ 'a.b': '${ID}', 'c.d': '' }`],
    [`{ /*'a.b': '${ID}'*/ 'c.d': '' }`, `{ 'a.b': '${ID}', 'c.d': '' }`],
    [`{ 'a.b': '', /* 'a.b': '${ID}' */ }`, `{ 'a.b': '${ID}', /* 'a.b': '${ID}' */ }`],
    [`{\n// for agents: 'a.b': '${ID}'\n}`, undefined],
    [`{\n// 'a.b': '${ID}' is ours\n}`, undefined],
    [`{\n/* 'a.b': '${ID}',\n'c.d': '' */\n}`, undefined],
    [`{\n/*\n'a.b': '${ID}'\n*/\n}`, undefined],
  ];
  for (const [before, after] of uses) {
    it(`${JSON.stringify(before)}: ${after === undefined ? 'stays there' : 'can be used'}`, () => {
      const text = file(before.replaceAll('a.b', 'mypurecloud.ie').replaceAll('c.d', 'mypurecloud.com'));
      const [found, ...others] = check(text);
      assert.equal(found?.code, 'commented-out-only');
      assert.deepEqual(others, []);
      const edits = found.fixes.flatMap((fix) => (fix.kind === 'edit' ? [fix.edits] : []));
      const fixed = edits.map((each) => applyEdits(text, each));
      const expected = after?.replaceAll('a.b', 'mypurecloud.ie').replaceAll('c.d', 'mypurecloud.com');
      assert.deepEqual(fixed, expected === undefined ? [] : [file(expected)]);
    });
  }

  it('is offered with four others at most', () => {
    const lines = Array.from(
      { length: 7 },
      (_, index) => `// 'r${index}.test': '${corpusId(index)}',\n`,
    ).join('');
    const [found] = check(file(`{\n${lines}}`));
    assert.equal(found?.fixes.filter(({ kind }) => kind === 'edit').length, 5);
  });
});

describe('The region that a new client is offered for where there is none', () => {
  const tokyo = { ...ireland, region: 'mypurecloud.jp' };
  const cases: readonly (readonly [string, string, readonly OrgClients[], string | undefined])[] = [
    ['the only one of the file', "{ 'mypurecloud.ie': '' }", [americas], 'mypurecloud.ie'],
    ['the only one that one is signed in to', '{}', [americas], 'mypurecloud.com'],
    ['that of two orgs', '{}', [americas, { ...americas, account: '2' }], 'mypurecloud.com'],
    ['none of two that one is signed in to', '{}', [americas, ireland], undefined],
    ['not that of the practice org', '{}', [practice], undefined],
    ['the real one beside the practice org', '{}', [practice, americas], 'mypurecloud.com'],
    [
      'the one of the file that one is signed in to',
      "{ 'mypurecloud.com': '', 'mypurecloud.ie': '' }",
      [ireland],
      'mypurecloud.ie',
    ],
    ['none where it is another one', "{ 'mypurecloud.com': '', 'mypurecloud.ie': '' }", [tokyo], undefined],
    ['none where a key is no region', "{ 'x.test': '' }", [], undefined],
  ];
  for (const [what, clientIds, orgs, region] of cases) {
    it(what, () => {
      const [found] = ofCode('no-client-id', file(clientIds), orgs);
      const offered = found?.fixes.flatMap((fix) => (fix.kind === 'create-client' ? [fix.region] : []));
      assert.deepEqual(offered, [region]);
    });
  }
});

describe('A key that is meant for a region', () => {
  const fixes = (clientIds: string) => words(ofCode('unknown-region', file(clientIds)));

  it('is put right where that region has no entry yet, and the entries are sound', () => {
    assert.deepEqual(fixes("{ 'us-west-2': '' }"), ['correct-region']);
    assert.deepEqual(fixes("{ 'us-west-2': '', 'usw2.pure.cloud': '' }"), []);
    assert.deepEqual(fixes("{ 'us-west-2': '' 'mypurecloud.ie': '' }"), []);
  });

  it('stays where it is its own value, too', () => {
    assert.equal(ofCode('unknown-region', file('{ usw2 }')).length, 1);
    assert.deepEqual(fixes('{ usw2 }'), []);
  });
});

describe('Which entries are judged', () => {
  it('are only those of regions, and of orgs that one is signed in to, where a comma is missing', () => {
    const text = file(
      "{ 'mypurecloud.com': 'CLIENT_ID' 'x.test': 'CLIENT_ID', 'contact.example.com': 'CLIENT_ID' }",
    );
    const regions = (orgs: readonly OrgClients[]) =>
      ofCode('placeholder-client-id', text, orgs).map(({ args }) => args['region']);
    assert.deepEqual(regions([]), ['mypurecloud.com']);
    assert.deepEqual(regions([americas]), ['mypurecloud.com']);
    assert.deepEqual(regions([americas, custom]), ['mypurecloud.com', 'contact.example.com']);
    const typed = file("{ 'mypurecloud.con': 'CLIENT_ID' 'x.test': 'CLIENT_ID' }");
    assert.equal(ofCode('unknown-region', typed).length, 1);
  });

  it('are a hundred at most, and the next one is told with how many follow', () => {
    const entries = Array.from({ length: MOST_JUDGED + 3 }, (_, index) => `'r${index}.test': ''`);
    const text = file(`{ ${entries.join(', ')} }`).replace('};', '}; // Genesys');
    assert.equal(ofCode('unknown-region', text).length, MOST_JUDGED);
    const [rest, ...others] = ofCode('entries-not-checked', text);
    assert.deepEqual([rest?.args, others], [{ checked: MOST_JUDGED, more: 3 }, []]);
    assert.equal(rest?.place.start, text.indexOf(`'r${MOST_JUDGED}.test'`));
  });

  it('are none in a file of another product', () => {
    assert.deepEqual(check("start({ clientIds: { web: 'CLIENT_ID', web: '' } });"), []);
  });
});

describe('All that can be repaired at once', () => {
  it('is made in the order of the text, and of two repairs that overlap the first', () => {
    const [finding] = check(file("{ 'mypurecloud.com': '', 'mypurecloud.com': '' }"));
    assert.ok(finding !== undefined);
    const repair = (...edits: { start: number; end: number; newText: string }[]): FrameworkFinding => ({
      ...finding,
      fixes: [{ kind: 'edit', code: 'remove-duplicate-region', args: {}, edits, safe: true }],
    });
    const at = (start: number, end: number) => ({ start, end, newText: '' });
    const repairs = [repair(at(8, 9)), repair(at(3, 5)), repair(at(0, 2), at(6, 7)), repair(at(7, 8))];
    assert.deepEqual(fixAll(repairs), [at(0, 2), at(6, 7), at(7, 8), at(8, 9)]);
    assert.deepEqual(fixAll([repair(at(1, 3)), repair(at(2, 4))]), [at(1, 3)]);
    assert.deepEqual(fixAll([]), []);
  });

  it('is nothing that would change what the file does', () => {
    const unsafe = ofCode('unknown-region', file("{ 'us-east-1': '' }"));
    assert.deepEqual(words(unsafe), ['correct-region']);
    assert.deepEqual(fixAll(unsafe), []);
  });
});
