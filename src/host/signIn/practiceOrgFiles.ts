import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { regionOf, regions } from '../../core/platform/regions.ts';

/** The region (its domain) of the practice org that everybody has. */
export const FIRST_REGION = 'mypurecloud.com';

/** The files of the practice org of a region, in the folder that all windows share. */
export class PracticeOrgFiles {
  /** What it holds. */
  readonly state: string;
  /** Where it runs, or ran last. */
  readonly announcement: string;
  /** A folder that is there while a window starts it. */
  readonly starting: string;

  /** @param region a domain of the list of regions, so that it is safe in a name */
  constructor(
    readonly folder: string,
    readonly region: string,
  ) {
    const marked = region === FIRST_REGION ? '' : `.${region}`;
    this.state = join(folder, `practice-org${marked}.json`);
    this.announcement = join(folder, `practice-org-running${marked}.json`);
    this.starting = join(folder, `practice-org-starting${marked}`);
  }

  /** There is no practice org of this region any more; returns the name that its state has from now on. */
  async remove(now: Date): Promise<string> {
    const aside = await this.setStateAside(now);
    await rm(this.announcement, { force: true });
    return aside;
  }

  /** Gives the state another name, which is returned: nothing is lost, and the org begins anew. */
  async setStateAside(now: Date): Promise<string> {
    const aside = `${this.state}.${now.toISOString().replaceAll(':', '-')}.aside`;
    await rename(this.state, aside);
    return aside;
  }
}

/** The regions whose practice org has a state there, in the order of the list of regions; the first one is always there. */
export async function regionsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.map((name) => /^practice-org\.(.+)\.json$/.exec(name)?.[1] ?? '');
  const others = regions.map(({ domain }) => domain).filter((domain) => domain !== FIRST_REGION);
  return [FIRST_REGION, ...others.filter((domain) => found.includes(domain))];
}

/** Whether there can be a practice org of a region of this name. */
export function isPracticeRegion(region: string): boolean {
  return regionOf(region) !== undefined;
}
