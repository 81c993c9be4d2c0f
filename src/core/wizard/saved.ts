import type { ClientPlace, Saved } from '../operations/run.ts';
import { type Context, clientHosts, clientRegion, type Org, orgOf } from '../procedures/context.ts';
import type { Answers, ProcedureId } from '../procedures/draft.ts';
import type { Plan } from '../procedures/plan.ts';
import type { NamedOrg } from './ports.ts';

/** What is saved with these answers, and where; undefined while that is undecided. */
export function savedWith(procedure: ProcedureId, answers: Answers, context: Context): Saved | undefined {
  const region = clientRegion(context);
  const hosts = clientHosts(context);
  if (region === undefined || hosts === undefined) return undefined;
  const org = orgOf(context);
  const { apiUrl, loginUrl } = hosts;
  const place: ClientPlace = { region, practice: org?.practice ?? false, apiUrl, loginUrl };
  return {
    procedure,
    // In an org nobody is asked for an ID; what was pasted there before may be a secret, and this goes to the disk.
    answers: org === undefined ? answers : { ...answers, clientId: '' },
    place: org === undefined ? place : { ...place, org: { id: org.id, name: org.name } },
    before: org === undefined ? { kind: 'known', value: { namesakes: [] } } : beforeIn(org, answers.name),
  };
}

/**
 * Where the client of a run is now. The practice org has another address after each start: that of now counts where
 * one is signed in to it.
 */
export function placeNow({ place }: Saved, context: Pick<Context, 'destination'>): ClientPlace {
  const org = orgOf(context);
  if (!place.practice || org?.practice !== true || org.id !== place.org?.id) return place;
  return { ...place, apiUrl: org.apiUrl, loginUrl: org.loginUrl };
}

function beforeIn({ clients, caller }: Org, name: string): Saved['before'] {
  if (clients.kind === 'unknown') return clients;
  const namesakes = clients.value.entries.filter((client) => client.name === name.trim()).map(({ id }) => id);
  return {
    kind: 'known',
    value: { namesakes, ...(caller.kind === 'user' && { callerId: caller.id }) },
  };
}

/** The org that it is saved in; undefined where the person made the client on the admin page. */
export function orgOfSaved({ place: { org, region, practice } }: Saved): NamedOrg | undefined {
  return org === undefined ? undefined : { ...org, region, practice };
}

/** Whether both are saved in the same org. */
export function isSamePlace({ place }: Saved, other: Saved | undefined): boolean {
  return place.org?.id === other?.place.org?.id && place.region === other?.place.region;
}

/** The line of the first change in a file. */
export function firstChange(diff: Extract<Plan[number], { kind: 'edit-framework-file' }>['diff']): number {
  return diff.find(({ kind }) => kind === 'added')?.line ?? 1;
}
