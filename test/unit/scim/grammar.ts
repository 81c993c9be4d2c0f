import fc from 'fast-check';
import type { ScimConnection } from '../../../src/core/scim/configFile.ts';
import { CLIENT_ID, CONNECTION } from './samples.ts';

/** What may stand between two pieces of a JSON file; `#` becomes a number of its own in every comment. */
const GAPS = [
  '',
  '',
  ' ',
  '\n',
  '\n    ',
  '\r\n\t',
  ' /* # */ ',
  '\n  // #\n  ',
  ' // #\r\n',
  '\t/* #\n */\n',
];

type Members = readonly (readonly [string, unknown])[];

const BLANKS = GAPS.filter((gap) => !gap.includes('#'));

/** Where the gaps come from, one after the other. */
type Tape = {
  readonly gap: () => string /** Without comments. */;
  readonly blank: () => string;
  readonly trailingComma: () => boolean;
};

function tapeOf(choices: readonly number[]): Tape {
  let read = 0;
  let comments = 0;
  const next = () => choices[read++ % choices.length] ?? 0;
  return {
    gap: () => (GAPS[next() % GAPS.length] ?? '').replace('#', () => `c${comments++}`),
    blank: () => BLANKS[next() % BLANKS.length] ?? '',
    trailingComma: () => next() % 3 === 0,
  };
}

/** The text of an object or a list whose members are printed already. */
function printed(
  open: string,
  members: readonly string[],
  close: string,
  { gap, trailingComma }: Tape,
): string {
  const comma = members.length > 0 && trailingComma() ? ',' : '';
  const spaced = members.map((member) => `${gap()}${member}${gap()}`).join(',');
  return `${open}${spaced}${comma}${gap()}${close}`;
}

function printedObject(members: Members, tape: Tape): string {
  const print = ([name, value]: Members[number]) =>
    `${JSON.stringify(name)}${tape.blank()}:${tape.blank()}${typeof value === 'function' ? value() : JSON.stringify(value)}`;
  return printed('{', members.map(print), '}', tape);
}

const named = fc.record(
  { id: fc.stringMatching(/^[a-z]{1,3}$/), name: fc.string() },
  { noNullPrototype: true },
);
const divisions = fc.oneof(
  fc.constant('all' as const),
  fc.uniqueArray(named, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
);

/** Few of each, so that a file often has the connection already. */
const PROVIDERS = ['entra', 'other'] as const;
const CLIENT_IDS = [CLIENT_ID, '11111111-2222-4333-8444-555555555555'];

/** A connection with values of any kind that the file may have. */
export const connectionArbitrary: fc.Arbitrary<ScimConnection> = fc
  .record({
    provider: fc.constantFrom(...PROVIDERS),
    region: fc.constantFrom('mypurecloud.jp', 'usw2.pure.cloud'),
    clientId: fc.constantFrom(...CLIENT_IDS),
    tokenDurationSeconds: fc.integer({ min: 300, max: 38_880_000 }),
    role: named,
    divisions,
    optional: fc.subarray(['authorizationUrl', 'tokenEndsAt'] as const),
  })
  .map(({ optional, ...values }) => {
    const { tokenEndsAt, ...connection } = { ...CONNECTION, ...values };
    return {
      ...connection,
      ...(optional.includes('authorizationUrl') ? { authorizationUrl: 'https://login.mypurecloud.jp' } : {}),
      ...(optional.includes('tokenEndsAt') && tokenEndsAt ? { tokenEndsAt } : {}),
    };
  });

/** Properties that nobody here knows. */
const extras = fc.uniqueArray(fc.tuple(fc.stringMatching(/^x[a-z]{1,4}$/), fc.jsonValue({ maxDepth: 2 })), {
  maxLength: 4,
  selector: ([name]) => name,
});

const role = fc.tuple(fc.subarray(['id', 'name']), extras).map(([names, others]) => {
  return Object.fromEntries([...names.map((name) => [name, 'r']), ...others]);
});

/** The connection of the file that an update may meet: half filled, wrongly filled, in any order, with more. */
const olderConnection = fc
  .record({
    provider: fc.constantFrom(...PROVIDERS),
    region: fc.constantFrom('mypurecloud.jp', 'usw2.pure.cloud'),
    clientId: fc.constantFrom(...CLIENT_IDS, CLIENT_ID.toUpperCase(), ''),
    known: fc.array(
      fc.tuple(
        fc.constantFrom('scimBaseUrl', 'tokenUrl', 'secret', 'tokenEndsAt', 'role', 'divisions', 'createdAt'),
        fc.oneof(fc.jsonValue({ maxDepth: 1 }), role, divisions),
      ),
    ),
    extras,
    order: fc.array(fc.nat()),
  })
  .map(({ provider, region, clientId, known, extras, order }) => {
    const members = Object.entries({ provider, region, clientId, ...Object.fromEntries(known) });
    return [...members, ...extras]
      .map((member, index) => ({ member, rank: order[index] ?? 0 }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ member }) => member);
  });

/** Any SCIM config file in any layout; each comment is another. */
export const fileArbitrary: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    before: extras,
    connections: fc.option(
      fc.uniqueArray(olderConnection, {
        maxLength: 3,
        selector: (members) => {
          const { provider, region, clientId } = Object.fromEntries(members);
          return `${provider} ${region} ${String(clientId).toLowerCase()}`;
        },
      }),
    ),
    after: extras,
    tape: fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
  })
  .map(({ mark, before, connections, after, tape: choices }) => {
    const tape = tapeOf(choices);
    const list = () =>
      printed(
        '[',
        (connections ?? []).map((members) => printedObject(members, tape)),
        ']',
        tape,
      );
    const own: Members = connections === null ? [] : [['connections', list]];
    return `${mark}${tape.gap()}${printedObject([...before, ...own, ...after], tape)}${tape.gap()}`;
  });
