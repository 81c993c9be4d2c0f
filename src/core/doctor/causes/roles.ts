import { permissionsBeyond, permissionsOf } from '../../clients/permissions.ts';
import { speaksForItself } from '../../clients/usable.ts';
import { ALL_DIVISIONS } from '../../platform/authorization.ts';
import { needsOf } from '../../privileges/needs.ts';
import type { PermissionsAsked } from '../answer.ts';
import type { ClientRole } from '../facts.ts';
import { apiErrors, type Look, namesIn, seen, symptomsOf } from '../look.ts';
import type { Symptom } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';
import { permissionsAsked } from './permissionsAsked.ts';

const EDIT_ROLES = { kind: 'edit', page: 'roles' } as const;

const LACKS_PERMISSION = ['missing.permissions', 'missing.any.permissions', 'not.authorized'];
const LACKS_IN_DIVISION = [
  'missing.division.permission',
  'missing.any.division.permissions',
  'missing.division.permissions',
];

/** A client that speaks for itself and was given no role: it may do only what needs none (Genesys facts 1.2). */
export const noRole: Rule = (look) => {
  const { client, facts } = look;
  if (client === undefined) return unread(facts, 'client');
  if (!speaksForItself(client)) return NOT_HERE;
  const count = rolesGiven(look);
  if (count === undefined) return unread(facts, 'roles');
  if (count > 0) return inOrder({ roles: roleNames(look) });
  const symptoms = apiErrors(look, [...LACKS_PERMISSION, ...LACKS_IN_DIVISION]);
  return found(symptoms.length > 0 ? 'certain' : 'likely', EDIT_ROLES, { args: namesIn(look), symptoms });
};

/** A call that needs a permission that none of the roles has; of a person's token, that the person lacks. */
export const roleLacksPermission: Rule = (look) => {
  const { client, facts } = look;
  const errors = apiErrors(look, LACKS_PERMISSION);
  const wants = permissionsAsked(look, errors);
  if (client === undefined || !speaksForItself(client)) {
    if (errors.length > 0)
      return found(
        'likely',
        { kind: 'ask', wants: [...wants] },
        { args: { ...namesIn(look), ...permissionArgs(wants), of: caller(look) }, symptoms: errors },
      );
    if (client === undefined) return unread(facts, 'client');
    return notLooked('person');
  }
  if (rolesGiven(look) === 0) return NOT_HERE;
  if (facts.roles.kind !== 'known' || !facts.roles.value.every(isTold)) {
    const args = { ...namesIn(look), ...permissionArgs(wants) };
    if (errors.length > 0) return found('likely', EDIT_ROLES, { args, symptoms: errors });
    return facts.roles.kind === 'known' ? notLooked('admin-page') : unread(facts, 'roles');
  }
  const held = permissionsIn(facts.roles.value);
  const args = { ...namesIn(look), roles: roleNames(look) };
  const areNamed = errors.some(({ permissions }) => permissions.length > 0);
  const unmet = wants.filter(({ anyOf }) => permissionsBeyond(anyOf, held).length === anyOf.length);
  if (areNamed && unmet.length > 0)
    return found('certain', EDIT_ROLES, { args: { ...args, ...permissionArgs(unmet) }, symptoms: errors });
  const needed = lackedForCalls(look, held);
  if (needed.length > 0)
    return found(errors.length > 0 && areAllCalls(look, errors) ? 'certain' : 'likely', EDIT_ROLES, {
      args: { ...args, permissions: [...needed] },
      symptoms: errors,
    });
  if (facts.calls.kind !== 'known') return unread(facts, 'calls');
  return inOrder({ roles: roleNames(look) });
};

/** The permissions as a sentence names them; `any`: one of them is enough. */
function permissionArgs(wants: readonly PermissionsAsked[]): { permissions: string[]; any?: string } {
  const [only, another] = wants;
  const isAny = only !== undefined && only.anyOf.length > 1 && another === undefined;
  return { permissions: [...new Set(wants.flatMap(({ anyOf }) => anyOf))], ...(isAny && { any: 'yes' }) };
}

/** Whether no other call is told of than those of these errors: else, what is lacked may be for another one. */
function areAllCalls({ told }: Look, errors: readonly Symptom[]): boolean {
  const refused = new Set(errors.flatMap(callTextOf));
  return told.symptoms.flatMap(callTextOf).every((call) => refused.has(call));
}

function callTextOf(symptom: Symptom): readonly string[] {
  const call = 'call' in symptom ? symptom.call : undefined;
  return call === undefined ? [] : [`${call.method} ${call.path}`];
}

/** How many roles it has, as it says itself or else as the org does; undefined where neither tells. */
function rolesGiven({ client, facts }: Look): number | undefined {
  if (client?.roleDivisions != null) return client.roleDivisions.length;
  return facts.roles.kind === 'known' ? facts.roles.value.length : undefined;
}

/** What the calls need and the roles do not hold, as core/privileges works it out. */
function lackedForCalls({ facts }: Look, permissions: readonly string[]): readonly string[] {
  if (facts.calls.kind !== 'known') return [];
  const { calls, operations, choices } = facts.calls.value;
  const held = { roleIds: new Set<string>(), permissions };
  const needs = needsOf(calls.uses, 'client', { operations, roles: choices.roles, held });
  return needs.permissions.filter(({ isHeld }) => isHeld === false).map(({ permission }) => permission);
}

/**
 * A role holds only in the divisions in which it was given: what is in another one is not found, or is left out of a list
 * without a word. Which division holds what is asked for no fact tells, so that only a refusal that says so is certain.
 */
export const divisionLacksObject: Rule = (look) => {
  const { client, facts } = look;
  const named = apiErrors(look, LACKS_IN_DIVISION);
  const silent: readonly Symptom[] = [
    ...seen(look, 'call-finds-nothing'),
    ...symptomsOf(look, 'api-error', ({ status, call }) => status === 404 && call !== undefined),
  ];
  const symptoms = [...named, ...silent];
  if (client === undefined || !speaksForItself(client)) {
    if (named.length > 0)
      return found(
        'likely',
        { kind: 'ask', wants: [...permissionsAsked(look, named)] },
        { args: { ...namesIn(look), of: caller(look) }, symptoms: named },
      );
    if (client === undefined) return unread(facts, 'client');
    return notLooked('person');
  }
  const roles = rolesThatCount(look);
  if (roles.length === 0) return NOT_HERE;
  if (roles.some(({ divisions }) => divisions === 'all')) return inOrder({ divisions: [] });
  const divisions = [
    ...new Set(roles.flatMap(({ divisions }) => (divisions === 'all' ? [] : divisions.map(nameOf)))),
  ];
  const isHomeOnly = roles.every(
    ({ divisions }) => divisions !== 'all' && divisions.every(({ home }) => home),
  );
  const args = { ...namesIn(look), divisions, ...(isHomeOnly && { home: 'yes' }) };
  if (named.length > 0) return found('certain', EDIT_ROLES, { args, symptoms });
  if (facts.divisions.kind === 'known' && facts.divisions.value <= 1) return inOrder({ divisions });
  return found('possible', EDIT_ROLES, { args, symptoms });
};

/** The roles that hold what the calls need, where that is known; otherwise all of them. */
function rolesThatCount(look: Look): readonly Pick<ClientRole, 'divisions'>[] {
  const { client, facts } = look;
  if (facts.roles.kind !== 'known') {
    const given = client?.roleDivisions ?? [];
    return given.map(({ divisionId: id }) => ({
      divisions: id === ALL_DIVISIONS ? 'all' : [{ id, name: id, home: false }],
    }));
  }
  const roles = facts.roles.value;
  const without = lackedForCalls(look, []);
  const holders = roles.filter(
    ({ policies }) => permissionsBeyond(without, permissionsOf(policies ?? [])).length < without.length,
  );
  return holders.length === 0 ? roles : holders;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** Whose roles count where the client has none of its own: a person's, or nobody knows whose. */
function caller({ client }: Look): 'person' | 'caller' {
  return client === undefined ? 'caller' : 'person';
}

function isTold({ policies }: ClientRole): boolean {
  return policies !== undefined;
}

function permissionsIn(roles: readonly ClientRole[]): readonly string[] {
  return roles.flatMap(({ policies }) => permissionsOf(policies ?? []));
}

function roleNames({ facts }: Look): string[] {
  return facts.roles.kind === 'known' ? facts.roles.value.map(nameOf) : [];
}
