import { goneSince } from './changes.ts';
import type { ReportedOrg } from './facts.ts';
import type { FormerClient, FormerReport } from './former.ts';
import { PROBLEM_CODES, type ProblemCode } from './problems.ts';
import { type Row, rowsOf } from './rows.ts';

/** How often a problem was found. */
export type Found = { readonly code: ProblemCode; readonly certain: number; readonly likely: number };

/** What stands before the clients. */
export type Summary = {
  readonly clients: number;
  readonly withProblems: number;
  /** In the order of their weight; those that were not found are not among them. */
  readonly found: readonly Found[];
  /** Those with the weightiest problems, of those that have any. */
  readonly first: readonly Pick<Row, 'client' | 'problems'>[];
  /** Of how many clients the last use, and the calls, were read. */
  readonly lastUseRead: number;
  readonly callsRead: number;
  /** Undefined where there is no former report. */
  readonly changes: Changes | undefined;
};

export type Changes = {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly newProblems: number;
  readonly solvedProblems: number;
};

/** A report, to be written in one form or another: what is in it is worked out as it is written. */
export type Report = {
  readonly facts: Omit<ReportedOrg, 'useOf' | 'renewedAt'>;
  /** Since when changes are told (ISO 8601); undefined where there is no former report. */
  readonly since: string | undefined;
  readonly summary: Summary;
  rows(): Iterable<Row>;
  /** Clients of the former report that are no more. */
  gone(): Iterable<FormerClient>;
};

/** What there is to report of an org, beside a former report of it: worked out a client a step, because that takes time. */
export function* reportOf(
  facts: ReportedOrg,
  former: FormerReport | undefined,
): Generator<undefined, Report, undefined> {
  const ids = new Set(facts.org.clients.map(({ id }) => id));
  const rows = () => rowsOf(facts, former);
  const gone = () => (former === undefined ? [] : goneSince(former, ids));
  const summary = yield* summaryOf(rows(), former && gone());
  return { facts, since: former?.generatedAt, summary, rows, gone };
}

const MOST_FIRST = 10;

function* summaryOf(
  rows: Iterable<Row>,
  gone: Iterable<FormerClient> | undefined,
): Generator<undefined, Summary, undefined> {
  const counts = new Map<ProblemCode, { certain: number; likely: number }>();
  const sum = { clients: 0, withProblems: 0, lastUseRead: 0, callsRead: 0 };
  const changes = { added: 0, changed: 0, gone: 0, newProblems: 0, solvedProblems: 0 };
  let first: Pick<Row, 'client' | 'problems'>[] = [];
  for (const { client, problems, read, change } of rows) {
    yield;
    sum.clients += 1;
    if (read.includes('last-use')) sum.lastUseRead += 1;
    if (read.includes('calls')) sum.callsRead += 1;
    if (change?.kind === 'new') changes.added += 1;
    if (change?.kind === 'changed') {
      if (change.fields.length > 0) changes.changed += 1;
      changes.newProblems += change.newProblems.length;
      changes.solvedProblems += change.solvedProblems.length;
    }
    if (problems.length === 0) continue;
    sum.withProblems += 1;
    for (const { code, certainty } of problems) {
      const count = counts.get(code) ?? { certain: 0, likely: 0 };
      counts.set(code, { ...count, [certainty]: count[certainty] + 1 });
    }
    first = [...first, { client, problems }].sort(byWeight).slice(0, MOST_FIRST);
  }
  for (const _ of gone ?? []) {
    yield;
    changes.gone += 1;
  }
  const found = PROBLEM_CODES.flatMap((code) => {
    const count = counts.get(code);
    return count === undefined ? [] : [{ code, ...count }];
  });
  return { ...sum, found, first, changes: gone && changes };
}

/** A certain problem weighs more than all that stand behind it, and a likely one half of that. */
function byWeight(one: Pick<Row, 'problems'>, other: Pick<Row, 'problems'>): number {
  return weightOf(other) - weightOf(one);
}

function weightOf({ problems }: Pick<Row, 'problems'>): number {
  return problems.reduce((sum, { code, certainty }) => {
    const weight = 2 ** (PROBLEM_CODES.length - PROBLEM_CODES.indexOf(code));
    return sum + (certainty === 'certain' ? weight : weight / 2);
  }, 0);
}
