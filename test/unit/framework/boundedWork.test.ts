import assert from 'node:assert/strict';
import { type AnyNode, Parser } from 'acorn';
import { LooseParser } from 'acorn-loose';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { MOST_JUDGED } from '../../../src/core/framework/entries.ts';
import { readLoosely } from '../../../src/core/framework/reading.ts';
import { HOSTILE_FRAMEWORKS } from '../growth/frameworkReaders.ts';
import { ofLength } from '../growth/readers.ts';
import { CORPUS_ORGS } from './corpusOrgs.ts';
import { file, HOSTILE_TEXTS } from './hostileTexts.ts';

const ORGS = Object.values(CORPUS_ORGS);
const SIZES = [5000, 20_000];
/** What is bounded is so in these; larger ones take long. */
const LARGEST = 300_000;

/** A text is read by indentation, strictly, by brackets and by indentation once more, and its clientIds by itself. */
const MOST_READINGS = 5;
/** More than any text makes that is read once, so that one of few nodes has some in hand. */
const NODES_IN_HAND = 200;

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

  it('reads no text more often than there are ways to read it, and judges no more than the first entries', () => {
    const beyond = texts.flatMap(([what, text]) => {
      let findings = 0;
      const ours = nodesOf(() => {
        findings = checkFramework(text, ORGS, '2026-11-22').length;
      });
      const once = nodesOf(() => readLoosely(text));
      const isBounded = ours <= MOST_READINGS * once + NODES_IN_HAND && findings <= MOST_FINDINGS;
      return isBounded ? [] : [`${what}: ${ours} nodes, ${once} of one reading, ${findings} findings`];
    });
    assert.deepEqual(beyond, []);
  });

  it('reads templates in each other as far as people write them, and no further', () => {
    const look = (levels: number) => {
      const text = `${file("'us-east-1': ''")}${'`${'.repeat(levels)}1${'}`'.repeat(levels)};`;
      return checkFramework(text, ORGS, '2026-11-22').length;
    };
    assert.ok(look(100) > 0);
    assert.equal(look(101), 0);

    const unclosed = (levels: number) => nodesOf(() => readLoosely('`${'.repeat(levels)));
    assert.equal(unclosed(10_000), unclosed(200));
  });
});
