import { type Call, callText } from '../../privileges/calls/call.ts';
import type { CallNote } from '../../privileges/calls/reading.ts';
import type { MatchedCalls } from '../../privileges/matchCalls.ts';
import { type Needs, usesIn } from '../../privileges/needs.ts';
import { endpointOf } from '../../privileges/operation.ts';
import { isOnlyLikely, type Use } from '../../privileges/permissionWants.ts';
import type { NeededRole } from '../../privileges/rolesFor.ts';
import type { NeedsFound, ShownRole, Some } from './shown.ts';

/** A reason names this many calls, and a list has this many rows; whoever wants all of it takes it elsewhere. */
const MOST_CALLS = 3;
const MOST_ROWS = 50;
/** A role is made of all of them or not at all; nobody looks through one with more. */
const MOST_OF_ROLE = 300;
const LONGEST_TEXT = 120;

/** What the page shows of what was found; it is small however much was pasted. */
export function shownNeeds(
  apiUrl: string,
  { uses, unknown, unclear }: MatchedCalls,
  needs: Needs,
  notes: readonly CallNote[],
): NeedsFound {
  const { callsAs, scopes, permissions, roles, onlyPeople } = needs;
  const untold = [...new Set(needs.unknown.map(({ use }) => use))];
  const isSmallest =
    callsAs === 'person' ? needs.areScopesSmallest : (roles?.areSmallest ?? needs.arePermissionsSmallest);
  return {
    apiUrl,
    callsAs,
    operations: uses.length,
    scopes: scopes.map((each) => ({
      scope: each.scope,
      for: endpoints(each.for),
      orElse: takenByAll(each.for).filter((scope) => scope !== each.scope),
    })),
    permissions: some(
      permissions,
      callsAs === 'client' ? MOST_OF_ROLE : MOST_ROWS,
      ({ permission, isHeld, for: of }) => ({
        permission,
        isHeld,
        for: endpoints(of),
      }),
    ),
    // People have roles of their own.
    ...(callsAs === 'client' &&
      roles !== undefined && {
        roles: {
          needed: some(roles.roles, MOST_ROWS, shownRole),
          ofOthers: some(roles.ofOthers, MOST_ROWS, shownRole),
          uncovered: some(roles.uncovered, MOST_ROWS, ({ anyOf, for: of, underConditions }) => ({
            anyOf: [...anyOf],
            for: endpoints(of),
            underConditions: underConditions.slice(0, MOST_CALLS).map(({ name }) => name),
          })),
        },
      }),
    isSmallest,
    onlyPeople: endpoints(onlyPeople),
    untold: endpoints(untold),
    likely: endpoints(usesIn(needs).filter(isOnlyLikely)),
    unknown: some(unknown, MOST_ROWS, lineOf),
    unclear: some(unclear, MOST_ROWS, ({ call, operations }) => ({
      ...lineOf(call),
      methods: [...new Set(operations.map(({ method }) => method))],
    })),
    notes: some(notes, MOST_ROWS, (note) => note),
  };
}

/** The first of many, as they are shown. */
export function some<T, U>(all: readonly T[], most: number, show: (each: T) => U): Some<U> {
  return { first: all.slice(0, most).map(show), total: all.length };
}

function endpoints(uses: readonly Use[]): Some<string> {
  return some(uses, MOST_CALLS, ({ operation }) => endpointOf(operation));
}

/** The scopes that each of these operations takes. */
function takenByAll(uses: readonly Use[]): string[] {
  const [first = [], ...others] = uses.map(({ operation }) => operation.scopes ?? []);
  return first.filter((scope) => others.every((scopes) => scopes.includes(scope)));
}

function shownRole({ role, besides, for: of }: NeededRole): ShownRole {
  const { id, name } = role;
  return { id, name, for: endpoints(of), besides: some(besides, MOST_CALLS, (permission) => permission) };
}

function lineOf({ named, at }: Call): { line: number; text: string } {
  const text = callText(named);
  return { line: at.line, text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text };
}
