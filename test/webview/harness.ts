import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PageMessage } from '../../src/core/wizard/messages.ts';
import { launchChromium } from '../host/chromium.ts';
import { FakeHost } from './fakeHost.ts';
import type { HostOptions } from './hostStart.ts';
import { type PageServer, servePage } from './server.ts';
import type { Language } from './texts.ts';

export type WizardOptions = HostOptions & {
  language?: Language;
  /** What is clicked first, as a selector. */
  press?: string;
};

/** The page in a browser, with the host behind it. */
export type OpenWizard = {
  page: Page;
  host: FakeHost;
  settle(): Promise<void>;
  /** Clicks a checkbox of the toolkit, which shows its new state a frame later. */
  tick(name: RegExp): Promise<void>;
  /** What the page sent of one type. */
  sent<T extends PageMessage['type']>(type: T): Extract<PageMessage, { type: T }>[];
};

/** What no page may ever do: break the policy, throw, or write an error to the console. */
export const complaints: string[] = [];

type Stage = { server: PageServer; page: Page };

/** A new browser page for each test costs more than most tests; loading the wizard anew in the same one does not. */
let stage: Promise<Stage> | undefined;
let host: FakeHost | undefined;
/** How many messages of the page have arrived since it was loaded. */
let arrived = 0;

/** After each test of every file. The browser ends with its process, which runs the tests of many files. */
export const mochaHooks = {
  afterEach: [
    function noPageBreaksItsContentSecurityPolicyOrThrows() {
      assert.deepEqual(complaints.splice(0), []);
    },
  ],
};

/** Opens the wizard's page. The test fails when the page breaks its policy or throws, whatever else it is about. */
export async function openWizard(options: WizardOptions = {}): Promise<OpenWizard> {
  stage ??= setStage();
  const { page, server } = await stage;
  await host?.quiet();
  const newHost = new FakeHost(options, async (message) => {
    await page.evaluate((told) => window.postMessage(told, '*'), message);
  });
  host = newHost;
  await page.setViewportSize({ width: 1000, height: 760 });
  await page.goto(server.url(options.language ?? 'en'));
  await page.locator('h2').waitFor();
  const settle = async () => await settled(page, newHost);
  await settle();
  if (options.press !== undefined) await page.locator(options.press).click();
  await settle();
  return {
    page,
    host: newHost,
    settle,
    tick: async (name) => {
      await page.getByRole('checkbox', { name }).click();
      await settle();
    },
    sent: (type) => newHost.received.filter((message) => isOf(type, message)),
  };
}

async function setStage(): Promise<Stage> {
  const [browser, server] = await Promise.all([launchChromium(), servePage()]);
  const page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.exposeFunction('tellHost', (message: { type: string }) => {
    arrived = message.type === 'ready' ? 1 : arrived + 1;
    host?.receive(message);
  });
  await page.exposeFunction('tellViolation', (violation: string) => complaints.push(violation));
  await page.addInitScript({ content: IN_VSCODE });
  return { server, page };
}

/** Resolves when page and host have nothing more to tell each other. */
async function settled(page: Page, fakeHost: FakeHost): Promise<void> {
  for (let calmRounds = 0; calmRounds < 2; ) {
    const before = fakeHost.received.length;
    const left = await page.evaluate(NEXT_FRAME);
    await fakeHost.quiet();
    calmRounds = left === arrived && before === fakeHost.received.length ? calmRounds + 1 : 0;
  }
}

function isOf<T extends PageMessage['type']>(
  type: T,
  message: PageMessage,
): message is Extract<PageMessage, { type: T }> {
  return message.type === type;
}

/** What VS Code puts into the page before its own script. */
const IN_VSCODE = `
  globalThis.sentToHost = 0;
  globalThis.acquireVsCodeApi = () => ({
    postMessage(message) {
      globalThis.sentToHost += 1;
      void globalThis.tellHost(JSON.parse(JSON.stringify(message)));
    },
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    void globalThis.tellViolation(violatedDirective + ' ' + blockedURI);
  });
`;

/** Resolves to the number of messages that left the page, once it has been drawn. */
const NEXT_FRAME = `new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(() => resolve(globalThis.sentToHost)));
})`;
