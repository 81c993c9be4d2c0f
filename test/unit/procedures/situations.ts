import type { Context, Destination, FrameworkFile } from '../../../src/core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../../src/core/procedures/draft.ts';
import { check } from '../../../src/core/procedures/index.ts';
import type { LoadedAccess, OrgRole } from '../../../src/core/procedures/loadedOrg.ts';
import type { Placement } from '../../../src/core/procedures/placement.ts';
import { inOrg } from '../../wizard/context.ts';
import { anOrg, aRole } from '../../wizard/samples.ts';

export { anOrg, aRole, inOrg };

type PossiblePlacement = Extract<Placement, { kind: 'possible' }>;

export const HOME = { id: 'division-home', name: 'Home', isHome: true };
export const SALES = { id: 'division-sales', name: 'Sales', isHome: false };

/** What the SCIM Integration role allows as shipped. */
export const SCIM_PERMISSIONS = [
  'authorization:grant:add',
  'authorization:grant:delete',
  'directory:group:edit',
  'directory:user:add',
  'directory:user:delete',
  'directory:user:edit',
  'directory:user:setPassword',
  'routing:language:assign',
  'routing:skill:assign',
  'telephony:extension:assign',
];

/** What the org tells about a default role as it is shipped. */
export function shippedAs(
  name: string,
  permissions: string[],
  defaultRoleId = 'scimIntegration',
): NonNullable<OrgRole['shipped']> {
  return { kind: 'known', value: { name, defaultRoleId, permissions } };
}

export const SCIM_ROLE = aRole('role-scim', {
  name: 'SCIM Integration',
  isDefault: true,
  permissions: SCIM_PERMISSIONS,
  shipped: shippedAs('SCIM Integration', SCIM_PERMISSIONS),
});
export const SUPERVISOR = aRole('role-supervisor', {
  name: 'Supervisor',
  permissions: ['routing:queue:view'],
});
export const NOT_HELD = aRole('role-not-held', { name: 'Outbound Admin' });

export const UNTOLD = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } as const;

/** The caller holds each of these roles, in every division. */
export function holding(...roles: OrgRole[]): LoadedAccess['held'] {
  return {
    kind: 'known',
    value: roles.map(({ id, name }) => ({ roleId: id, roleName: name, divisionId: '*' })),
  };
}

/** Three roles, of which the caller holds two, and two divisions. */
export function fewRoles(differences: Partial<LoadedAccess> = {}): LoadedAccess {
  return {
    roles: { kind: 'known', value: [SCIM_ROLE, SUPERVISOR, NOT_HELD] },
    divisions: { kind: 'known', value: [HOME, SALES] },
    held: holding(SCIM_ROLE, SUPERVISOR),
    ...differences,
  };
}

/** A file that takes the Client ID of the region in its line 4, where nothing is yet. */
export function aPlacement(differences: Partial<PossiblePlacement> = {}): PossiblePlacement {
  const { regions = ['mypurecloud.jp'] } = differences;
  const entries = regions.map((region) => ({ region, replaces: { kind: 'empty' as const } }));
  return { kind: 'possible', line: 4, entries, diff: [], regions, ...differences };
}

export function aFrameworkFile(differences: Partial<FrameworkFile> = {}): FrameworkFile {
  return {
    uri: 'file:///crm/src/framework.js',
    path: 'src/framework.js',
    builtCopy: false,
    dedicatedLoginWindow: { kind: 'off', line: 9 },
    usePKCEAuthFlow: { kind: 'absent' },
    regions: ['mypurecloud.jp'],
    placement: aPlacement(),
    ...differences,
  };
}

/** The place of a SCIM config file that is not there yet. */
export const SCIM_FILE = {
  uri: 'file:///crm/genesys-scim.json',
  path: 'genesys-scim.json',
  exists: false,
  connections: [],
};

/** A workspace with nothing in it and no folder, unless a test says otherwise. */
export function aWorkspace(differences: Partial<Context['workspace']> = {}): Context['workspace'] {
  return { files: [], newFiles: [], scimFiles: [], ...differences };
}

/** The client is made by hand on the admin page of this region. */
export function onAdminPage(region = 'mypurecloud.jp'): Destination {
  return { kind: 'admin-page', region };
}

/** A workspace with one ordinary framework.js and a place for a SCIM config file, and somebody who may add clients. */
export function aContext(differences: Partial<Context> = {}): Context {
  return {
    destination: inOrg(anOrg({ practice: false, access: fewRoles() })),
    workspace: aWorkspace({ files: [aFrameworkFile()], scimFiles: [SCIM_FILE] }),
    today: '2026-11-22',
    ...differences,
  };
}

/** The context of an org that tells this about roles and divisions. */
export function withAccess(differences: Partial<LoadedAccess>): Context {
  return aContext({ destination: inOrg(anOrg({ access: fewRoles(differences) })) });
}

/** What the check says about this draft, as `severity code`. */
export function findingsOf(procedure: ProcedureId, draft: Draft, context: Context = aContext()): string[] {
  return check(procedure, { name: 'CRM', ...draft }, context).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}

/** The same for the embeddable procedure. */
export function findings(draft: Draft, context: Context = aContext()): string[] {
  return findingsOf('embeddable', draft, context);
}
