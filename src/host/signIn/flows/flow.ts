import type { Token } from '../../../core/platform/login.ts';
import type { OrgHosts } from '../../../core/platform/orgHosts.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import type { Environment } from '../../../core/signIn/environment.ts';
import type { SignInFailure } from '../../../core/signIn/failure.ts';
import type { FoundCredentials } from '../../../core/signIn/found.ts';
import { type Back, withoutBack } from '../../ui/steps.ts';
import type { Browser } from '../browser.ts';
import type { Entered } from '../entered.ts';
import type { KnownClients } from '../knownClients.ts';
import type { PracticeOrgProcess } from '../practiceOrg.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { Renewal, SessionSource } from '../session.ts';

/** What the ways of signing in use. Tests put somebody else in the place of the person and of the browser. */
export type FlowTools = {
  practiceOrg: PracticeOrgProcess;
  prompts: Prompts;
  browser: Browser;
  environment(): Environment;
  findSignIns(): Promise<readonly FoundCredentials[]>;
  knownClients: KnownClients;
  /** What was entered in this window. */
  entered: Entered;
};

/** What a login in the browser uses, whoever it is for. */
export type LoginTools = Pick<FlowTools, 'prompts' | 'browser' | 'environment'>;

/** A token, and where and how it was come by. */
export type Grant = {
  token: Token;
  /** Domain. */
  region: string;
  hosts: OrgHosts;
  source: SessionSource;
  renewal?: Renewal | undefined;
  /** The same somewhere else, for a token that this region turns out not to know. */
  elsewhere?: Elsewhere;
};

/** What was typed, kept for another try in another region. */
export type Elsewhere = {
  /** Signs in to that region, or says that the region does not know it. */
  signIn(region: string, attempt: Attempt): Promise<FlowResult | { kind: 'not-there' }>;
};

export type NotGranted =
  | { kind: 'cancelled' }
  /** There is no client to sign in with yet; the wizard prepares it. */
  | { kind: 'preparing-client'; region: string }
  | { kind: 'failed'; failure: SignInFailure; elsewhere?: Elsewhere };

export type FlowResult = { kind: 'granted'; grant: Grant } | NotGranted;

export const CANCELLED = { kind: 'cancelled' } as const;

/** What a flow resolves to: Back when the person went back from its first question, where one was asked before. */
export type FlowAnswer = FlowResult | Back;

/** A result, or that there is none because the person called it off. */
export function orCancelled<Result>(result: Result | Back | undefined): Result | typeof CANCELLED {
  return withoutBack(result) ?? CANCELLED;
}

export function failed(failure: SignInFailure, elsewhere?: Elsewhere): NotGranted {
  return { kind: 'failed', failure, ...(elsewhere !== undefined && { elsewhere }) };
}
