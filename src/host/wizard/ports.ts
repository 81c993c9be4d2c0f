import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { saveEffects } from '../../core/operations/saveEffects.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import type { Org } from '../../core/procedures/context.ts';
import { reasonOf } from '../../core/reason.ts';
import type { Topic } from '../../core/wizard/messages.ts';
import type { ClockPort, OrgRef, WizardPorts } from '../../core/wizard/ports.ts';
import { rolePort } from '../../core/wizard/roleAccess.ts';
import { showFile } from '../files/write.ts';
import { findFrameworkFiles } from '../framework/find.ts';
import { createFrameworkFile, editFrameworkFile } from '../framework/write.ts';
import { textLanguage } from '../language.ts';
import { tryLogin } from '../proof/tryLogin.ts';
import { findScimFiles, writeScimFile } from '../scim/file.ts';
import { copySecret } from '../secrets/clipboard.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { accountIdOf } from '../signIn/newSession.ts';
import { within } from '../within.ts';
import { keep, keepRun } from './memory.ts';
import { signInPort } from './signInPort.ts';
import { tellEnd, tellPlanChanged } from './tellEnd.ts';

/** Seconds that VS Code has to note something, or to look through a workspace. */
const NOTE_SECONDS = 10;
const LOOK_SECONDS = 60;

/** Seconds that a keyring has: somebody may have to unlock it first. */
const KEYRING_SECONDS = 60;

/** The wizard's ports in VS Code. */
export function wizardPorts(services: Services): WizardPorts {
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
    workspace: {
      look: async (regions) => {
        const looking = Promise.all([findFrameworkFiles(regions), findScimFiles()]);
        const [framework, scimFiles] = await within(LOOK_SECONDS, looking);
        return { ...framework, scimFiles };
      },
      showFile: async (uri, line) => await showFile(vscode.Uri.parse(uri), line),
    },
    effects: (connected, saved) =>
      saveEffects({ connected, saved, secrets, files, language: textLanguage(), wait: clock.wait }),
    tryLogin: async (client, signal, report) => {
      const tools = {
        ...loginTools,
        secretOf: async (clientId: string) => await secrets.get(clientId),
        connect: connections.to.bind(connections),
      };
      return await tryLogin(client, tools, signal, report);
    },
    clipboard: {
      read: async () => await clipboard.readText(),
      write: async (text) => await clipboard.writeText(text),
      writeSecret: async (secret) => await copySecret(clipboard, secret),
    },
    secrets: {
      get: async (clientId) => await secrets.get(clientId),
      getToken: async (clientId) => await secrets.getToken(clientId),
      replaceLost: async (org, client) => await replaceLostSecret(services, org, client),
    },
    notify: {
      saveEnded: (run) => void tellEnd(dialogs, run),
      planChanged: () => void tellPlanChanged(dialogs),
      warn: (failure) => log.warn(reasonOf(failure)),
      clientMade: (org, client) => orgClients.note(accountIdOf(org), client),
      clientGone: (org, clientId) => orgClients.forget(accountIdOf(org), clientId),
    },
    show: {
      url: async (url) => {
        await browser.open(new URL(url));
      },
      topic: async (topic) => {
        await browser.open(new URL(topicUrl(topic, textLanguage())));
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
function patient(secrets: Services['secrets']): Omit<Services['secrets'], 'clients'> {
  const soon = async <T>(work: Promise<T>) => await within(KEYRING_SECONDS, work);
  return {
    keep: async (client, secret) => await soon(secrets.keep(client, secret)),
    get: async (clientId) => await soon(secrets.get(clientId)),
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
  org: OrgRef & Pick<Org, 'name'>,
  { id, name }: OAuthClient,
): Promise<boolean> {
  const client = { id, name, orgName: org.name, region: org.region, account: accountIdOf(org) };
  return (await rotateSecretOf(services, services.dialogs, client)) === 'kept';
}

const HELP = 'https://help.mypurecloud.com';
const JAPANESE_HELP = 'https://jp-help.mypurecloud.com';
const DEVELOPERS = 'https://developer.genesys.cloud';

/** Where Genesys documents a topic, in this language (BCP 47 tag) where there is a translation of the page. */
export function topicUrl(topic: Topic, language: string): string {
  const help = language === 'ja' ? JAPANESE_HELP : HELP;
  switch (topic) {
    case 'oauth-clients':
      return `${help}/articles/create-an-oauth-client/`;
    case 'embeddable-framework':
      return `${help}/articles/about-genesys-cloud-embeddable-framework/`;
    case 'scim':
      return `${help}/articles/about-genesys-cloud-scim-identity-management/`;
    case 'scim-entra':
      return `${help}/articles/configure-microsoft-entra-id-for-genesys-cloud-scim-identity-management/`;
    case 'scim-okta':
      return `${help}/articles/configure-okta-for-genesys-cloud-scim-identity-management/`;
    case 'scim-onelogin': {
      // The English page kept the product's former name.
      const product = language === 'ja' ? 'genesys-cloud' : 'purecloud';
      return `${help}/articles/configure-onelogin-for-${product}-scim-identity-management/`;
    }
    case 'roles':
      return `${help}/articles/about-people-permissions/`;
    case 'single-sign-on':
      return `${help}/articles/single-sign-on-overview/`;
    case 'salesforce-permissions':
      return `${help}/?p=188903`;
    case 'client-ids':
      return `${DEVELOPERS}/platform/embeddable-framework/`;
    case 'grant-types':
      return `${DEVELOPERS}/authorization/platform-auth/`;
    case 'scopes':
      return `${DEVELOPERS}/authorization/platform-auth/scopes`;
  }
}
