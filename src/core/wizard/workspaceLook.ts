import isEqual from 'fast-deep-equal';
import { clientRegion } from '../procedures/context.ts';
import { frameworkRegions } from '../procedures/frameworkRegions.ts';
import type { WorkspacePort } from './ports.ts';
import type { WizardStore } from './store.ts';

/** The wizard's view of the files it may write. Looks may overlap; only the latest counts, for the org of now. */
export class WorkspaceLook {
  private latest = 0;

  constructor(
    private readonly port: WorkspacePort,
    private readonly store: WizardStore,
  ) {}

  /** Looks again, and tells the page what is there. */
  async refresh(): Promise<void> {
    this.latest += 1;
    const look = this.latest;
    const regions = this.regions();
    const workspace = await this.port.look(regions);
    if (look !== this.latest) return;
    if (!isEqual(regions, this.regions())) return await this.refresh();
    this.store.changeContext({ workspace });
  }

  private regions(): readonly string[] {
    const { context, memory } = this.store.state;
    return frameworkRegions({ moreRegions: memory.draft.moreRegions ?? [] }, clientRegion(context));
  }
}
