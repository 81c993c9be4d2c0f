import type { Saved } from '../operations/run.ts';
import type { Plan } from '../procedures/plan.ts';
import type { OrgRef } from './ports.ts';

/** The org that it is saved in; undefined where the person made the client on the admin page. */
export function orgOfSaved({ place: { org, region, practice } }: Saved): OrgRef | undefined {
  return org === undefined ? undefined : { id: org.id, region, practice };
}

/** Whether both are saved in the same org. */
export function isSamePlace({ place }: Saved, other: Saved | undefined): boolean {
  return place.org?.id === other?.place.org?.id && place.region === other?.place.region;
}

/** The line of the first change in a file. */
export function firstChange(diff: Extract<Plan[number], { kind: 'edit-framework-file' }>['diff']): number {
  return diff.find(({ kind }) => kind === 'added')?.line ?? 1;
}
