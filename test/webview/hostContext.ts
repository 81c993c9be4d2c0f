import type { Context, Destination, Org, Workspace } from '../../src/core/procedures/context.ts';
import { describeFrameworkFile, type FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { frameworkRegions } from '../../src/core/procedures/frameworkRegions.ts';
import { scimFiles as aScimPlace, newFile } from './samples.ts';

/** Where files can be made in the workspace. */
export type Places = Pick<Workspace, 'newFiles' | 'scimFiles'>;

/** What the host finds out about an org and a workspace, with the real reading of framework.js. */
export function contextOf({
  org,
  adminPageRegion,
  files,
  newFiles = [newFile],
  scimFiles = aScimPlace,
  moreRegions = [],
}: {
  org?: Org | undefined;
  adminPageRegion?: string | undefined;
  files: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
  moreRegions?: readonly string[] | undefined;
}): Context {
  return contextFor(destinationOf(org, adminPageRegion), files, { newFiles, scimFiles }, moreRegions);
}

/** The same for a destination that is known. */
export function contextFor(
  destination: Destination,
  files: readonly FoundFile[],
  places: Places,
  moreRegions: readonly string[] = [],
): Context {
  const regions = frameworkRegions({ moreRegions: [...moreRegions] }, { destination });
  const workspace = { files: files.map((file) => describeFrameworkFile(file, regions)), ...places };
  return { destination, workspace, today: '2026-11-22' };
}

function destinationOf(org: Org | undefined, adminPageRegion: string | undefined): Destination {
  if (adminPageRegion !== undefined) return { kind: 'admin-page', region: adminPageRegion };
  return org === undefined ? { kind: 'undecided' } : { kind: 'org', org };
}
