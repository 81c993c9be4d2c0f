import { orgOf } from '../../core/procedures/context.ts';
import { wayToProve } from '../../core/proof/wayToProve.ts';
import { type ClientToTry, type TrialResult, tryLogin } from '../proof/tryLogin.ts';
import { reasonOf } from '../reason.ts';
import type { Services } from '../services.ts';
import { hostsOf } from '../signIn/settings.ts';
import type { WizardStore } from './store.ts';

/** The proof that the client that was just made works: somebody logs in with it. One at a time. */
export class Proving {
  private underWay: AbortController | undefined;

  constructor(
    private readonly services: Services,
    private readonly store: WizardStore,
  ) {}

  /** Does nothing while one is under way, or where no login proves anything. */
  async tryLogin(): Promise<void> {
    const client = this.clientToTry();
    if (client === undefined || this.underWay !== undefined) return;
    const underWay = new AbortController();
    this.underWay = underWay;
    const result = await tryLogin(client, this.services.loginTools, underWay.signal, (stage) => {
      if (!underWay.signal.aborted) this.store.update({ proof: { kind: 'under-way', stage } });
    }).catch((error): TrialResult => {
      return { kind: 'failed', failure: { kind: 'broken', reason: reasonOf(error) } };
    });
    if (underWay.signal.aborted) return;
    this.underWay = undefined;
    this.store.update({ proof: result.kind === 'cancelled' ? null : result });
  }

  /** Ends what is under way, and forgets what was proven. */
  forget(): void {
    this.underWay?.abort();
    this.underWay = undefined;
    if (this.store.state.proof !== null) this.store.update({ proof: null });
  }

  dispose(): void {
    this.underWay?.abort();
  }

  private clientToTry(): ClientToTry | undefined {
    const { state } = this.store;
    const way = wayToProve(state);
    const where = this.where();
    if (way?.kind !== 'login' || where === undefined) return undefined;
    return {
      ...way,
      ...where,
      secret: async () => await this.services.secrets.get(way.clientId),
      connect: (accessToken) => this.services.connections.to(where.hosts, accessToken),
    };
  }

  /** Where the client is; whoever made it on the admin page need not be signed in. */
  private where(): Pick<ClientToTry, 'region' | 'hosts'> | undefined {
    const { context } = this.store.state;
    const { destination } = context;
    const org = orgOf(context);
    if (org !== undefined) return { region: org.region, hosts: org };
    if (destination.kind !== 'admin-page') return undefined;
    const hosts = hostsOf(destination.region);
    return hosts.ok ? { region: destination.region, hosts: hosts.hosts } : undefined;
  }
}
