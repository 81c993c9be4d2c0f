import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AgentDesk } from '../../core/agents/desk.ts';
import { knowingHost } from '../../core/doctor/told.ts';
import type { NewDraft } from '../../core/wizard/drafts.ts';
import { notAsked } from '../doctor/asking.ts';
import { look } from '../doctor/look.ts';
import type { Services } from '../services.ts';
import { gatewayHost, hostsOf } from '../signIn/settings.ts';
import { AgentChanges } from './changes.ts';
import { FileChecks } from './fileChecks.ts';
import { OrgsForAgents } from './orgs.ts';

/** What the tools for agents need, as VS Code has it. Loaded when an agent first calls a tool. */
export function hostDesk(services: Services, openWizard: (draft: NewDraft) => Promise<void>): AgentDesk {
  const { connections, operations, sessions } = services;
  const orgs = new OrgsForAgents(services);
  const files = new FileChecks(services, inEnglish);
  const changes = new AgentChanges(services);
  return {
    now: () => new Date(),
    inEnglish,
    orgs: async () => await orgs.atHand(),
    call: async (account, call) => await connections.call(account, call),
    hosts: async (of) => {
      if ('region' in of) {
        const found = hostsOf(of.region);
        if (!found.ok) throw new Error(found.reason);
        return found.hosts;
      }
      const session = await sessions.ofAccount(of.account);
      if (session === undefined) throw new Error('Nobody is signed in to this org any more.');
      return await connections.hosts(session);
    },
    operations: async (apiUrl, signal) => await operations.of(apiUrl, signal),
    check: async (file, signal) => await files.check(file, signal),
    facts: async ({ subject, told, account }, signal) => {
      const browser = notAsked('nobody-can-look');
      const question = { subject, told: knowingHost(told, gatewayHost()), account, browser, anew: false };
      return await look(services, question, signal, () => {});
    },
    openWizard,
    change: async (wish, signal) => await changes.make(wish, signal),
  };
}

/** Nothing else says anything meanwhile, because nothing is waited for. */
function inEnglish<T>(say: () => T): T {
  l10n.config({ contents: {} });
  try {
    return say();
  } finally {
    l10n.config({ contents: vscode.l10n.bundle ?? {} });
  }
}
