import { restoreScimRole } from '../clients/restoreScimRole.ts';
import { heldRoleIds, MOST_SECONDS_UNTIL_HELD, untilHeld } from '../operations/noticedGrant.ts';
import { ALL_DIVISIONS, grantRole, restoreDefaultRoles } from '../platform/authorization.ts';
import { answerOf } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import { asksForRoles } from '../procedures/index.ts';
import { entryIn } from '../procedures/known.ts';
import type { LoadedAccess, LoadedOrg } from '../procedures/loadedOrg.ts';
import { loadAccess } from '../procedures/loadOrg.ts';
import { scimRoleStanding } from '../procedures/scimRoleStanding.ts';
import { signedInOrg } from './connection.ts';
import type { OrgConnection } from './orgConnection.ts';
import type { ClockPort, RolePort } from './ports.ts';
import type { RoleChange } from './state.ts';
import type { WizardStore } from './store.ts';

/** An answer that is on its way, by its number among all that were asked for. */
type Reading = { readonly from: Connection; readonly access: Promise<LoadedAccess>; readonly number: number };

/** The roles and divisions of the org, read when a procedure asks for them, and the SCIM role's way to the person. */
export class RoleAccess {
  private loaded: LoadedAccess | undefined;
  /** What is being read since the token was there, until the org is there, too. */
  private ahead: Reading | undefined;
  /** How many times they were asked for, and which of these answers is shown. */
  private asked = 0;
  private shown = 0;

  constructor(
    private readonly port: RolePort,
    private readonly clock: ClockPort,
    private readonly store: WizardStore,
    private readonly connection: OrgConnection,
  ) {}

  private get time(): ClockPort {
    return { now: () => this.clock.now(), wait: async (milliseconds) => await this.clock.wait(milliseconds) };
  }

  private get here(): LoadedOrg | undefined {
    return signedInOrg(this.store.connection)?.org;
  }

  /** Reads them once for each time that the org was read, if the procedure asks for them. */
  async load(): Promise<void> {
    const org = this.here;
    // Of use at the arrival only: later it tells of the past.
    const { ahead } = this;
    if (org !== undefined) this.ahead = undefined;
    if (org === undefined || !this.isAskedFor()) return;
    if (org.access.roles.kind !== 'loading' || org.access === this.loaded) return;
    this.loaded = org.access;
    this.store.update({ roleChange: null });
    await this.read(org, ahead);
  }

  /**
   * Begins to read them with a token that was got a moment ago, beside the org itself, if the procedure asks for them. The
   * signal ends that as long as the org is not there; what is on its way then is the org's, whatever becomes of the try.
   */
  readAhead(from: Connection, signal: AbortSignal): void {
    this.ahead = undefined;
    if (!this.isAskedFor()) return;
    const ending = new AbortController();
    const reading = this.ask(from, ending.signal);
    this.ahead = reading;
    signal.addEventListener('abort', () => {
      if (this.ahead !== reading) return;
      this.ahead = undefined;
      ending.abort();
    });
  }

  private isAskedFor(): boolean {
    const { procedure } = this.store.state.memory;
    return procedure !== undefined && asksForRoles(procedure);
  }

  private ask(from: Connection, signal?: AbortSignal): Reading {
    this.asked += 1;
    const access = this.port.load(from, signal);
    // Whoever waits for it hears of it; nobody may.
    access.catch(() => undefined);
    return { from, access, number: this.asked };
  }

  /** Rule S1: gives the org back the default roles that it lacks, and changes none that it has. */
  async restore(): Promise<void> {
    await this.withOrg(async (org, to) => {
      this.store.update({ roleChange: { kind: 'restoring' } });
      const restored = await this.port.restoreDefaults(to);
      if (!restored.ok) return this.store.update({ roleChange: { kind: 'failed', error: restored.error } });
      await this.read(org);
      this.store.update({ roleChange: null });
    });
  }

  /** Rule S4: makes the altered role again what Genesys Cloud ships, and changes no other. */
  async restoreAltered(): Promise<void> {
    await this.withOrg(async (org, to) => {
      const standing = scimRoleStanding(org.access);
      if (standing.kind !== 'altered') return;
      const { roles } = org.access;
      const role = roles.kind === 'known' ? entryIn(roles.value, standing.role.id) : undefined;
      if (role === undefined) return;
      this.store.update({ roleChange: { kind: 'restoring-altered' } });
      const done = await this.port.restoreScimRole(to, role);
      await this.read(org);
      this.store.update({
        roleChange: done.ok ? this.afterRestoring(done.value) : { kind: 'failed', error: done.error },
      });
    });
  }

  private afterRestoring(done: 'restored' | 'changed-meanwhile'): RoleChange | null {
    const access = this.here?.access;
    if (access === undefined || scimRoleStanding(access).kind !== 'altered') return null;
    return { kind: done === 'restored' ? 'still-altered' : done };
  }

  /** Rule S1: gives the role to whoever is signed in, in every division, and waits until the org has noticed. */
  async grant(): Promise<void> {
    await this.withOrg(async (org, to) => {
      const standing = scimRoleStanding(org.access);
      const { caller } = org;
      if (standing.kind !== 'not-held' || caller.kind !== 'user') return;
      this.store.update({ roleChange: { kind: 'granting' } });
      const granted = await this.port.grant(to, standing.role.id, caller.id);
      if (!granted.ok) {
        // Somebody has deleted the role meanwhile, or it would have been found.
        if (answerOf(granted.error)?.status === 404) await this.read(org);
        return this.store.update({ roleChange: { kind: 'failed', error: granted.error } });
      }
      this.store.update({ roleChange: { kind: 'waiting' } });
      const held = async () => await this.port.held(to);
      const isVisible = await untilHeld(standing.role.id, { held, ...this.time });
      await this.read(org);
      const seconds = MOST_SECONDS_UNTIL_HELD;
      this.store.update({ roleChange: isVisible ? null : { kind: 'not-visible', seconds } });
    });
  }

  private async withOrg(work: (org: LoadedOrg, to: Connection) => Promise<void>): Promise<void> {
    const org = this.here;
    const to = org === undefined ? undefined : this.connection.to(org);
    const { roleChange } = this.store.state;
    if (org !== undefined && to !== undefined && !isUnderWay(roleChange)) await work(org, to);
  }

  private async read(org: LoadedOrg, ahead?: Reading): Promise<void> {
    const to = this.connection.to(org);
    if (to === undefined) return;
    // Another sign-in's answer is not this one's, even where it is the same org.
    const isAhead = ahead?.from.apiUrl === to.apiUrl && ahead.from.accessToken === to.accessToken;
    const { access: reading, number } = isAhead ? ahead : this.ask(to);
    const access = await reading;
    // A later answer is there, after a change perhaps that this one has not seen.
    if (number < this.shown) return await this.read(org);
    const now = this.here;
    if (now === undefined || now.id !== org.id || now.region !== org.region) return;
    this.shown = number;
    this.store.changeOrg({ access });
  }
}

function isUnderWay(change: RoleChange | null): boolean {
  switch (change?.kind) {
    case 'restoring':
    case 'restoring-altered':
    case 'granting':
    case 'waiting':
      return true;
    case 'failed':
    case 'changed-meanwhile':
    case 'still-altered':
    case 'not-visible':
    case undefined:
      return false;
  }
}

/** The requests about roles, over the wire. */
export const rolePort: RolePort = {
  load: loadAccess,
  restoreDefaults: restoreDefaultRoles,
  restoreScimRole,
  grant: async (connection, roleId, userId) =>
    await grantRole(connection, roleId, { subjectIds: [userId], divisionIds: [ALL_DIVISIONS] }),
  held: heldRoleIds,
};
