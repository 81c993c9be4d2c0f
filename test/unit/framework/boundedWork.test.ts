import assert from 'node:assert/strict';
import { type AnyNode, Parser } from 'acorn';
import { LooseParser } from 'acorn-loose';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { LONGEST_CHECKED } from '../../../src/core/files/readable.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { MOST_JUDGED } from '../../../src/core/framework/entries.ts';
import { inspectExactly, inspectFramework } from '../../../src/core/framework/inspect.ts';
import { effortFor, readLoosely } from '../../../src/core/framework/reading.ts';
import { HOSTILE_FRAMEWORKS } from '../growth/frameworkReaders.ts';
import { ofLength } from '../growth/readers.ts';
import { CORPUS_ORGS } from './corpusOrgs.ts';
import { file, HOSTILE_TEXTS } from './hostileTexts.ts';

const ORGS = Object.values(CORPUS_ORGS);
const SIZES = [5000, 20_000];
/** What is bounded is so in these; larger ones take long. */
const LARGEST = 300_000;

/** What is open where a reading ends is closed, which makes a few nodes more. */
const MOST_TO_CLOSE = 1000;

/** Of what is looked at one by one, two findings for each: its key and its value; and those that are there once. */
const MOST_FINDINGS = 3 * MOST_JUDGED + 10;

describe('framework.js: the work of a look, whatever is in the file', function () {
  this.timeout(60_000);

  const original = [Parser.prototype.finishNode, LooseParser.prototype.finishNode] as const;
  let nodes = 0;

  beforeEach(() => {
    const counting = (finish: (node: AnyNode, type: string) => AnyNode) =>
      function (this: Parser, node: AnyNode, type: string): AnyNode {
        nodes += 1;
        return finish.call(this, node, type);
      };
    Parser.prototype.finishNode = counting(original[0]);
    LooseParser.prototype.finishNode = counting(original[1]);
  });

  afterEach(() => {
    [Parser.prototype.finishNode, LooseParser.prototype.finishNode] = original;
  });

  function nodesOf(run: () => unknown): number {
    nodes = 0;
    run();
    return nodes;
  }

  const texts = [
    ...Object.entries(HOSTILE_FRAMEWORKS).flatMap(([what, make]) =>
      SIZES.map((size) => [`${what}, ${size} characters`, ofLength(make, size)] as const),
    ),
    ...HOSTILE_TEXTS.filter(([, text]) => text.length <= LARGEST).map(
      ([what, text]) => [what, text] as const,
    ),
  ];

  it('makes of no text more nodes than a look may, and judges no more than the first entries', () => {
    const beyond = texts.flatMap(([what, text]) => {
      let findings = 0;
      const made = nodesOf(() => {
        findings = checkFramework(text, ORGS, '2026-11-22').length;
      });
      const most = effortFor(text).nodes + MOST_TO_CLOSE;
      return made <= most && findings <= MOST_FINDINGS
        ? []
        : [`${what}: ${made} nodes, ${findings} findings`];
    });
    assert.deepEqual(beyond, []);
  });

  const KEY = file("'us-east-1': ''");
  const LEFT_ALONE = [['entries-not-checked', { unread: 'yes' }]];

  function found(text: string) {
    return checkFramework(text, ORGS, '2026-11-22').map(({ code, args }) => [code, args]);
  }

  for (const [what, opening, closing] of [
    ['templates', '`${', '}`'],
    ['tagged templates', 'template`${', '}`'],
    ['parentheses', '(', ')'],
    ['lists', '[', ']'],
    ['calls', 'f(', ')'],
    ['blocks', '{ x: ', '}'],
  ] as const)
    it(`reads ${what} in each other as far as people write them, says where there are more, and reads no further`, () => {
      const levels = (count: number) => `${KEY}${opening.repeat(count)}1${closing.repeat(count)};`;
      assert.notDeepEqual(found(levels(100)), LEFT_ALONE);
      assert.ok(found(levels(100)).length > 0);
      assert.deepEqual(found(levels(201)), LEFT_ALONE);

      const unclosed = (count: number) => nodesOf(() => readLoosely(opening.repeat(count)));
      assert.equal(unclosed(10_000), unclosed(300));
    });

  it('reads as many errors as people make, and code as dense as tools make it, and says of more that it is left alone', () => {
    const words = (count: number) => `${KEY}${' word'.repeat(count)}`;
    assert.notDeepEqual(found(words(400)), LEFT_ALONE);
    assert.deepEqual(found(words(600)), LEFT_ALONE);

    const dense = (name: string) => `${KEY}${`${name};`.repeat(2000)}`;
    assert.notDeepEqual(found(dense('abcd')), LEFT_ALONE);
    assert.deepEqual(found(dense('ab')), LEFT_ALONE);
  });

  it('gives no parser a text that is longer than is checked, whoever asks', () => {
    const longest = `${KEY}`.padEnd(LONGEST_CHECKED);
    assert.ok(nodesOf(() => inspectFramework(longest)) > 0);
    assert.equal(inspectFramework(longest).isLeftAlone, false);

    const longer = `${longest} `;
    assert.equal(nodesOf(() => inspectFramework(longer)) + nodesOf(() => inspectExactly(longer)), 0);
    assert.equal(inspectFramework(longer).isLeftAlone, true);
    assert.equal(inspectExactly(longer), undefined);
  });

  it('follows a constant in code as dense as people write it, and walks through none that a tool made denser', () => {
    const beside = (code: string) =>
      inspectFramework(
        `const ids = { 'us-east-1': '' }; window.Framework = { config: { clientIds: ids } };${code.repeat(2000)}`,
      ).clientIds.kind;
    assert.equal(beside('orders.add(order);'), 'literal');
    assert.equal(beside('abcd;'), 'not-a-literal');
  });

  it('does not leave alone what one reader finds full of errors, and another one sound', () => {
    const lines = "'a': 1,\n".repeat(1500);
    const halfTyped = `${file(`'us-east-1': '',${' '.repeat(20_000)}\n}, more: {\n${lines}`)}\nx = {`;
    assert.notDeepEqual(found(halfTyped), LEFT_ALONE);
  });
});
