import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Citation, citedFacts, citedRules, factsInBrackets } from './docs/citations.ts';
import { brokenLinks, codeSpansOf, type Documents, headingsOf } from './docs/markdown.ts';
import {
  documentsOf,
  isInProject,
  knownFacts,
  readText,
  textsOfProject,
  type WrittenRule,
  writtenRules,
} from './docs/project.ts';

const GENESYS = 'docs/genesys.md';
const RULES = 'docs/rules.md';
/** A file or a folder of this project, named in a text. */
const PATH = /^(?:src|webview|test|docs|media|l10n|\.github|\.ci|\.devcontainer)\/[\w./-]+$/;

describe('The documents', () => {
  let texts: Documents;
  let documents: Documents;
  let rules: WrittenRule[];

  before(() => {
    texts = textsOfProject();
    documents = documentsOf(texts);
    rules = writtenRules(readText(RULES));
  });

  /** Where a text cites what is not known. */
  function unknown(cited: (text: string) => Citation[], known: readonly string[], among = texts): string[] {
    const numbers = new Set(known);
    return [...among].flatMap(([file, text]) =>
      cited(text)
        .filter(({ number }) => !numbers.has(number))
        .map(({ number, line }) => `${file}:${line} cites ${number}`),
    );
  }

  it('have every rule that code, tests and documents cite', () => {
    assert.ok(texts.size > 500);
    assert.deepEqual(
      unknown(
        citedRules,
        rules.map(({ number }) => number),
      ),
      [],
    );
  });

  it('have every fact that code, tests and documents cite', () => {
    const facts = knownFacts(readText(GENESYS));
    assert.deepEqual(unknown(citedFacts, facts), []);
    const about = new Map([...documents].filter(([file]) => file === GENESYS || file === RULES));
    assert.deepEqual(unknown(factsInBrackets, facts, about), []);
  });

  it('number rules and facts without a gap, each once', () => {
    const numbers = rules.map(({ number }) => number);
    for (const letter of ['G', 'E', 'S']) {
      const own = numbers.filter((number) => number.startsWith(letter));
      assert.deepEqual(
        own,
        own.map((_, index) => `${letter}${index + 1}`),
      );
    }
    assert.deepEqual(numbers.join(' ').match(/[^GES\d ]/g), null);
    const facts = knownFacts(readText(GENESYS));
    assert.deepEqual(
      facts.filter((fact, index) => fact !== followed(facts[index - 1], fact)),
      [],
    );
  });

  it('say of every rule how sure it is and which files enforce it', () => {
    for (const { number, text } of rules) {
      assert.match(text, /^- How sure: \S/m, number);
      const [, enforcing = ''] = /^- Enforced in: ([\s\S]*)/m.exec(text) ?? [];
      assert.ok(
        codeSpansOf(enforcing).some(({ code }) => PATH.test(code)),
        `${number} names no file`,
      );
    }
  });

  it('name only files and folders that are there', () => {
    const gone = [...documents].flatMap(([file, text]) =>
      codeSpansOf(text)
        .filter(({ code }) => PATH.test(code) && !isInProject(code))
        .map(({ code, line }) => `${file}:${line} names ${code}`),
    );
    assert.deepEqual(gone, []);
  });

  it('have no link or anchor that leads nowhere', () => {
    assert.deepEqual(
      [...documents.keys()].flatMap((file) => brokenLinks(file, documents, isInProject)),
      [],
    );
  });
});

describe('Reading what is cited', () => {
  const rulesIn: Readonly<Record<string, readonly string[]>> = {
    '/** Rules E3 to E5, G9; Genesys facts 1.2. */': ['E3', 'E4', 'E5', 'G9'],
    'a list (procedure rules S2, S4 and S6)': ['S2', 'S4', 'S6'],
    "it('E8: asks', () => {})": ['E8'],
    "['G17', service, /tokens/],": ['G17'],
    '  // G0: never\n': ['G0'],
    'the ranges S6–S9, G1-G2, E6–8': ['S6', 'S7', 'S8', 'S9', 'G1', 'G2', 'E6', 'E7', 'E8'],
    'turned round: G4 to G2': ['G4', 'G2'],
    ' * of what is asked (procedure\n * rule G23), and of rules\n   * E4 and\n   * E9': ['G23', 'E4', 'E9'],
    'another letter: rule D4, rules S1 and W2': ['S1', 'D4', 'S1', 'W2'],
    "it('W1: names it')": ['W1'],
    'a longer number: rule G100': ['G100'],
    'S256, SAML2, E404, 100G1, %E3%82, #E91, ES2023, /G5/x, E3.5': [],
  };
  for (const [text, numbers] of Object.entries(rulesIn)) {
    it(`finds ${numbers.length === 0 ? 'no rule' : [...new Set(numbers)].join(', ')} in ${JSON.stringify(text)}`, () => {
      const found = citedRules(text).map(({ number }) => number);
      assert.deepEqual([...new Set(found)].sort(), [...new Set(numbers)].sort());
    });
  }

  const factsIn: Readonly<Record<string, readonly string[]>> = {
    'one (Genesys facts 2.2).': ['2.2'],
    'Genesys facts 1.2 and 1.4). More': ['1.2', '1.4'],
    'Genesys facts 1.2, 1.4, 4, 5.2, 5.3, 8.2. And': ['1.2', '1.4', '4', '5.2', '5.3', '8.2'],
    ' * fields (Genesys\n * facts 1.1). Only': ['1.1'],
    '// sends them back (Genesys facts\n  // 9.9)': ['9.9'],
    'a range: Genesys facts 7.1 to 7.3, one: Genesys fact 13': ['7.1', '7.2', '7.3', '13'],
    'Genesys facts 1.9 to 2.1': ['1.9', '2.1'],
    'the Genesys facts are in a file, and 2.2 is a number': [],
  };
  for (const [text, numbers] of Object.entries(factsIn)) {
    it(`finds ${numbers.join(', ') || 'no fact'} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        citedFacts(text).map(({ number }) => number),
        numbers,
      );
    });
  }

  it('says in which line', () => {
    assert.deepEqual(citedRules('one\n * two\n * rule\n * E9 and\n'), [
      { number: 'E9', line: 4 },
      { number: 'E9', line: 3 },
    ]);
    assert.deepEqual(citedFacts('\n\nGenesys facts 3.9'), [{ number: '3.9', line: 3 }]);
  });

  it('finds facts in brackets', () => {
    const text = 'documented (1.2, 2.9), (procedure; 13.1), (4), (see API 1.84.1), (rule E4), 7.7, (30 days)';
    assert.deepEqual(
      factsInBrackets(text).map(({ number }) => number),
      ['1.2', '2.9', '13.1', '4'],
    );
  });
});

describe('Reading a document', () => {
  const guide = [
    '# A guide: `npm test` & more',
    '```md',
    '# no heading',
    '[no link](gone.md)',
    '```',
    '## Twice',
    '## Twice',
    '### E4 Redirect URIs / **pages**, 認可',
  ].join('\n');

  it('gives headings the anchors of GitHub', () => {
    assert.deepEqual(
      headingsOf(guide).map(({ anchor, line }) => `${anchor} ${line}`),
      ['a-guide-npm-test--more 1', 'twice 6', 'twice-1 7', 'e4-redirect-uris--pages-認可 8'],
    );
  });

  const broken: Readonly<Record<string, boolean>> = {
    '[a](guide.md)': false,
    '[a](../README.md "title")': false,
    '[a](/docs/guide.md#twice-1)': false,
    '[a](guide.md#e4-redirect-uris--pages-%E8%AA%8D%E5%8F%AF)': false,
    '[a](<guide.md>) and ![p](../media)': false,
    '[a](#here)': false,
    '[a](https://gone.test/x.md#y) <mailto:a@b.test> [b](mailto:a@b.test)': false,
    '`[a](gone.md)`': false,
    '[a](gone.md)': true,
    '![a](gone.png)': true,
    '[a]()': true,
    '[a](guide.md#gone)': true,
    '[a](#gone)': true,
    '[a](guide.md#twice-2)': true,
    '[a](guide.md#no-heading)': true,
    '[a](../../guide.md)': true,
    '[a](%E8.md)': true,
    'see [a]\n\n[a]: gone.md': true,
    '<a href="gone.md">a</a>': true,
    '<img width="10" src="gone.png">': true,
    '<source media="print" srcset="gone.webp">': true,
    '[a\nb](gone.md)': true,
  };
  for (const [text, isBroken] of Object.entries(broken)) {
    it(`${isBroken ? 'finds the fault in' : 'follows'} ${JSON.stringify(text)}`, () => {
      const documents = new Map([
        ['docs/x.md', `# Here\n\n${text}\n`],
        ['docs/guide.md', guide],
        ['README.md', ''],
      ]);
      const exists = (file: string) => documents.has(file) || file === 'media';
      assert.equal(brokenLinks('docs/x.md', documents, exists).length > 0, isBroken);
    });
  }
});

/** What the number of a fact must be after the one before it, if it is the next below it, beside it or above it. */
function followed(previous: string | undefined, fact: string): string {
  if (previous === undefined) return '1';
  const parts = previous.split('.').map(Number);
  const depth = fact.split('.').length;
  if (depth > parts.length) return [...parts, 1].join('.');
  return parts
    .slice(0, depth)
    .map((part, index) => (index === depth - 1 ? part + 1 : part))
    .join('.');
}
