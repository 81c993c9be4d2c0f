import type { HostMessage } from '../../core/wizard/messages.ts';
import type { Memory, WizardState } from '../../core/wizard/state.ts';

/** The wizard's state in the host, which is the truth; each change goes to the page, and memory to the disk. */
export class WizardStore {
  constructor(
    private current: WizardState,
    private readonly post: (message: HostMessage) => void,
    private readonly keep: (memory: Memory) => void,
  ) {}

  get state(): WizardState {
    return this.current;
  }

  /** Changes parts of the state and tells the page which. */
  update(change: Partial<WizardState>): void {
    this.current = { ...this.current, ...change };
    if (change.memory !== undefined) this.keep(change.memory);
    this.post({ type: 'state', state: change });
  }

  /** Tells a page that knows nothing everything. */
  tellAll(): void {
    this.post({ type: 'state', state: this.current });
  }
}
