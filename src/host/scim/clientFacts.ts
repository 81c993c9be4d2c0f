import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { scimJudgement } from '../../core/clients/forScim.ts';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import { type OAuthClient, roleIdsOf } from '../../core/platform/oauthClients.ts';
import type { ScimFit } from '../../core/procedures/context.ts';
import type { OrgRole } from '../../core/procedures/loadedOrg.ts';
import { readRoles } from '../../core/procedures/loadOrg.ts';
import { readConnections } from '../../core/scim/connections.ts';
import type { ScimClientFacts } from '../../core/scim/inspectConfig.ts';
import type { PracticeStanding } from '../../core/scim/practiceAddresses.ts';
import type { Services } from '../services.ts';

/** The roles of an org, and as of when (the `readAt` of its clients) they are; undefined when it does not tell. */
type Roles = { readAt: string; roles: readonly OrgRole[] | undefined };

/**
 * What the orgs that one is signed in to say of the clients in SCIM config files (rule S4). Nobody is asked to sign in,
 * and an org that one is not signed in to is sent nothing.
 */
export class ClientFacts implements vscode.Disposable {
  /** By account. */
  private readonly roles = new Map<string, Roles>();
  private readonly reading = new Map<string, Promise<void>>();

  private readonly changed = new vscode.EventEmitter<void>();
  /** What is known is other than before. */
  readonly onDidChange = this.changed.event;
  private readonly listening: vscode.Disposable;

  /** How the practice org of each region stood when a file wanted to know it last. */
  practiceOrgs: ReadonlyMap<string, PracticeStanding> = new Map();

  constructor(
    private readonly services: Pick<Services, 'connections' | 'orgClients' | 'practiceOrgs' | 'time'>,
  ) {
    this.listening = vscode.Disposable.from(
      services.orgClients.onDidChange(() => this.changed.fire()),
      services.time.onDidChange(() => this.changed.fire()),
    );
  }

  /** What is known now, by Client ID in lower case. Sends nothing. */
  current(): ReadonlyMap<string, ScimClientFacts> {
    const entries = this.services.orgClients.current().flatMap((org) =>
      org.clients.flatMap((client): [string, ScimClientFacts][] => {
        const facts = factsOf(client, org.practice, this.roles.get(org.account)?.roles);
        return facts === undefined ? [] : [[client.id.toLowerCase(), facts]];
      }),
    );
    return new Map(entries);
  }

  /** Reads what a file makes one want to know, unless it was read a few minutes ago. Never rejects. */
  async want(text: string): Promise<void> {
    const { orgClients } = this.services;
    const connections = readConnections(text);
    const practiced = connections.filter(({ practice }) => practice).map(({ region }) => region);
    for (const region of new Set(practiced)) void this.lookForPracticeOrg(region);
    await Promise.all(
      [...new Set(connections.map(({ region }) => region))].map((region) => orgClients.want(region)),
    );
    const named = new Set(connections.map(({ clientId }) => clientId.toLowerCase()));
    const orgs = orgClients
      .current()
      .filter(({ clients }) => clients.some(({ id }) => named.has(id.toLowerCase())));
    await Promise.all(orgs.map(async (org) => await this.readRoles(org)));
  }

  dispose(): void {
    for (const each of [this.changed, this.listening]) each.dispose();
  }

  /** It is not started for this: a file that is looked at is no reason to run a program. */
  private async lookForPracticeOrg(region: string): Promise<void> {
    const running = await this.services.practiceOrgs.whereItRuns(region);
    const standing: PracticeStanding =
      running === undefined ? { kind: 'stopped' } : { kind: 'running', baseUrl: running.baseUrl };
    const before = this.practiceOrgs.get(region);
    this.practiceOrgs = new Map([...this.practiceOrgs, [region, standing]]);
    if (!isDeepStrictEqual(before, standing)) this.changed.fire();
  }

  /** Once for each time that the clients were read. */
  private async readRoles({ account, readAt }: OrgClients): Promise<void> {
    if (this.roles.get(account)?.readAt === readAt) return;
    const reading = this.reading.get(account) ?? this.readRolesNow(account, readAt);
    this.reading.set(account, reading);
    await reading.finally(() => this.reading.delete(account));
  }

  private async readRolesNow(account: string, readAt: string): Promise<void> {
    const result = await this.services.connections.call(account, async (to) => await readRoles(to));
    const roles = result.ok ? result.value : undefined;
    this.roles.set(account, { readAt, roles });
    this.changed.fire();
  }
}

/** Undefined where the org does not say how long tokens of the client last. */
function factsOf(
  { accessTokenValiditySeconds, roleDivisions }: OAuthClient,
  practice: boolean,
  roles: readonly OrgRole[] | undefined,
): ScimClientFacts | undefined {
  if (accessTokenValiditySeconds === undefined) return undefined;
  const ids = roleIdsOf(roleDivisions);
  const known = new Map(roles?.map((role) => [role.id, role]));
  const judge = scimJudgement(roles ?? []);
  return {
    accessTokenValiditySeconds,
    practice,
    roles: ids.map((id) => {
      const role = known.get(id);
      const fit: ScimFit = role === undefined ? { kind: 'unchecked', isLikely: false } : judge(role);
      return { id, name: role?.name ?? id, fit };
    }),
  };
}
