import { isDeepStrictEqual } from 'node:util';
import { CAUSES, type Cause } from '../../src/core/doctor/cause.ts';
import { diagnose } from '../../src/core/doctor/diagnose.ts';
import { causeTitle } from '../../src/core/texts/doctor.ts';
import { causes as broughtAbout, causesOutside, isCause } from '../../src/practiceOrg/practice/causes.ts';
import { NOW } from './facts.ts';
import { injections, type SceneKind, scenes } from './injections.ts';
import { firstTwo, PAIRS, reasonAgainst, sharedBy } from './pairs.ts';

export const DOCTOR_DOCUMENT = 'docs/doctor.md';

const HEAD = `# Why it fails: what each cause is known by

<!-- Written by \`node --import tsx test/doctor/write.ts\` from \`test/doctor/injections.ts\` and what the rules make of it; change it there. -->

Each cause of \`src/core/doctor/cause.ts\` is put alone into scenes in which nothing else is wrong, and then together with each
other one. The scenes: agents log in to the framework (login), an application calls (call), an identity provider synchronizes
(scim).

- **Put in by** is what differs then: of what was read, of the file, or of what somebody saw.
- **Says** is the sentence of the answer. **Certainty** and **rank** are those of the cause alone.
- **In pairs** is with how many of the other causes both were the first two of the answer, in every scene that has both;
  behind it, with how many it cannot stand together.
- **In an org** is how a practice org shows the cause that it brings about; each of those is looked for there, too
  (\`test/org/doctorCauses.test.ts\`), and is the first of the answer.`;

/** docs/doctor.md: what each cause is known by, as the tests try it; the same wherever it is written. */
export function doctorDocument(): string {
  const { TZ } = process.env;
  process.env['TZ'] = 'UTC';
  try {
    return written();
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
}

function written(): string {
  const columns = ['cause', 'put in by', 'says', 'certainty', 'rank', 'in pairs', 'in an org'];
  const rows = CAUSES.map(rowOf);
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${HEAD}\n\n${lines.join('\n')}\n`;
}

function rowOf(cause: Cause): readonly string[] {
  const scenesOfCause = injections[cause].into.map((kind) => alone(cause, kind));
  const inAnOrg = isCause(cause) ? broughtAbout[cause].shows : `none: ${outside(cause)}`;
  return [
    `\`${cause}\``,
    each(scenesOfCause, ({ changes }) => changes.join(', ')),
    each(scenesOfCause, ({ says }) => cell(says)),
    each(scenesOfCause, ({ certainty }) => certainty),
    each(scenesOfCause, ({ rank }) => String(rank)),
    inPairs(cause),
    inAnOrg,
  ];
}

function outside(cause: Cause): string {
  const [, where = ''] = Object.entries(causesOutside).find(([id]) => id === cause) ?? [];
  return where;
}

type Alone = {
  readonly kind: SceneKind;
  readonly changes: readonly string[];
  readonly says: string;
  readonly certainty: string;
  readonly rank: number;
};

function alone(cause: Cause, kind: SceneKind): Alone {
  const before = scenes[kind]();
  const after = injections[cause].put(before);
  const { causes } = diagnose(after.subject, after.told, after.facts, NOW);
  const rank = causes.findIndex((found) => found.cause === cause);
  const found = causes[rank];
  if (found === undefined) throw new Error(`${cause} is not found (${kind}).`);
  return {
    kind,
    changes: changesBetween(before, after, []),
    says: causeTitle(found, 'en'),
    certainty: found.certainty,
    rank: rank + 1,
  };
}

/** What is the same in all scenes once, and else with the scene that it is of. */
function each(all: readonly Alone[], tell: (one: Alone) => string): string {
  const texts = [...new Set(all.map(tell))];
  const told = texts.map((text) => {
    const those = all.filter((one) => tell(one) === text);
    return texts.length === 1 ? text : `${those.map(({ kind }) => kind).join(', ')}: ${text}`;
  });
  return told.join('<br>');
}

function inPairs(cause: Cause): string {
  const others = PAIRS.filter((pair) => pair.includes(cause)).map(([one, other]) =>
    one === cause ? other : one,
  );
  const shared = others.map((other) => ({ other, kinds: sharedBy(cause, other) }));
  const possible = shared.flatMap(({ other, kinds }) => (kinds === undefined ? [] : [{ other, kinds }]));
  const good = possible.filter(({ other, kinds }) =>
    kinds.every((kind) => {
      // As in the test: the one that stands first in the list is put in first.
      const [one, two] = CAUSES.indexOf(cause) < CAUSES.indexOf(other) ? [cause, other] : [other, cause];
      return isDeepStrictEqual(firstTwo(one, two, kind), new Set([cause, other]));
    }),
  );
  const apart = others.filter(
    (other) => sharedBy(cause, other) === undefined && reasonAgainst(cause, other, 'login'),
  );
  return `${good.length} of ${possible.length}${apart.length === 0 ? '' : `; ${apart.length} apart`}`;
}

/** What is another in the second, each by its name and with the value that it has there. */
function changesBetween(before: unknown, after: unknown, path: readonly string[]): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const added = after.filter((one) => !before.some((other) => isDeepStrictEqual(one, other)));
    const gone = before.filter((one) => !after.some((other) => isDeepStrictEqual(one, other)));
    return [
      ...gone.map((one) => valueAt(`${nameOf(path)} without`, one)),
      ...added.map((one) => valueAt(`${nameOf(path)} with`, one)),
    ];
  }
  if (!isObject(before) || !isObject(after)) return [valueAt(nameOf(path), after)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changesBetween(before[name], after[name], [...path, name]));
}

/** A name as the code has it; that a fact is known goes without saying. */
function nameOf(path: readonly string[]): string {
  return path.filter((part) => !['facts', 'told', 'value'].includes(part)).join('.');
}

function valueAt(name: string, value: unknown): string {
  return `${name} ${value === undefined ? 'nothing' : `\`${cell(JSON.stringify(value))}\``}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
