import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { saveEffects } from '../../core/operations/saveEffects.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { reasonOf } from '../../core/reason.ts';
import { accountIdOf } from '../../core/signIn/accountId.ts';
import { topicUrl } from '../../core/texts/topicUrl.ts';
import type { ClientPort, ClockPort, NamedOrg, WizardPorts } from '../../core/wizard/ports.ts';
import { rolePort } from '../../core/wizard/roleAccess.ts';
import { recorded } from '../clients/recordSave.ts';
import { showFile } from '../files/write.ts';
import { findFrameworkFiles } from '../framework/find.ts';
import { createFrameworkFile, editFrameworkFile } from '../framework/writeClientId.ts';
import { textLanguage } from '../language.ts';
import { tryLogin } from '../proof/tryLogin.ts';
import { findScimFiles, writeScimFile } from '../scim/file.ts';
import { isOfAnother, secretAt } from '../secrets/clientSecrets.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { reachedByBrowser } from '../signIn/practiceLoginPage.ts';
import { notStarted } from '../signIn/practiceOrgs.ts';
import { tickStep } from '../walkthrough.ts';
import type { TokenAbout } from '../watch/saveCalendar.ts';
import { within } from '../within.ts';
import { keep, keepRun } from './memory.ts';
import { operationsPort } from './operationsPort.ts';
import { signInPort } from './signInPort.ts';
import { tellEnd, tellPlanChanged } from './tellEnd.ts';

/** Seconds that VS Code has to note something, or to look through a workspace. */
const NOTE_SECONDS = 10;
const LOOK_SECONDS = 60;

/** Seconds that a keyring has: somebody may have to unlock it first. */
const KEYRING_SECONDS = 60;

/** The wizard's ports in VS Code; `clients` does what is done beside it with a client that it has saved. */
export function wizardPorts(services: Services, clients: ClientPort): WizardPorts {
  const { browser, connections, context, dialogs, log, loginTools, orgClients } = services;
  const secrets = patient(services.secrets);
  const { clipboard } = vscode.env;
  const files = { writeScimFile, editFrameworkFile, createFrameworkFile };
  const clock: ClockPort = {
    now: () => new Date(),
    wait: async (milliseconds) => await setTimeout(milliseconds),
  };
  return {
    signIn: signInPort(services),
    roles: rolePort,
    operations: operationsPort(services),
    workspace: {
      look: async (regions) => {
        const looking = Promise.all([findFrameworkFiles(regions), findScimFiles()]);
        const [framework, scimFiles] = await within(LOOK_SECONDS, looking);
        return { ...framework, scimFiles };
      },
      showFile: async (uri, line) => await showFile(vscode.Uri.parse(uri), line),
    },
    effects: (connected, saved) => {
      const own = { ...secrets, get: async (id: string) => await secretAt(secrets, id, saved.place) };
      const language = textLanguage();
      const effects = saveEffects({ connected, saved, secrets: own, files, language, ...clock });
      const { org, region, practice } = saved.place;
      const account = org && accountIdOf({ ...org, region, practice });
      return recorded(effects, { region, practice, account }, services);
    },
    tryLogin: async (client, signal, report) => {
      const tools = {
        ...loginTools,
        secretOf: async (clientId: string) => await secretAt(secrets, clientId, client),
        connect: connections.to.bind(connections),
        reachedByBrowser: async (page: URL) => await reachedByBrowser(page, services, loginTools),
      };
      return await tryLogin(client, tools, signal, report);
    },
    reachPracticeOrg: async (region) =>
      await services.practiceOrgs.reach(region).then(
        ({ baseUrl }) => ({ baseUrl }),
        (error: unknown) => ({ failure: notStarted(error) }),
      ),
    clipboard: {
      read: async () => await clipboard.readText(),
      write: async (text) => await clipboard.writeText(text),
      writeSecret: async (secret) => await copyAndTell(dialogs, secret),
    },
    secrets: {
      get: async (clientId, place) =>
        (await isOfAnother(secrets, clientId, place)) ? undefined : await secrets.get(clientId),
      getToken: async (clientId) => await secrets.getToken(clientId),
      replaceLost: async (org, client) => await replaceLostSecret(services, org, client),
    },
    clients,
    notify: {
      saveEnded: (run) => void tellEnd(dialogs, run),
      planChanged: () => void tellPlanChanged(dialogs),
      warn: (failure) => log.warn(reasonOf(failure)),
      clientMade: (org, client) => {
        tickStep('genesysOAuth.hasMadeClient');
        orgClients.note(accountIdOf(org), client);
      },
      clientGone: (org, clientId) => orgClients.forget(accountIdOf(org), clientId),
    },
    show: {
      url: async (url) => {
        await browser.open(new URL(url));
      },
      topic: async (topic) => {
        await browser.open(new URL(topicUrl(topic)));
      },
      calendar: async (token) => {
        const about: TokenAbout = token;
        await vscode.commands.executeCommand('genesysOAuth.saveEndingsCalendar', about);
      },
      log: () => log.show(),
    },
    clock,
    keepRun: async (run) => await within(NOTE_SECONDS, keepRun(context.workspaceState, run)),
    keep: (memory) => {
      void keep(context.workspaceState, memory).catch((error) => log.warn(reasonOf(error)));
    },
  };
}

/** The secrets of clients, behind a keyring that may not answer. */
function patient(secrets: Services['secrets']): Omit<Services['secrets'], 'clients' | 'lookAgain'> {
  const soon = async <T>(work: Promise<T>) => await within(KEYRING_SECONDS, work);
  return {
    keep: async (client, secret) => await soon(secrets.keep(client, secret)),
    get: async (clientId) => await soon(secrets.get(clientId)),
    clientOf: async (clientId) => await soon(secrets.clientOf(clientId)),
    keepToken: async (clientId, token) => await soon(secrets.keepToken(clientId, token)),
    getToken: async (clientId) => await soon(secrets.getToken(clientId)),
    forget: async (clientId) => await soon(secrets.forget(clientId)),
  };
}

/**
 * Makes another secret for a client whose own was lost with the answer (rule G16), once the person agrees. Resolves to
 * whether it is kept now; they are told why it is not.
 */
async function replaceLostSecret(
  services: Services,
  org: NamedOrg,
  { id, name }: OAuthClient,
): Promise<boolean> {
  const { name: orgName, region, practice } = org;
  const client = { id, name, orgName, region, practice, account: accountIdOf(org) };
  return (await rotateSecretOf(services, services.dialogs, client)) === 'kept';
}
