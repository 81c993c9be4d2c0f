import assert from 'node:assert/strict';
import type { Saved } from '../../src/core/operations/run.ts';
import {
  type Context,
  clientRegion,
  type Destination,
  type Org,
  type Workspace,
} from '../../src/core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import { describeFrameworkFile, type FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { frameworkRegions } from '../../src/core/procedures/frameworkRegions.ts';
import { answersOf } from '../../src/core/procedures/index.ts';
import type { LoadedOrg } from '../../src/core/procedures/loadedOrg.ts';
import { excerptOf } from '../../src/core/wizard/orgExcerpt.ts';
import { savedWith } from '../../src/core/wizard/saved.ts';
import { scimFiles as aScimPlace, newFile } from './samples.ts';

/** The files of a workspace, and where others can be made in it. */
type Files = { readonly files: readonly FoundFile[] } & Pick<Workspace, 'newFiles' | 'scimFiles'>;

/** What there is to find out about a workspace for these regions, with the real reading of framework.js. */
export function workspaceOf({ files, newFiles, scimFiles }: Files, regions: readonly string[]): Workspace {
  return { files: files.map((file) => describeFrameworkFile(file, regions)), newFiles, scimFiles };
}

/** What answers are judged against, in this org or at the admin page of this region. */
export function contextOf({
  org,
  adminPageRegion,
  files,
  moreRegions = [],
}: {
  org?: LoadedOrg | undefined;
  adminPageRegion?: string | undefined;
  files: readonly FoundFile[];
  moreRegions?: readonly string[] | undefined;
}): Context {
  const destination = destinationOf(org, adminPageRegion);
  const regions = frameworkRegions({ moreRegions: [...moreRegions] }, clientRegion({ destination }));
  const workspace = workspaceOf({ files, newFiles: [newFile], scimFiles: aScimPlace }, regions);
  return { destination, workspace, today: '2026-11-22' };
}

function destinationOf(org: LoadedOrg | undefined, adminPageRegion: string | undefined): Destination {
  if (adminPageRegion !== undefined) return { kind: 'admin-page', region: adminPageRegion };
  return org === undefined ? { kind: 'undecided' } : inOrg(org);
}

/** In this org, with everything in its lists looked for. */
export function inOrg(org: LoadedOrg): Destination {
  return { kind: 'org', org: wholly(org) };
}

function wholly(org: LoadedOrg): Org {
  const { clients, access } = org;
  const roles = access.roles.kind === 'known' ? access.roles.value : [];
  const held = access.held.kind === 'known' ? access.held.value : [];
  const divisions = access.divisions.kind === 'known' ? access.divisions.value : [];
  const divisionIds = divisions.map(({ id }) => id);
  const roleIds = [...roles.map(({ id }) => id), ...held.map(({ roleId }) => roleId)];
  const excerpt = excerptOf(
    { org, listsRead: 1 },
    {
      name: '',
      adopts: null,
      roles: [
        { roleId: roleIds[0] ?? 'none', divisionIds },
        ...roleIds.map((roleId) => ({ roleId, divisionIds: [] })),
      ],
    },
  );
  if (clients.kind !== 'known') return excerpt;
  const entries = [...clients.value];
  return {
    ...excerpt,
    clients: { kind: 'known', value: { total: entries.length, entries, missing: [] } },
  };
}

/** What is saved with this draft, and where. Fails where that is undecided. */
export function savedIn(procedure: ProcedureId, draft: Draft, context: Context): Saved {
  const saved = savedWith(procedure, answersOf(procedure, draft, context), context);
  assert.ok(saved);
  return saved;
}
