import type { ClientToTry, TrialResult } from '../proof/proof.ts';
import { wayToProve } from '../proof/proof.ts';
import { reasonOf } from '../reason.ts';
import type { WizardPorts } from './ports.ts';
import { placeNow } from './saved.ts';
import type { WizardStore } from './store.ts';

/** The proof that the client that was just made works: somebody logs in with it. One at a time. */
export class Proving {
  private underWay: AbortController | undefined;

  constructor(
    private readonly ports: WizardPorts,
    private readonly store: WizardStore,
  ) {}

  /**
   * Does nothing while one is under way, or where no login proves anything.
   *
   * @param wanted a redirect URI that is registered; undefined for that which is easiest to come back from
   */
  async tryLogin(wanted?: string): Promise<void> {
    const client = this.clientToTry(wanted);
    if (client === undefined || this.underWay !== undefined) return;
    const underWay = new AbortController();
    this.underWay = underWay;
    const { signal } = underWay;
    const { redirectUri } = client;
    const result = await this.ports
      .tryLogin(client, signal, (stage) => {
        if (!signal.aborted) this.store.update({ proof: { kind: 'under-way', stage, redirectUri } });
      })
      .catch((error): TrialResult => {
        return { kind: 'failed', failure: { kind: 'broken', reason: reasonOf(error) } };
      });
    if (signal.aborted) return;
    this.underWay = undefined;
    this.store.update({ proof: result.kind === 'cancelled' ? null : { ...result, redirectUri } });
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

  /** Nobody need be signed in where the client is. */
  private clientToTry(wanted: string | undefined): ClientToTry | undefined {
    const { run, context } = this.store.state;
    const way = wayToProve(run);
    if (run === null || way?.kind !== 'login') return undefined;
    const redirectUri = way.redirectUris.find((each) => wanted === undefined || each === wanted);
    if (redirectUri === undefined) return undefined;
    const { clientId, grant } = way;
    const place = placeNow(run.saved, context);
    const { region } = place;
    const hosts = place.org === undefined ? this.ports.signIn.hostsOf(region) : place;
    return hosts === undefined ? undefined : { clientId, grant, redirectUri, region, hosts };
  }
}
