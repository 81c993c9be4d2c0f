import { clientRegion } from '../../core/procedures/context.ts';
import { readWorkspace } from '../framework/find.ts';
import type { WizardStore } from './store.ts';

/** The wizard's view of the framework.js files. Looks may overlap; only the latest counts, for the org of now. */
export class FrameworkLook {
  private latest = 0;

  constructor(private readonly store: WizardStore) {}

  /** Looks again, and tells the page what is there. */
  async refresh(): Promise<void> {
    this.latest += 1;
    const look = this.latest;
    const region = clientRegion(this.store.state.context);
    const workspace = await readWorkspace(region);
    if (look !== this.latest) return;
    if (region !== clientRegion(this.store.state.context)) return await this.refresh();
    this.store.update({ context: { ...this.store.state.context, workspace } });
  }
}
