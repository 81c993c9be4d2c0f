import { parse } from 'acorn-loose';
import { parseTree } from 'jsonc-parser';
import { LONGEST_CHECKED } from '../../src/core/files/readable.ts';
import { checkFramework } from '../../src/core/framework/check/checkFramework.ts';
import { inspectFramework } from '../../src/core/framework/inspect.ts';
import { inspectScimConfig } from '../../src/core/scim/inspectConfig.ts';
import { CORPUS_ORGS } from '../unit/framework/corpusOrgs.ts';
import { HOSTILE_TEXTS } from '../unit/framework/hostileTexts.ts';
import { HOSTILE_FRAMEWORKS } from '../unit/growth/frameworkReaders.ts';
import { ofLength } from '../unit/growth/readers.ts';
import { HOSTILE_CONFIGS } from '../unit/growth/scimReaders.ts';
import { CONNECTION } from '../unit/scim/samples.ts';
import { reckonedAt } from '../unit/watch/reckoned.ts';
import { frameworkText } from './frameworkText.ts';
import { type Row, ratioRow } from './row.ts';

const MOST = 2.5;
const LARGE = 100_000;
const SMALL = 5000;
const ORGS = Object.values(CORPUS_ORGS);
const NOW = new Date('2026-11-22T09:00:00Z');

/** Characters that are read for one row, whatever the size of its text; and the rounds that this comes to. */
const CHARACTERS = 1_000_000;
const ROUNDS = { fewest: 3, most: 60 };

type Kind = {
  readonly file: string;
  readonly look: (text: string) => unknown;
  readonly parse: (text: string) => unknown;
  readonly sound: (characters: number) => string;
  readonly texts: readonly (readonly [string, string])[];
  /** Of `texts`, those that take longest at the length from which on a file is left alone. */
  readonly worst: (characters: number) => string;
};

const KINDS: readonly Kind[] = [
  {
    file: 'framework.js',
    look: (text) => checkFramework(text, ORGS, NOW.toISOString().slice(0, 10)),
    parse: (text) => parse(text, { ecmaVersion: 'latest' }),
    sound: (characters) => frameworkText(characters, ''),
    texts: [
      ...inBothSizes(HOSTILE_FRAMEWORKS),
      ...HOSTILE_TEXTS.map(([what, text]) => [what, text] as const),
    ],
    worst: (characters) => upTo(characters, HOSTILE_FRAMEWORKS['dense code beside a constant']),
  },
  {
    file: 'genesys-scim.json',
    look: (text) => inspectScimConfig(text, reckonedAt(NOW)),
    parse: (text) => parseTree(text, [], { allowTrailingComma: true }),
    sound: soundConfig,
    texts: inBothSizes(HOSTILE_CONFIGS),
    worst: (characters) => upTo(characters, HOSTILE_CONFIGS['other divisions on one line']),
  },
];

/**
 * A look at each text that nobody writes by hand, and at sound ones, beside one parse of a sound text of the size. What a
 * processor takes counts, so that a busy computer changes little; those that take longest come first.
 */
export function hostileRows(): Row[] {
  return KINDS.flatMap(({ file, look, parse, sound, texts, worst }) => {
    const soundOnes = [SMALL, LARGE].map((characters) => ['sound', sound(characters)] as const);
    const atTheLimit = [
      ['sound, as long as is looked into', upTo(LONGEST_CHECKED, sound)],
      ['the worst, as long as is looked into', worst(LONGEST_CHECKED)],
    ] as const;
    const measured = [...soundOnes, ...texts, ...atTheLimit].map(([what, text]) => {
      const like = sound(text.length);
      const times = inTurns(
        Math.min(ROUNDS.most, Math.max(ROUNDS.fewest, Math.ceil(CHARACTERS / text.length))),
        () => look(text),
        () => parse(like),
      );
      const against = 'one parse of a sound text of its size';
      const name = `${file}, ${(text.length / 1000).toFixed(0)} kB: ${what}`;
      return ratioRow(name, { ...times, against, most: MOST });
    });
    return measured.sort((one, other) => Number.parseFloat(other.measured) - Number.parseFloat(one.measured));
  });
}

function inBothSizes(
  kinds: Readonly<Record<string, (size: number) => string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(kinds).flatMap(([what, make]) =>
    [SMALL, LARGE].map((characters) => [what, ofLength(make, characters)] as const),
  );
}

/** One of a kind that has so many characters at most, and is not cut off. */
function upTo(characters: number, make: ((size: number) => string) | undefined): string {
  if (make === undefined) throw new Error('There is no such kind.');
  for (let less = 1; ; less *= 2) {
    const text = ofLength(make, characters - less);
    if (text.length <= characters) return text;
  }
}

function soundConfig(characters: number): string {
  const connection = JSON.stringify(CONNECTION, undefined, 2);
  const count = Math.ceil(characters / connection.length);
  return `{"connections": [\n${Array.from({ length: count }, () => connection).join(',\n')}\n]}\n`;
}

/**
 * Milliseconds of a processor: in turns, so that neither a busy moment nor the other's garbage hits one only. Code that runs
 * for the first time is slow whatever it does, and each row would pay for what no row before it had run: so as many rounds
 * come first as a short text has more than a long one, and are not counted.
 */
function inTurns(rounds: number, look: () => unknown, parse: () => unknown) {
  const [ours, baseline]: [number[], number[]] = [[], []];
  const steps = [() => ours.push(milliseconds(look)), () => baseline.push(milliseconds(parse))];
  const uncounted = rounds - ROUNDS.fewest;
  for (let round = -uncounted; round < rounds; round += 1) {
    for (const step of round % 2 === 0 ? steps : steps.toReversed()) step();
  }
  return { ours: ours.slice(uncounted), baseline: baseline.slice(uncounted) };
}

function milliseconds(run: () => unknown): number {
  // What was read last is remembered.
  inspectFramework('');
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
