import { CAUSES, type Cause } from '../../src/core/doctor/cause.ts';
import { diagnose } from '../../src/core/doctor/diagnose.ts';
import { NOW, type Scene } from './facts.ts';
import { cannotStandTogether, injections, type SceneKind, scenes } from './injections.ts';

export const KINDS: readonly SceneKind[] = ['login', 'call', 'scim'];

/** Two causes, each pair once. */
export const PAIRS = CAUSES.flatMap((one, at) => CAUSES.slice(at + 1).map((other) => [one, other] as const));

/** The causes that are found in a scene, the most likely first. */
export function foundIn({ subject, told, facts }: Scene): Cause[] {
  return diagnose(subject, told, facts, NOW).causes.map(({ cause }) => cause);
}

/** Why two causes cannot stand together in a scene of this kind; undefined where they can. */
export function reasonAgainst(one: Cause, other: Cause, kind: SceneKind): string | undefined {
  return cannotStandTogether.find(
    ({ each, and, in: only = kind }) =>
      only === kind &&
      ((each.includes(one) && and.includes(other)) || (each.includes(other) && and.includes(one))),
  )?.because;
}

/** The kinds of scenes into which both are put; undefined where they cannot stand together in any. */
export function sharedBy(one: Cause, other: Cause): readonly SceneKind[] | undefined {
  const kinds = KINDS.filter((kind) => reasonAgainst(one, other, kind) === undefined);
  if (kinds.length === 0) return undefined;
  return kinds.filter((kind) => [one, other].every((cause) => injections[cause].into.includes(kind)));
}

/** The first two that are found where both are wrong. */
export function firstTwo(one: Cause, other: Cause, kind: SceneKind): ReadonlySet<Cause> {
  const scene = injections[other].put(injections[one].put(scenes[kind]()));
  return new Set(foundIn(scene).slice(0, 2));
}
