import type { HistoryEntry } from '../../clients/history.ts';
import type { OrgAccount, OrgClients } from '../../clients/whereabouts.ts';
import type { PlatformError, Result } from '../../platform/errors.ts';
import type { OrgHosts } from '../../platform/orgHosts.ts';
import type { Connection } from '../../platform/request.ts';
import type { KnownDescription, Unreadable } from '../../privileges/description.ts';

/** Calls an org as whoever of this account (its ID) is signed in now. Never rejects. */
export type CallsOrgs = {
  call<T>(account: string, call: (to: Connection) => Promise<Result<T>>): Promise<Result<T>>;
};

/** What is known of the clients of the orgs that one is signed in to. */
export type ClientSources = {
  readonly orgClients: {
    /** Resolves once it is known who is signed in. */
    settled(): Promise<void>;
    practiceOrReal(): readonly (OrgAccount & { readonly practice: boolean })[];
    current(): readonly OrgClients[];
    failures(): readonly { readonly org: OrgAccount; readonly error: PlatformError }[];
    /** Reads the clients of an account unless that was done a moment ago. Never rejects. */
    wantOf(account: string): Promise<void>;
    /** Reads the clients of these accounts, however fresh they are. Never rejects. */
    refreshOf(accounts: Iterable<string>): Promise<void>;
  };
};

/** What calls need, and who tells that. */
export type CallSources = {
  readonly connections: {
    /** The hosts of an account's org; undefined where nobody is signed in to it. */
    hostsOf(account: string): Promise<OrgHosts | undefined>;
  };
  readonly operations: {
    of(apiUrl: string, signal: AbortSignal): Promise<KnownDescription<Unreadable>>;
  };
};

/** What is known here of the secrets of clients, and of what was done to clients. */
export type SecretSources = {
  readonly secrets: {
    clientOf(
      clientId: string,
    ): Promise<{ readonly region: string; readonly practice?: boolean | undefined } | undefined>;
  };
  readonly history: {
    of(client: {
      readonly id: string;
      readonly region: string;
      readonly practice: boolean;
    }): readonly HistoryEntry[];
  };
};
