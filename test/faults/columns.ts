import { operations } from '../../src/practiceOrg/api/operations.ts';
import { ApiError, type ErrorCode, sharedCodes } from '../../src/practiceOrg/errors.ts';
import { type Trouble, type TroubleKind, trouble } from '../../src/practiceOrg/practice/troubles.ts';
import { type KindThereIs, whatThereIs } from '../../src/practiceOrg/practice/whatThereIs.ts';
import { takeTrouble } from '../../src/practiceOrg/practice/whichCalls.ts';
import type { Cell, Column, Length, Request, Row } from './cell.ts';

/** What no list of values names: short enough to be waited for, and once more than what is read of an answer. */
const NUMBERS: { readonly [Kind in TroubleKind]?: readonly object[] } = {
  slow: [{ milliseconds: 30 }],
  dripping: [{ milliseconds: 1 }],
  oversized: [{ megabytes: 20 }, { megabytes: 41 }],
};

/** Every way in which a request can go wrong: each kind of trouble that there is, with each value of its parameters. */
export const columns: readonly Column[] = whatThereIs.troubles.flatMap(columnsOf);

function columnsOf({ kind, parameters }: KindThereIs): Column[] {
  const chosen = parameters
    .filter(({ values = [] }) => values.length > 0)
    .flatMap(({ name, values = [] }) => values.map((value) => ({ [name]: value })));
  const numbers = NUMBERS[kind] ?? [{}];
  return numbers.flatMap((number) =>
    (chosen.length === 0 ? [{}] : chosen).map((value) => {
      const values = { ...number, ...value };
      const told = Object.entries(values).map(([name, each]) => `${name}=${each}`);
      return { name: [kind, ...told].join(' '), kind, values };
    }),
  );
}

/** The column of this name, or undefined. */
export function columnNamed(name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

/** More often than any request is made again. */
export const ALWAYS = 99;

/** The troubles by which so many requests of an operation go wrong, and no other. */
export function troublesFor({ row, column, length }: Cell): Trouble[] {
  const { request, before } = row;
  const last = { request, column, times: length === 'once' ? 1 : ALWAYS };
  const all = before === undefined ? [last] : [{ ...before, times: 1 }, last];
  return all.flatMap((each, index) => {
    const earlier = all.slice(0, index).filter((other) => other.request.name === each.request.name).length;
    return [...leaveAlone(each.request, earlier), troubleOf(each.column, each.request, each.times)];
  });
}

export function troubleOf({ kind, values }: Column, { name }: Request, times: number): Trouble {
  return trouble.parse({ kind, ...values, operation: name, times });
}

/** The requests of the same name that come before this one meet what nobody notices. */
function leaveAlone({ name, nth }: Request, earlier: number): Trouble[] {
  const times = nth - 1 - earlier;
  return times > 0 ? [trouble.parse({ kind: 'slow', milliseconds: 1, operation: name, times })] : [];
}

/** Why a request meets no such trouble, or not this one; undefined where it does. Each is told at the end of the table. */
export function leftOut({ operation, request }: Row, column: Column): string | undefined {
  if (operation.onlyReads && column.kind.endsWith('-meanwhile'))
    return 'what somebody else does after a reading, no reading tells';
  if ('code' in column.values) {
    const { code } = column.values;
    if (code === 'client.not.found' || code === 'not.a.user')
      return 'the org itself would say what is not so, and nobody could know it';
    const isGiven = codesFor(request.name).some((each) => each === code);
    return isGiven ? undefined : 'the operation never gives this code, and another one stands for its status';
  }
  const [method = ''] = request.name.split(' ');
  const isAboutBody = column.kind === 'dripping' || Object.values(column.values).includes('rest-of-body');
  if (method === 'DELETE' && isAboutBody)
    return 'the answer has no body, so it is whole at once, and the org holds its connection';
  const isMet = takeTrouble([troubleOf(column, request, 1)], method, request.path).met !== undefined;
  return isMet ? undefined : 'the trouble needs something that this request is not about';
}

/** Statuses that a kind of its own has. */
const OF_OTHER_KINDS: readonly number[] = [429, 500, 503];

/** Of the codes that each operation has, one of each status. */
const oneOfEachStatus: readonly ErrorCode[] = [
  ...new Map([...sharedCodes].reverse().map((code) => [new ApiError(code).status, code])),
].flatMap(([status, code]) => (OF_OTHER_KINDS.includes(status) ? [] : [code]));

/** Those, and the codes that are the operation's own. */
function codesFor(name: string): readonly ErrorCode[] {
  const own = operations.find(({ method, path }) => `${method} ${path}` === name)?.codes ?? [];
  return [...own, ...oneOfEachStatus];
}

/** After these, a request that only reads is made again. */
const READ_AGAIN: readonly TroubleKind[] = [
  ...(['dropped', 'lost', 'truncated'] as const),
  ...(['server-error', 'unavailable', 'too-many-requests', 'html'] as const),
];

/** After these, each request is made again with another token. */
const RENEWED: readonly TroubleKind[] = ['expired-token', 'signed-out'];

/**
 * How long a trouble may last: where nothing makes the request again, once is always. Of a request that only reads, both are
 * tried where every value is (`hasAll`).
 */
export function lengthsOf({ request }: Row, { kind }: Column, hasAll: boolean): readonly Length[] {
  const isRead = request.name.startsWith('GET ');
  const isRepeated = isRead ? [...RENEWED, ...READ_AGAIN].includes(kind) : RENEWED.includes(kind);
  if (isRepeated && (hasAll || !isRead)) return ['once', 'always'];
  return isRead ? ['always'] : ['once'];
}
