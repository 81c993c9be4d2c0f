import * as vscode from 'vscode';
import type { Browser } from '../../src/host/signIn/browser.ts';
import type { Prompts } from '../../src/host/signIn/prompts/prompts.ts';
import { shownAt } from '../canaries/sweep.ts';

/** What somebody answers when asked, and does in the browser. What is left out is answered with Esc. */
export type Habits = {
  /** Whom to be on a login page. */
  loginHint?: string;
  region?: string;
  /** Of which practice org, where there are several. */
  practiceRegion?: string;
  clientId?: string;
  clientSecret?: string;
  accessToken?: string;
  /** With the login page in the browser. */
  inBrowser?: 'logs-in' | 'leaves-the-page' | 'forgets-it' | 'presses-escape' | 'dawdles';
};

/** Somebody at the keyboard, in the place of VS Code's questions and of the browser. */
export class Person {
  habits: Habits = {};
  /** Everything they were asked, in order. */
  readonly asked = shownAt('what a sign-in asks');
  /** The accounts whose token, as they were told, outlasts the sign-out. */
  readonly warned: string[] = [];
  /** How many login pages were opened in the browser. */
  pagesOpened = 0;
  /** The addresses that the browser came back with. */
  readonly endings: URL[] = [];
  private endedOn: URL | undefined;
  private readonly ended = new vscode.EventEmitter<URL>();

  readonly prompts: Prompts = {
    askWay: async ({ ways }) => ways[0],
    askPracticeOrg: async ({ regions }) => {
      const wanted = this.answer('practice org', this.habits.practiceRegion);
      return regions.find((region) => region === wanted);
    },
    askPerson: async ({ people }) => people.find(({ loginHint }) => loginHint === this.habits.loginHint),
    askRegion: async () => this.answer('region', this.habits.region),
    askClientId: async ({ canPrepare }) => {
      const clientId = this.answer('client ID', this.habits.clientId);
      if (clientId !== undefined) return { kind: 'client-id', clientId };
      return canPrepare ? { kind: 'prepare' } : undefined;
    },
    askClientSecret: async () => this.answer('secret', this.habits.clientSecret),
    askAccessToken: async () => this.answer('token', this.habits.accessToken),
    awaitReturn: async ({ returns, arrived }, { signal } = {}) => {
      this.answer(`return by ${returns}`, '');
      if (this.habits.inBrowser === 'forgets-it') return { kind: 'timed-out' };
      if (this.habits.inBrowser === 'presses-escape') return undefined;
      const url = await Promise.race([arrived ?? this.pasted(), aborted(signal)]);
      return url === undefined ? undefined : { kind: 'returned', url };
    },
    warnTokenLasts: (accountLabel) => void this.warned.push(accountLabel),
  };

  /** A browser of this computer, which reaches every port of it. */
  readonly browser: Browser = {
    works: true,
    open: async (url) => {
      this.pagesOpened += 1;
      const { inBrowser = 'logs-in', loginHint = '' } = this.habits;
      if (inBrowser !== 'logs-in' && inBrowser !== 'leaves-the-page') return true;
      this.endedOn = undefined;
      const form = new URLSearchParams(url.searchParams);
      if (inBrowser === 'logs-in') form.set('person', loginHint);
      else form.set('decision', 'cancel');
      const answer = await fetch(url.origin + url.pathname, {
        method: 'POST',
        body: form,
        redirect: 'manual',
      });
      this.endedOn = new URL(answer.headers.get('location') ?? '');
      this.endings.push(this.endedOn);
      this.ended.fire(this.endedOn);
      // A page that cannot be shown is the right end where nobody listens.
      await fetch(this.endedOn).catch(() => undefined);
      return true;
    },
    external: async (port) => new URL(`http://localhost:${port}/`),
  };

  private answer<T>(question: string, value: T): T {
    this.asked.push(question);
    return value;
  }

  private async pasted(): Promise<URL | undefined> {
    return this.endedOn ?? (await new Promise((resolve) => this.ended.event(resolve)));
  }
}

async function aborted(signal: AbortSignal | undefined): Promise<undefined> {
  return await new Promise((resolve) => signal?.addEventListener('abort', () => resolve(undefined)));
}

/** Lets real regions lead to the practice org, as a company's gateway would; without an address it ends that. */
export async function useGateway(baseUrl: string | undefined): Promise<void> {
  const { hostname, port } = new URL(baseUrl ?? 'http://127.0.0.1');
  const gateway = { host: hostname, port: Number(port), loginPath: 'login', apiPath: '' };
  const settings = vscode.workspace.getConfiguration('genesysOAuth');
  await settings.update(
    'gateway',
    baseUrl === undefined ? undefined : gateway,
    vscode.ConfigurationTarget.Global,
  );
}
