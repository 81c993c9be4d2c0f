import assert from 'node:assert/strict';
import { beforeEach } from 'mocha';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { type ClientCommands, showClients } from '../../src/host/clientsView/clientsView.ts';
import type { Row } from '../../src/host/clientsView/tree.ts';
import type { ShownRows } from '../../src/host/clientsView/view.ts';
import type { Services } from '../../src/host/services.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

/** The view of OAuth clients as it stands before each test: its rows and commands, in a window of its own. */
export class ClientsDesk {
  readonly dialogs = new FakeDialogs();
  readonly commands: ClientCommands;
  /** Whether it was wanted that somebody signs in. */
  asksToSignIn = false;
  /** What other tabs were opened for. */
  readonly wanted: string[] = [];
  private filled: ShownRows | undefined;

  /** `others` are in the place of services of the window. */
  constructor(
    readonly window: Rehearsal,
    others: Partial<Services> = {},
  ) {
    const services = { ...window.services, ...others, dialogs: this.dialogs };
    const show = (shown: ShownRows) => {
      this.filled = shown;
    };
    const changes = new ClientChanges(services, this.dialogs);
    const signIn = async () => {
      this.asksToSignIn = true;
      return undefined;
    };
    const wizard = {
      edit: async ({ client }: FoundClient) => void this.wanted.push(`edit ${client.id}`),
      'right-size': async ({ client }: FoundClient) => void this.wanted.push(`right-size ${client.id}`),
      duplicate: async ({ client }: FoundClient) => void this.wanted.push(`duplicate ${client.id}`),
      'make-token': async ({ client }: FoundClient) => void this.wanted.push(`make-token ${client.id}`),
      doctor: async ({ client }: FoundClient) => void this.wanted.push(`doctor ${client.id}`),
      compare: async ({ client }: FoundClient) => void this.wanted.push(`compare ${client.id}`),
    };
    this.commands = showClients({ show }, services, changes, signIn, wizard);
  }

  get rows(): ShownRows {
    assert.ok(this.filled);
    return this.filled;
  }

  /** Makes a client in the practice org; its ID. */
  async make(request: Partial<OAuthClientRequest> = {}): Promise<string> {
    const made = await createClient(await automation(this.window.org.baseUrl), {
      ...AGENT_DESKTOP,
      ...request,
    });
    assert.ok(made.ok, JSON.stringify(made));
    return made.value.client.id;
  }

  /** Somebody is signed in to another org of the same region, too. */
  async signInToAnotherOrg(): Promise<void> {
    const { orgClients, sessions } = this.window.services;
    const [session] = await sessions.all();
    assert.ok(session);
    const account = { id: 'other/org', label: 'Somebody · Another Org' };
    await sessions.add({ ...session, id: 'other', account, orgName: 'Another Org' });
    await until(() => orgClients.orgs().length === 2);
  }

  /** All rows, indented as in the view; groups whether open or not. */
  async shown(below?: Row, indent = ''): Promise<string[]> {
    const lines: string[] = [];
    for (const row of await this.rows.rowsBelow(below)) {
      const { label, description } = this.rows.itemOf(row);
      lines.push(
        `${indent}${label}${description ? ` · ${description}` : ''}`,
        ...(await this.shown(row, `${indent}  `)),
      );
    }
    return lines;
  }

  /** The row whose label begins with this. */
  async rowOf(label: string, below?: Row): Promise<Row> {
    for (const row of await this.rows.rowsBelow(below)) {
      if (String(this.rows.itemOf(row).label).startsWith(label)) return row;
      const found = await this.rowOf(label, row).catch(() => undefined);
      if (found !== undefined) return found;
    }
    throw new Error(`There is no row ${label}.`);
  }

  /** What the menus know of the row. */
  async contextOf(label: string): Promise<string> {
    return this.rows.itemOf(await this.rowOf(label)).contextValue ?? '';
  }

  /** What the extension knows of the client of this name. */
  known(name: string) {
    const orgs = this.window.services.orgClients.current();
    return orgs.flatMap(({ clients }) => clients).find((client) => client.name === name);
  }
}

/** A desk for each test of a file. */
export function useClientsDesk(): () => ClientsDesk {
  const windows = useWindows();
  let desk: ClientsDesk;
  beforeEach(async () => {
    desk = new ClientsDesk(await windows.open());
  });
  return () => desk;
}
