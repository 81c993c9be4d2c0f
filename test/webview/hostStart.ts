import type { Org, Workspace } from '../../src/core/procedures/context.ts';
import type { Effects } from '../../src/core/procedures/execute.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import type { Way } from '../../src/core/signIn/ways.ts';
import { type Memory, NOTHING_REMEMBERED, type WizardState } from '../../src/core/wizard/state.ts';
import { contextOf, type Places } from './hostContext.ts';
import { aFile, allWays, anOrg, scimFiles as aScimPlace, newFile } from './samples.ts';

/** What a fake host begins with; what is left out is as it mostly is. */
export type HostOptions = {
  memory?: Partial<Memory>;
  org?: Org;
  /** Connected to the org from the start (true unless said otherwise). */
  connected?: boolean;
  files?: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
  roleChange?: WizardState['roleChange'];
  effects?: Partial<Effects>;
  connecting?: WizardState['connecting'];
  ways?: readonly Way[];
  /** The client is made on the admin page of this region, without signing in. */
  adminPageRegion?: string;
  outlastsWindow?: boolean;
  run?: Run;
  proof?: WizardState['proof'];
};

/** What there is before the page says anything. */
export type HostStart = { org: Org; files: readonly FoundFile[]; places: Places; state: WizardState };

export function startOf({
  memory,
  org = anOrg(),
  connected = true,
  adminPageRegion,
  files = [aFile()],
  newFiles = [newFile],
  scimFiles = aScimPlace,
  ...others
}: HostOptions): HostStart {
  const {
    connecting,
    ways = allWays,
    outlastsWindow = true,
    roleChange = null,
    run = null,
    proof = null,
  } = others;
  const isConnected = connected && adminPageRegion === undefined;
  const places = { newFiles, scimFiles };
  const state: WizardState = {
    memory: {
      ...NOTHING_REMEMBERED,
      procedure: 'embeddable',
      ...(adminPageRegion && { adminPageRegion }),
      ...memory,
    },
    context: contextOf({
      org: isConnected ? org : undefined,
      adminPageRegion,
      files,
      ...places,
      moreRegions: memory?.draft?.moreRegions,
    }),
    connecting: connecting ?? { kind: isConnected ? 'connected' : 'disconnected' },
    ways: [...ways],
    outlastsWindow,
    roleChange,
    run,
    proof,
    planChanged: false,
  };
  return { org, files, places, state };
}
