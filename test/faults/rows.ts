import { operationAt } from '../../src/practiceOrg/practice/whichCalls.ts';
import type { OrgUnderTest } from '../org/client.ts';
import type { Column, Operation, Request, Row } from './cell.ts';
import { columnNamed, troublesFor } from './columns.ts';
import { FaultDesk } from './faultDesk.ts';
import { watched } from './reached.ts';

/** What a person, or their browser, sends and the extension does not. */
const OF_THE_PERSON = ['POST /login/oauth/authorize'];

export type RowOptions = {
  /** Also what is made only after another request went wrong. */
  readonly isWhole: boolean;
  /** Gets the names of the functions of the platform that made them. */
  readonly names: Set<string>;
};

/** Every request that an operation makes, in the order in which the org receives them. */
export async function rowsOf(
  operation: Operation,
  org: OrgUnderTest,
  frameworkText: string,
  { isWhole, names }: RowOptions,
): Promise<Row[]> {
  const requestsAfter = async (before?: Row['before']): Promise<Request[]> => {
    const desk = await FaultDesk.at(org, frameworkText);
    const trial = await operation.begin(desk);
    const earlier = (await desk.requests()).length;
    if (before !== undefined)
      await org.turn({
        troubles: troublesFor({ row: { operation, ...before }, column: before.column, length: 'once' }),
      });
    await watched(names, trial.act);
    return numbered(await desk.requests(earlier));
  };
  const usual = await requestsAfter();
  const rows: Row[] = usual.map((request) => ({ operation, request }));
  for (const before of isWhole ? firstTroubles(usual) : []) {
    const all = await requestsAfter(before);
    const at = all.findIndex((each) => isSame(each, before.request));
    const known = before.column.kind === 'lost' ? [] : usual;
    for (const request of all.slice(at + 1))
      if (!known.some(({ name }) => name === request.name)) rows.push({ operation, request, before });
  }
  return rows;
}

/** What leads to requests that are made only then: a lost answer to what changes something, and a token that has ended. */
function firstTroubles(usual: readonly Request[]): NonNullable<Row['before']>[] {
  const [first] = usual.filter(({ name }) => name.includes(' /api/'));
  const lost = columnOf('lost');
  const expired = columnOf('expired-token');
  return [
    ...usual.filter(({ name }) => !name.startsWith('GET ')).map((request) => ({ request, column: lost })),
    ...(first === undefined ? [] : [{ request: first, column: expired }]),
  ];
}

function columnOf(name: string): Column {
  const column = columnNamed(name);
  if (column === undefined) throw new Error(`There is no trouble ${name}.`);
  return column;
}

function numbered(requests: readonly { method: string; path: string }[]): Request[] {
  const seen = new Map<string, number>();
  return requests.flatMap(({ method, path }) => {
    const name = operationAt(method, path);
    if (name === undefined) throw new Error(`${method} ${path} is no operation of the practice org.`);
    if (OF_THE_PERSON.includes(name)) return [];
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [{ name, nth, path }];
  });
}

function isSame(one: Request, other: Request): boolean {
  return one.name === other.name && one.nth === other.nth;
}
