import {
  type Context,
  clientRegion,
  type Destination,
  type Org,
  type Workspace,
} from '../../src/core/procedures/context.ts';
import { describeFrameworkFile, type FoundFile } from '../../src/core/procedures/frameworkFile.ts';
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
}: {
  org?: Org | undefined;
  adminPageRegion?: string | undefined;
  files: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
}): Context {
  return contextFor(destinationOf(org, adminPageRegion), files, { newFiles, scimFiles });
}

/** The same for a destination that is known. */
export function contextFor(destination: Destination, files: readonly FoundFile[], places: Places): Context {
  const region = clientRegion({ destination });
  const workspace = { files: files.map((file) => describeFrameworkFile(file, region)), ...places };
  return { destination, workspace, today: '2026-11-22' };
}

function destinationOf(org: Org | undefined, adminPageRegion: string | undefined): Destination {
  if (adminPageRegion !== undefined) return { kind: 'admin-page', region: adminPageRegion };
  return org === undefined ? { kind: 'undecided' } : { kind: 'org', org };
}
