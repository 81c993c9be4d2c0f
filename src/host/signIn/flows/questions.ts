import type { Asked } from '../../ui/ask.ts';
import { BACK, type Back, type Step, thenAsk } from '../../ui/steps.ts';
import type { ClientIdAnswer, ClientIdQuestion } from '../prompts/clientId.ts';
import type { FlowTools } from './flow.ts';

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
