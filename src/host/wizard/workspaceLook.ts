import { isDeepStrictEqual } from 'node:util';
import { frameworkRegions } from '../../core/procedures/frameworkRegions.ts';
import { findFrameworkFiles } from '../framework/find.ts';
import { findScimFiles } from '../scim/find.ts';
import type { WizardStore } from './store.ts';

/** The wizard's view of the files it may write. Looks may overlap; only the latest counts, for the org of now. */
export class WorkspaceLook {
  private latest = 0;

  constructor(private readonly store: WizardStore) {}

  /** Looks again, and tells the page what is there. */
  async refresh(): Promise<void> {
    this.latest += 1;
    const look = this.latest;
    const regions = this.regions();
    const [framework, scimFiles] = await Promise.all([findFrameworkFiles(regions), findScimFiles()]);
    if (look !== this.latest) return;
    if (!isDeepStrictEqual(regions, this.regions())) return await this.refresh();
    this.store.changeContext({ workspace: { ...framework, scimFiles } });
  }

  private regions(): readonly string[] {
    const { context, memory } = this.store.state;
    return frameworkRegions({ moreRegions: memory.draft.moreRegions ?? [] }, context);
  }
}
