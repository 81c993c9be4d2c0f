import type { EditedClient } from '../procedures/draft.ts';
import { check } from '../procedures/index.ts';
import { beginWith, type NewDraft } from './drafts.ts';
import { type ClientToEdit, withEdit, withRecord } from './editDraft.ts';
import type { OrgConnection } from './orgConnection.ts';
import type { ClockPort } from './ports.ts';
import type { RoleAccess } from './roleAccess.ts';
import type { Saving } from './saving.ts';
import type { WizardStore } from './store.ts';
import type { WorkspaceLook } from './workspaceLook.ts';

/** What begins at a client that exists: changing it, also after somebody else has, and a new one like it. */
export class Editing {
  constructor(
    private readonly store: WizardStore,
    private readonly org: OrgConnection,
    private readonly access: RoleAccess,
    private readonly saving: Saving,
    private readonly look: WorkspaceLook,
    private readonly clock: ClockPort,
  ) {}

  /** The client that is being changed, or was; undefined while the wizard is at something else. */
  get client(): EditedClient | undefined {
    const { memory, run } = this.store.state;
    return run === null ? memory.draft.edits : run.saved.answers.edits;
  }

  /** Begins in the org of the client, or where one signs in to it; what one may not do there is said first. */
  async begin(start: ClientToEdit | NewDraft): Promise<void> {
    const before = this.store.state.memory;
    const now = this.clock.now().toISOString();
    const begun = 'record' in start ? withEdit(before, start, now) : beginWith(before, start, now);
    this.org.endAttempt();
    this.store.update({ memory: begun });
    await Promise.all([this.look.refresh(), this.org.resume()]);
    await this.access.load();
    const { memory, context } = this.store.state;
    const findings = memory.procedure === undefined ? [] : check(memory.procedure, memory.draft, context);
    const isBarred = findings.some(({ place, severity }) => place === 'org' && severity === 'error');
    if (isBarred) this.store.remember({ step: 'connect', revision: memory.revision + 1 });
  }

  /** Somebody else has changed the client: on from what it is now. */
  lookAgain(): void {
    const { memory, run } = this.store.state;
    if (run?.kind !== 'stopped' || run.failure.kind !== 'changed-meanwhile') return;
    this.store.update({ memory: withRecord(memory, run.failure.now) });
    this.saving.close();
  }
}
