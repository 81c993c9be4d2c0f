import { setTimeout } from 'node:timers/promises';
import { steer } from '../host/steer.ts';
import type { OrgUnderTest } from '../org/client.ts';
import { valueAt } from '../org/client.ts';
import type { Cell } from './cell.ts';
import { ALWAYS, leftOut, troublesFor } from './columns.ts';
import { FaultDesk } from './faultDesk.ts';
import { hurried } from './hurry.ts';
import { brokenAgain, brokenBy } from './rules.ts';

/** Five minutes for a person, as the core waits here, and more where the computer has much else to do. */
const MOST_MILLISECONDS = 40_000;

export type Outcome =
  | { readonly kind: 'held' }
  | { readonly kind: 'left-out'; readonly reason: string }
  | { readonly kind: 'failed'; readonly broken: readonly string[] };

/** Does an operation in an org of its own while one of its requests goes wrong, and then once more. Never rejects. */
export async function runCell(cell: Cell, org: OrgUnderTest, frameworkText: string): Promise<Outcome> {
  const reason = leftOut(cell.row, cell.column);
  if (reason !== undefined) return { kind: 'left-out', reason };
  try {
    const broken = await judged(cell, org, frameworkText);
    return broken.length === 0 ? { kind: 'held' } : { kind: 'failed', broken };
  } catch (error) {
    return {
      kind: 'failed',
      broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}

async function judged(cell: Cell, org: OrgUnderTest, frameworkText: string): Promise<string[]> {
  const desk = await FaultDesk.at(org, frameworkText);
  const trial = await cell.row.operation.begin(desk);
  await org.turn({ troubles: troublesFor(cell) });
  const told = await Promise.race([
    hurried(trial.act),
    setTimeout(MOST_MILLISECONDS, undefined, { ref: false }),
  ]);
  if (told === undefined) return ['has no end'];
  const isMet = await hasMetAll(org);
  await desk.calm();
  const truth = await trial.truth();
  const secrets = () => [...desk.secrets, ...desk.keyring.values()];
  const broken = [...(isMet ? [] : ['never makes this request']), ...brokenBy(cell, told, truth, secrets())];
  if (told.isDone || broken.length > 0) return broken;
  const again = await trial.again();
  return brokenAgain(cell, again, await trial.truth(), trial.wanted);
}

/** Whether each trouble was met; of one that lasts, some is left. */
async function hasMetAll(org: OrgUnderTest): Promise<boolean> {
  const left = valueAt(await (await steer(org, 'GET', 'switches')).json(), 'troubles');
  if (!Array.isArray(left)) return false;
  return left.every((each) => Number(valueAt(each, 'times')) < ALWAYS) && left.length <= 1;
}
