import { type Context, type Org, orgOf } from '../../core/procedures/context.ts';
import type { Memory, WizardState } from '../../core/wizard/state.ts';
import type { WizardPage } from './wizardPage.ts';

/** The wizard's state in the host, which is the truth; each change goes to the page, and memory to the disk. */
export class WizardStore {
  constructor(
    private current: WizardState,
    private readonly page: WizardPage,
    private readonly keep: (memory: Memory) => void,
  ) {}

  get state(): WizardState {
    return this.current;
  }

  /** Changes parts of the state and tells the page which. */
  update(change: Partial<WizardState>): void {
    this.current = { ...this.current, ...change };
    if (change.memory !== undefined) this.keep(change.memory);
    this.page.tell({ type: 'state', state: change });
  }

  /** Changes parts of what outlives the window. */
  remember(change: Partial<Memory>): void {
    this.update({ memory: { ...this.current.memory, ...change } });
  }

  /** Changes parts of what answers are judged against. */
  changeContext(change: Partial<Context>): void {
    this.update({ context: { ...this.current.context, ...change } });
  }

  /** Changes what is known of the org that is connected; does nothing while none is. */
  changeOrg(change: Partial<Org>): void {
    const org = orgOf(this.current.context);
    if (org !== undefined) this.changeContext({ destination: { kind: 'org', org: { ...org, ...change } } });
  }

  /** Tells a page that knows nothing everything. */
  tellAll(): void {
    this.page.tell({ type: 'state', state: this.current });
  }
}
