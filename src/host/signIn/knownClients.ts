import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { KnownClient } from '../../core/signIn/ways.ts';

const CLIENTS_KEY = 'genesysOAuth.signInClients';
const REGIONS_KEY = 'genesysOAuth.recentRegions';
const MOST_REMEMBERED = 10;

/** What made a login work before, remembered for the next: clients by org, and regions. Client IDs are no secret. */
export class KnownClients {
  constructor(private readonly storage: vscode.Memento) {}

  /** The clients that people signed in with through the browser, the latest first. */
  clients(): readonly KnownClient[] {
    const stored = z.array(KnownClient).safeParse(this.storage.get(CLIENTS_KEY));
    return stored.success ? stored.data : [];
  }

  /** The domains that people signed in to, the latest first. */
  regions(): readonly string[] {
    const stored = z.array(z.string()).safeParse(this.storage.get(REGIONS_KEY));
    return stored.success ? stored.data : [];
  }

  async rememberClient(client: KnownClient): Promise<void> {
    const others = this.clients().filter(
      ({ region, orgName, clientId }) =>
        region !== client.region || (orgName !== client.orgName && clientId !== client.clientId),
    );
    await this.storage.update(CLIENTS_KEY, [client, ...others].slice(0, MOST_REMEMBERED));
  }

  async rememberRegion(region: string): Promise<void> {
    const others = this.regions().filter((other) => other !== region);
    await this.storage.update(REGIONS_KEY, [region, ...others].slice(0, MOST_REMEMBERED));
  }
}
