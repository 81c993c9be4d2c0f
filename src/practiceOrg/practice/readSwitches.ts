import * as z from 'zod/mini';
import { type Org, switchesNow, turnSwitches } from '../org.ts';
import { everyPolicy, permissionsOf } from '../world/permissions.ts';
import { signInPeople } from '../world/seed.ts';
import { type SwitchChange, switchChange, switches } from './switches.ts';
import { type TroubleKind, troubleKinds } from './troubles.ts';
import { type Choosable, parametersOf, whatThereIs } from './whatThereIs.ts';
import { operationNamed, operationsLike } from './whichCalls.ts';

/** A switch cannot be turned so; the message is one sentence for whoever asked, and nothing has been turned. */
export class SwitchError extends Error {}

/** What somebody wants of the switches, as it came. Throws `SwitchError` when there is no such switch or value. */
export function readSwitches(asked: unknown): SwitchChange {
  const { success, data, error } = z.safeParse(switchChange, asked);
  if (!success) throw new SwitchError(faultOf(error.issues[0], asked));
  for (const { operation } of data.troubles ?? []) {
    if (operation === undefined || operationNamed(operation) !== undefined) continue;
    throw new SwitchError(
      `There is no operation ${shown(operation)}; those most like it are ${operationsLike(operation).join(', ')}.`,
    );
  }
  const permissions = permissionsOf(everyPolicy());
  for (const permission of Object.values(data.permissionsTaken ?? {}).flat()) {
    if (!permissions.includes(permission))
      throw new SwitchError(`There is no permission ${shown(permission)}.`);
  }
  return data;
}

/** Turns these switches of an org, and leaves the others as they are. Throws `SwitchError` when nobody is called so. */
export function turn(org: Org, change: SwitchChange): void {
  // Also those whom an identity system has removed: they are there again after a reset.
  const people = [...signInPeople, ...org.world.people.values()];
  const loginHints = [...new Set(people.flatMap(({ loginHint }) => loginHint ?? []))];
  for (const name of Object.keys(change.permissionsTaken ?? {})) {
    if (loginHints.includes(name)) continue;
    throw new SwitchError(`Nobody signs in as ${shown(name)}; there are ${loginHints.join(', ')}.`);
  }
  turnSwitches(org, switches.parse({ ...switchesNow(org), ...change }));
}

/** One sentence about the first thing that is wrong with what was asked. */
function faultOf(issue: z.core.$ZodIssue | undefined, asked: unknown): string {
  const [name, index, ...place] = issue?.path ?? [];
  if (typeof name !== 'string') {
    if (issue?.code !== 'unrecognized_keys') return 'Switches are given as one JSON object.';
    return `There is no switch ${shown(issue.keys[0])}; there are ${namesOf(whatThereIs.switches)}.`;
  }
  if (name !== 'troubles' || typeof index !== 'number') {
    return wrongValue(`The switch ${name}`, name, whatThereIs.switches, valueAt(asked, [name]));
  }
  const trouble = valueAt(asked, [name, index]);
  const kind = valueAt(trouble, ['kind']);
  if (!isKind(kind)) return `There is no trouble ${shown(kind)}; there are ${troubleKinds.join(', ')}.`;
  const parameters = parametersOf(kind);
  if (issue?.code === 'unrecognized_keys') {
    return `The trouble ${kind} takes ${namesOf(parameters)}, but no ${shown(issue.keys[0])}.`;
  }
  const parameter = String(place[0]);
  return wrongValue(
    `The parameter ${parameter} of the trouble ${kind}`,
    parameter,
    parameters,
    valueAt(trouble, [parameter]),
  );
}

function wrongValue(what: string, name: string, among: readonly Choosable[], value: unknown): string {
  const takes = among.find((each) => each.name === name)?.takes ?? 'something else';
  return `${what} takes ${takes}, not ${shown(value)}.`;
}

function isKind(value: unknown): value is TroubleKind {
  return troubleKinds.some((kind) => kind === value);
}

function namesOf(all: readonly Choosable[]): string {
  return all.map(({ name }) => name).join(', ');
}

function valueAt(json: unknown, place: readonly PropertyKey[]): unknown {
  return place.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

const MOST_SHOWN = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
