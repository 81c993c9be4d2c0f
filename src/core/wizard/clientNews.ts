import { isGone } from '../operations/deleteClient.ts';
import { type FinishedRun, madeClient, type Run, usableClient } from '../operations/run.ts';
import { clientOf } from '../platform/clientRecord.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { createsClient } from '../procedures/plan.ts';
import { signedInOrg } from './connection.ts';
import type { OrgConnection } from './orgConnection.ts';
import type { NotifyPort, OrgRef } from './ports.ts';
import { accessAfter } from './roleNews.ts';
import { orgOfSaved } from './saved.ts';
import type { WizardStore } from './store.ts';

/** Tells the wizard's own list of clients, and whoever else has one, what Save makes of a client. */
export class ClientNews {
  /** Whether it was told that nobody can use the client. */
  private isInactive = false;

  constructor(
    private readonly notify: Pick<NotifyPort, 'clientMade' | 'clientGone'>,
    private readonly store: WizardStore,
    private readonly org: OrgConnection,
  ) {}

  /** Another Save has begun. */
  begin(): void {
    this.isInactive = false;
  }

  /** `before`: what was told last, of this Save or of none. */
  tell(run: Run, before: Run | null): void {
    const org = orgOfSaved(run.saved);
    if (org === undefined) return;
    const known = before?.client;
    if (
      run.client !== undefined &&
      known === undefined &&
      run.kind !== 'taken-back' &&
      createsClient(run.plan)
    )
      this.exists(org, run.client);
    if (run.kind === 'taken-back' && run.deletion?.kind === 'waiting' && run.client !== undefined)
      this.isOther(org, run.client);
    else if (run.kind === 'taken-back' || (known !== undefined && run.client === undefined))
      this.isGone(org, known?.id);
    this.followRole(org, run, before);
    if (isEditOfGone(run)) this.isGone(org, run.saved.answers.edits?.record.id);
    else if (isChanged(run)) this.isOther(org, run.client);
    else if (run.kind === 'stopped' && run.failure.kind === 'changed-meanwhile')
      this.isOther(org, clientOf(run.failure.now));
    this.followState(org, run);
  }

  private followRole(org: OrgRef, run: Run, before: Run | null): void {
    const access = signedInOrg(this.store.connection)?.org.access;
    if (this.org.to(org) === undefined || access === undefined) return;
    const after = accessAfter(access, run, before);
    if (after !== access) this.store.changeOrg({ access: after });
  }

  private isGone(org: OrgRef, id: string | undefined): void {
    if (id === undefined) return;
    this.changeClients(org, (clients) => clients.filter((client) => client.id !== id));
    this.notify.clientGone(org, id);
  }

  /** Nobody is offered a client that a failed deletion left inactive, until it is active again. */
  private followState(org: OrgRef, run: Run): void {
    const client = madeClient(run);
    if (client === undefined) return;
    const isInactive =
      run.kind === 'stopped' && run.failure.kind === 'not-taken-back' && run.failure.left === 'inactive';
    if (isInactive === this.isInactive || (!isInactive && usableClient(run) === undefined)) return;
    this.isInactive = isInactive;
    this.isOther(org, { ...client, state: isInactive ? 'inactive' : 'active' });
  }

  /** From now on another client of this name is one too many, whatever else happens. */
  private exists(org: OrgRef, client: OAuthClient): void {
    this.changeClients(org, (clients) => [...clients, client]);
    this.notify.clientMade(org, client);
  }

  private isOther(org: OrgRef, now: OAuthClient): void {
    this.changeClients(org, (clients) => clients.map((each) => (each.id === now.id ? now : each)));
    this.notify.clientMade(org, now);
  }

  /** Somebody may have signed out, or in elsewhere, before the answer came. */
  private changeClients(org: OrgRef, change: (clients: readonly OAuthClient[]) => OAuthClient[]): void {
    const clients = signedInOrg(this.store.connection)?.org.clients;
    if (this.org.to(org) === undefined || clients?.kind !== 'known') return;
    this.store.changeOrg({ clients: { kind: 'known', value: change(clients.value) } });
  }
}

/** Whether a client that was there is now what its change, or the undoing of that, has made of it. */
function isChanged(run: Run): run is FinishedRun {
  const isNews = run.kind === 'finished' && (run.undoing === undefined || run.undoing.kind === 'undone');
  return isNews && run.change !== undefined;
}

/** Whether a change, or its undoing, came to nothing because the client is not there any more. */
function isEditOfGone(run: Run): boolean {
  if (run.kind === 'stopped') return run.failure.kind === 'not-changed' && isGone(run.failure.error);
  return run.kind === 'finished' && run.undoing?.kind === 'failed' && isGone(run.undoing.error);
}
