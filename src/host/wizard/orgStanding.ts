import * as l10n from '@vscode/l10n';
import type { Connection } from '../../core/platform/request.ts';
import { type Org, orgOf } from '../../core/procedures/context.ts';
import { withNamedAccess } from '../../core/procedures/namedAccess.ts';
import type { SignInFailure } from '../../core/signIn/failure.ts';
import { afterRenewal } from '../signIn/renewal.ts';
import type { Session } from '../signIn/session.ts';
import type { Sessions } from '../signIn/sessions.ts';
import type { WizardStore } from './store.ts';

type Connected = { session: Session; org: Org; connection: Connection };

/** Where the wizard stands: connected to an org, on an admin page, or nowhere; and what its page sees of that. */
export class OrgStanding {
  private current: Connected | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly store: WizardStore,
  ) {}

  get connected(): Connected | undefined {
    return this.current;
  }

  /** The connection to this org, or undefined while somebody else or nobody is signed in. */
  to(org: Org): Connection | undefined {
    const isSame = this.current?.org.id === org.id && this.current.org.region === org.region;
    return isSame ? this.current?.connection : undefined;
  }

  /** Connects to an org, which is remembered. */
  enter({ session, org, connection }: Connected): void {
    this.current = { session, org, connection };
    this.store.remember({
      account: session.account.id,
      adminPageRegion: undefined,
      preparingRegion: undefined,
    });
    this.store.update({ outlastsWindow: this.sessions.outlastsWindow(session.id) });
    this.store.changeContext({ destination: { kind: 'org', org } });
    this.store.update({ connecting: { kind: 'connected' } });
  }

  /** Nobody is connected any more; the page is told at the next rest. */
  leave(): void {
    this.current = undefined;
  }

  /** Leaves the org for the admin page of this region, where roles that were chosen in the org are known by name. */
  goToAdminPage(region: string): void {
    const { context, memory } = this.store.state;
    const org = orgOf(context);
    if (org !== undefined) {
      this.store.remember({ draft: withNamedAccess(memory.draft, org.access, l10n.t('All divisions')) });
    }
    this.leave();
    this.store.changeContext({ destination: { kind: 'admin-page', region } });
    this.rest();
  }

  /** Takes over what another window, or a request, has renewed. */
  async followRenewal(): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const now = await this.sessions.get(current.session.id);
    const org = orgOf(this.store.state.context);
    if (now === undefined || org === undefined || this.current !== current) return;
    this.current = { ...current, session: now };
    this.store.changeOrg(afterRenewal(org, current.session, now));
  }

  /** Shows where one is when nothing is under way. */
  rest(failure?: SignInFailure): void {
    const { memory, context } = this.store.state;
    if (this.current !== undefined) {
      this.store.update({ connecting: { kind: 'connected' } });
      return;
    }
    if (context.destination.kind === 'org') this.store.changeContext({ destination: { kind: 'undecided' } });
    const region = failure === undefined ? memory.preparingRegion : undefined;
    this.store.update({
      connecting:
        region === undefined ? { kind: 'disconnected', failure } : { kind: 'preparing-client', region },
    });
  }
}
