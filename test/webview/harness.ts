import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type * as z from 'zod/mini';
import { ClientPageMessage, type ClientPageTold } from '../../src/core/clientPage/messages.ts';
import { DoctorPageMessage, type DoctorPageTold } from '../../src/core/doctorPage/messages.ts';
import type { PageMessage } from '../../src/core/wizard/messages.ts';
import { launchChromium } from '../host/chromium.ts';
import { takePicture } from '../host/pictures.ts';
import type { WizardOptions as Options } from '../wizard/begun.ts';
import { Host } from './host.ts';
import { type PageId, type PageServer, servePage } from './server.ts';
import { Wire } from './wire.ts';

export type WizardOptions = Options & {
  language?: string;
  /** What is clicked first, as a selector. */
  press?: string;
};

/** The page in a browser, with the host behind it. */
export type OpenWizard = {
  page: Page;
  host: Host;
  settle(): Promise<void>;
  /** Clicks a checkbox of the toolkit, which shows its new state a frame later. */
  tick(name: RegExp): Promise<void>;
  /** Keeps a picture of the whole page below test-results/webview/, when pictures are wanted. */
  takePicture(name: string): Promise<void>;
  picture: Wire['picture'];
  /** What the page sent of one type. */
  sent<T extends PageMessage['type']>(type: T): Extract<PageMessage, { type: T }>[];
};

/** A page beside the wizard in a browser. */
export type OpenPage<Said, Told> = {
  page: Page;
  /** What the page sent, in order. */
  sent: readonly Said[];
  /** Tells the page something, and resolves when it shows it. */
  show(told: Told): Promise<void>;
  picture: Wire['picture'];
};

/** Of the page, in CSS pixels, when a test begins. */
const SIZE = { width: 1000, height: 760 };

/** What no page may ever do: break the policy, throw, or write an error to the console. */
export const complaints: string[] = [];

type Stage = { server: PageServer; page: Page; wire: Wire };

/** A new browser page for each test costs more than most tests; loading the wizard anew in the same one does not. */
let stage: Promise<Stage> | undefined;
/** The other end of the line of the page that is shown. */
let host: Pick<Host, 'receive' | 'quiet'> | undefined;
/** The language of the page, as long as nobody has done anything in it but look. */
let untouched: string | undefined;

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
  untouched = undefined;
  return await begin(options);
}

/**
 * Shows the wizard to a test that only looks: in the page of the view before, if there is one in this language, as when
 * the host's state changes. That costs a tenth of loading it.
 */
export async function showWizard(options: WizardOptions = {}): Promise<OpenWizard> {
  const wizard = await begin(options);
  untouched = options.press === undefined ? (options.language ?? 'en') : undefined;
  return wizard;
}

/** After something was done by a script in a page that was only shown: the next view needs a new one. */
export function touchPage(): void {
  untouched = undefined;
}

async function begin(options: WizardOptions): Promise<OpenWizard> {
  stage ??= setStage();
  const { page, server, wire } = await stage;
  await host?.quiet();
  const newHost = await Host.begin(options, (message) => wire.tellPage(message));
  host = newHost;
  const { language = 'en', press } = options;
  const settle = async () => await settled(wire, newHost);
  await resize(page);
  if (untouched === language) newHost.tellAll();
  else await page.goto(server.url(language, 'wizard'));
  await settle();
  if (press !== undefined) {
    await page.locator(press).click();
    await settle();
  }
  return {
    page,
    host: newHost,
    settle,
    tick: async (name) => {
      await page.getByRole('checkbox', { name }).click();
      await settle();
    },
    takePicture: async (name) => await takePicture(`webview/${name}`, async () => await wire.picture()),
    picture: async (part) => await wire.picture(part),
    sent: (type) => newHost.received.filter((message) => isOf(type, message)),
  };
}

/** Shows the page of a client that the host tells this. */
export async function openClientPage(
  told: ClientPageTold,
  { language = 'en' }: { language?: string } = {},
): Promise<OpenPage<ClientPageMessage, ClientPageTold>> {
  return await openPage('client', ClientPageMessage, told, language);
}

/** Shows the page of a look for why something fails that the host tells this. */
export async function openDoctorPage(
  told: DoctorPageTold,
  { language = 'en' }: { language?: string } = {},
): Promise<OpenPage<DoctorPageMessage, DoctorPageTold>> {
  return await openPage('doctor', DoctorPageMessage, told, language);
}

async function openPage<Said, Told>(
  id: PageId,
  messages: z.ZodMiniType<Said>,
  told: Told,
  language: string,
): Promise<OpenPage<Said, Told>> {
  untouched = undefined;
  stage ??= setStage();
  const { page, server, wire } = await stage;
  await host?.quiet();
  const sent: Said[] = [];
  host = {
    receive: (message) => {
      sent.push(messages.parse(message));
    },
    quiet: async () => {},
  };
  await resize(page);
  await page.goto(server.url(language, id));
  await wire.drawn();
  const show = async (next: Told) => {
    await wire.tellPage(next);
    await wire.drawn();
  };
  await show(told);
  return {
    page,
    sent,
    show,
    picture: async (part) => await wire.picture(part),
  };
}

async function setStage(): Promise<Stage> {
  const [browser, server] = await Promise.all([launchChromium(), servePage()]);
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  const wire = await Wire.lay(page, {
    hearMessage: (message) => host?.receive(message),
    hearViolation: (violation) => complaints.push(violation),
  });
  return { server, page, wire };
}

/** A width that a test before has changed. */
async function resize(page: Page): Promise<void> {
  if (!isDeepStrictEqual(page.viewportSize(), SIZE)) await page.setViewportSize(SIZE);
}

/** Resolves when page and host have nothing more to tell each other, and the page shows it. */
async function settled(wire: Wire, from: Pick<Host, 'received' | 'quiet'>): Promise<void> {
  for (;;) {
    const before = from.received.length;
    const left = await wire.drawn();
    await from.quiet();
    if (left === wire.arrived && before === from.received.length) return;
  }
}

function isOf<T extends PageMessage['type']>(
  type: T,
  message: PageMessage,
): message is Extract<PageMessage, { type: T }> {
  return message.type === type;
}
