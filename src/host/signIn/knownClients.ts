import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { salvage, salvageList } from '../../core/salvage.ts';
import { KnownClient } from '../../core/signIn/ways.ts';
import type { ClientIdQuestion } from './prompts/clientId.ts';

const CLIENTS_KEY = 'genesysOAuth.signInClients';
const REGIONS_KEY = 'genesysOAuth.recentRegions';
const MOST_REMEMBERED = 10;

/** What made a login work before, remembered for the next: clients by org, and regions. Client IDs are no secret. */
export class KnownClients {
  constructor(private readonly storage: vscode.Memento) {}

  /** The clients that people signed in with through the browser, the latest first. */
  clients(): readonly KnownClient[] {
    return salvageList((client) => salvage(KnownClient, client), this.storage.get(CLIENTS_KEY));
  }

  /** The domains that people signed in to, the latest first. */
  regions(): readonly string[] {
    return salvageList((region) => z.string().safeParse(region).data, this.storage.get(REGIONS_KEY));
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

/**
 * What was entered in this window, to be offered again. It is kept nowhere else, and never holds a secret or a token.
 */
export type Entered = {
  /** The name of the way. */
  way?: string;
  /** Domain. */
  region?: string;
  readonly clientIds: { [Grant in ClientIdQuestion['grant']]?: string };
  /** The region (its domain) of a practice org, where there are several. */
  practiceRegion?: string;
  /** The login hint of somebody of the practice org. */
  person?: string;
};

/** Before anything was entered. */
export function nothingEnteredYet(): Entered {
  return { clientIds: {} };
}
