import { scimJudgement } from '../clients/forScim.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { type Context, type Division, type ListedRole, NO_FILES, type Org } from '../procedures/context.ts';
import type { Answers } from '../procedures/draft.ts';
import { answersOfClient } from '../procedures/edited.ts';
import { answersOf } from '../procedures/index.ts';
import { type Excerpt, entryIn, fromKnown, type Loaded } from '../procedures/known.ts';
import type { LoadedAccess, LoadedOrg, OrgRole } from '../procedures/loadedOrg.ts';
import { hasSameName, type NewRole } from '../procedures/newRole.ts';
import { scimRoleStanding } from '../procedures/scimRoleStanding.ts';
import { remembered } from '../remembered.ts';
import type { Memory } from './state.ts';

/** An org, and how often its lists were read or changed so far. */
export type Listed = { readonly org: LoadedOrg; readonly listsRead: number };

/** What answers name in the lists of an org. */
export type NamedInLists = Pick<Answers, 'name' | 'adopts' | 'roles' | 'newRole'>;

/**
 * The part of an org that this draft is judged against; page and controller both judge it by this. A client that is
 * adopted brings a name and roles of its own, so what the answers name is known only once the client is. The roles that
 * were chosen before count again as soon as none is adopted any more.
 */
export function orgFor(
  listed: Listed,
  { procedure, draft }: Pick<Memory, 'procedure' | 'draft'>,
  others: Omit<Context, 'destination'>,
): Org {
  const { name = '', adopts = null, roles = [], newRole } = draft;
  const org = excerptOf(listed, { name, adopts, roles, newRole });
  if (procedure === undefined) return org;
  const answers = answersOf(procedure, draft, { ...others, destination: { kind: 'org', org } });
  const { edits } = answers;
  const before = edits === undefined ? [] : answersOfClient(edits).roles;
  return excerptOf(listed, { ...answers, roles: [...answers.roles, ...roles, ...before] });
}

/** What answers in an org are judged by; `org` is the excerpt of it. */
type ContextInOrg = Context & { readonly destination: { readonly kind: 'org'; readonly org: Org } };

/**
 * What answers are judged by where no wizard goes on asking: in an org as it was just read, on the day of `now`. Left out,
 * `workspace` has no files.
 */
export function contextIn(
  org: LoadedOrg,
  answered: Pick<Memory, 'procedure' | 'draft'>,
  {
    now,
    workspace = NO_FILES,
    ...more
  }: Pick<Context, 'secretTarget'> & {
    readonly now: Date;
    readonly workspace?: Context['workspace'];
  },
): ContextInOrg {
  const others = { ...more, workspace, today: now.toISOString().slice(0, 10) };
  return { ...others, destination: { kind: 'org', org: orgFor({ org, listsRead: 0 }, answered, others) } };
}

/** An org with what is named of its lists. */
export function excerptOf({ org, listsRead }: Listed, { name, adopts, roles, newRole }: NamedInLists): Org {
  const { clients, access, ...facts } = org;
  const roleIds = roles.map(({ roleId }) => roleId);
  const divisionIds = [...roles, ...(newRole == null ? [] : [newRole])].flatMap((role) => role.divisionIds);
  const withNamesakes = (all: readonly { id: string; name: string }[]) =>
    newRole == null ? roleIds : [...roleIds, ...namesakesOf(newRole, all)];
  return {
    ...facts,
    listsRead,
    clients: fromKnown(clients, (all) => clientsOf(all, name.trim(), adopts)),
    access: {
      roles: fromKnown(access.roles, (all) => part(all, withNamesakes(all), listedRoles(all))),
      divisions: fromKnown(access.divisions, (all) => part(all, [...homesIn(all), ...divisionIds], asIs)),
      held: fromKnown(heldRoles(access.held), (all) => part(all, withNamesakes(all), asIs)),
      scimRole: scimRoleStanding(access),
    },
  };
}

/** The IDs of the roles that have the name of a new one already. */
function namesakesOf(newRole: NewRole, all: readonly { id: string; name: string }[]): string[] {
  return all.filter((role) => hasSameName(role, newRole)).map(({ id }) => id);
}

function asIs<T>(entry: T): T {
  return entry;
}

function part<T extends { id: string }, U extends { id: string }>(
  all: readonly T[],
  ids: readonly string[],
  tell: (entry: T) => U,
): Excerpt<U> {
  const wanted = [...new Set(ids)];
  return {
    total: all.length,
    entries: wanted.flatMap((id) => entryIn(all, id) ?? []).map(tell),
    missing: wanted.filter((id) => entryIn(all, id) === undefined),
  };
}

/** The adopted client, and whoever has the name already. */
function clientsOf(all: readonly OAuthClient[], name: string, adopts: string | null): Excerpt<OAuthClient> {
  const ids = [...(adopts === null ? [] : [adopts]), ...(idsByName(all).get(name) ?? [])];
  return part(all, ids, asIs);
}

const idsByName = remembered((all: readonly OAuthClient[]): ReadonlyMap<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const { id, name } of all) {
    const same = ids.get(name);
    if (same === undefined) ids.set(name, [id]);
    else same.push(id);
  }
  return ids;
});

function homesIn(all: readonly Division[]): string[] {
  return all.filter(({ isHome }) => isHome).map(({ id }) => id);
}

/** How the roles of an org are listed. */
export const listedRoles = remembered((all: readonly OrgRole[]): ((role: OrgRole) => ListedRole) => {
  const judge = scimJudgement(all);
  return (role) => {
    const { id, name, description } = role;
    return { id, name, description, scimFit: judge(role) };
  };
});

/** The roles that the caller holds, wherever, each once. */
export const heldRoles = remembered(
  (held: LoadedAccess['held']): Loaded<readonly { id: string; name: string }[]> =>
    fromKnown(held, (all) => {
      const names = new Map(all.map(({ roleId, roleName }) => [roleId, roleName]));
      return [...names].map(([id, name]) => ({ id, name }));
    }),
);
