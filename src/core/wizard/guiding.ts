import type { WizardPorts } from './ports.ts';
import type { PracticeGuide } from './practiceGuide.ts';
import type { WizardStore } from './store.ts';

/** The page that says how to point other clients at a practice org: it stands before whatever the wizard is at. */
export class Guiding {
  constructor(
    private readonly reach: WizardPorts['reachPracticeOrg'],
    private readonly store: WizardStore,
  ) {}

  /** Shows it with the address of now; the org of this region is started for it if need be. */
  async show(region: string): Promise<void> {
    const starting: PracticeGuide = { kind: 'starting', region };
    this.store.update({ guide: starting });
    const reached = await this.reach(region);
    // The person may have left it meanwhile, or asked for it once more.
    if (this.store.state.guide !== starting) return;
    this.store.update({
      guide:
        'failure' in reached
          ? { kind: 'failed', region, failure: reached.failure }
          : { kind: 'running', region, baseUrl: reached.baseUrl },
    });
  }

  leave(): void {
    this.store.update({ guide: null });
  }
}
