import { clientRegion } from '../../core/procedures/context.ts';
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
    const region = clientRegion(this.store.state.context);
    const [framework, scimFiles] = await Promise.all([findFrameworkFiles(region), findScimFiles()]);
    if (look !== this.latest) return;
    if (region !== clientRegion(this.store.state.context)) return await this.refresh();
    this.store.changeContext({ workspace: { ...framework, scimFiles } });
  }
}
