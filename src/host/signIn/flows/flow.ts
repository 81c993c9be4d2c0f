import type { Token } from '../../../core/platform/login.ts';
import type { OrgHosts } from '../../../core/platform/orgHosts.ts';
import type { Attempt, SignInFailure } from '../../../core/signIn/attempt.ts';
import type { FoundCredentials } from '../../../core/signIn/found.ts';
import type { Renewal } from '../../../core/signIn/renewal.ts';
import type { Environment } from '../../../core/signIn/ways.ts';
import type { Asked } from '../../ui/ask.ts';
import { BACK, type Back, type Step, thenAsk, withoutBack } from '../../ui/questions.ts';
import type { Browser } from '../browser.ts';
import type { Entered, KnownClients } from '../knownClients.ts';
import type { PracticeOrgs } from '../practiceOrgs.ts';
import type { ClientIdAnswer, ClientIdQuestion } from '../prompts/clientId.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { SessionSource } from '../session.ts';

/** What the ways of signing in use. Tests put somebody else in the place of the person and of the browser. */
export type FlowTools = {
  practiceOrgs: PracticeOrgs;
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

/** What follows a question of a flow: the rest of it, which may lead back to the question. */
type Follow<Answer, Result> = (answer: Answer, next: Step) => Promise<Result | Back | undefined>;

/** The step and the signal of a question that is asked in a chain of them. */
type InChain = { readonly step: Step; readonly signal: AbortSignal };

/** Asks for a region, offering those used before first; resolves to its domain, or to undefined when cancelled. */
export async function askRegion(
  { prompts, knownClients, entered }: FlowTools,
  asked: Asked,
): Promise<string | Back | undefined> {
  const known = knownClients.regions();
  const { region: last } = entered;
  const recent = last === undefined ? known : [last, ...known.filter((each) => each !== last)];
  const region = await prompts.askRegion({ recent }, asked);
  if (region !== undefined && region !== BACK) entered.region = region;
  return region;
}

/** Asks for a region unless it is known, and goes on with it. */
export async function withRegion<Result>(
  tools: FlowTools,
  known: string | undefined,
  { step, signal }: InChain,
  follow: Follow<string, Result>,
): Promise<Result | Back | undefined> {
  return await thenAsk(step, known, async () => await askRegion(tools, { step, signal }), follow);
}

/** Asks for the Client ID unless it is known, and goes on with it, or with the wish to prepare a client. */
export async function withClientId<Result>(
  { prompts, entered }: FlowTools,
  known: string | undefined,
  question: ClientIdQuestion,
  asked: InChain,
  follow: Follow<ClientIdAnswer, Result>,
): Promise<Result | Back | undefined> {
  const note = (clientId: string) => {
    entered.clientIds[question.grant] = clientId;
  };
  const ask = async () => {
    const last = entered.clientIds[question.grant];
    const answer = await prompts.askClientId({ ...question, last, note }, asked);
    if (answer !== undefined && answer !== BACK && answer.kind === 'client-id') note(answer.clientId);
    return answer;
  };
  const answer = known === undefined ? undefined : ({ kind: 'client-id', clientId: known } as const);
  return await thenAsk<ClientIdAnswer, Result>(asked.step, answer, ask, follow);
}

/** How many of these are still to be asked for. */
export function countUnknown(...known: readonly (string | undefined)[]): number {
  return known.filter((each) => each === undefined).length;
}
