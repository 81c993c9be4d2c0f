import type { Attempt } from '../../../core/signIn/attempt.ts';
import { failureOfLogin } from '../../../core/signIn/attempt.ts';
import { logInToPracticeOrg, type PracticeOrg, practiceHosts } from '../../../core/signIn/practiceOrg.ts';
import { renewalOf } from '../../../core/signIn/renewal.ts';
import { BACK, firstOf, type Step, thenAsk } from '../../ui/questions.ts';
import { notStarted } from '../practiceOrgs.ts';
import { CANCELLED, countUnknown, type FlowAnswer, type FlowTools, failed, orCancelled } from './flow.ts';

/**
 * Asks who to be in a practice org, after so many questions before, and signs in as them with a login like any other.
 * Which org is asked only of who has several, and unless its region is known.
 */
export async function practiceOrgFlow(
  tools: FlowTools,
  known: { region?: string },
  attempt: Attempt,
  before: number,
): Promise<FlowAnswer> {
  const { entered, practiceOrgs, prompts } = tools;
  const { signal, report } = attempt;
  const regions = known.region === undefined ? await practiceOrgs.regions() : [known.region];
  const only = regions.length === 1 ? regions[0] : undefined;
  const first = firstOf(before + countUnknown(only) + 1, before);
  const answer = await thenAsk<string, FlowAnswer>(
    first,
    only,
    async (step) => {
      report({ kind: 'signing-in', where: 'here' });
      return await prompts.askPracticeOrg({ regions, last: entered.practiceRegion }, { step, signal });
    },
    async (region, step) => {
      entered.practiceRegion = region;
      return await signInTo(region, tools, attempt, step);
    },
  );
  return answer === BACK ? BACK : orCancelled(answer);
}

async function signInTo(
  region: string,
  { entered, practiceOrgs, prompts }: FlowTools,
  { signal, report }: Attempt,
  step: Step,
): Promise<FlowAnswer> {
  report({ kind: 'starting-practice-org' });
  let org: PracticeOrg;
  try {
    org = await practiceOrgs.reach(region);
  } catch (error) {
    return failed(notStarted(error));
  }
  if (signal.aborted) return CANCELLED;
  report({ kind: 'signing-in', where: 'here' });
  const question = { people: org.people, last: entered.person };
  const person = await prompts.askPerson(question, { step, signal });
  if (person === BACK) return BACK;
  if (person === undefined) return CANCELLED;
  entered.person = person.loginHint;
  const hosts = practiceHosts(org);
  try {
    const result = await logInToPracticeOrg(org, person.loginHint, signal);
    if (!result.ok) return failed(failureOfLogin(result.error, { region: org.region, grant: 'CODE' }));
    const { token } = result;
    const source = { kind: 'practice-org' } as const;
    const renewal = renewalOf(token, org.signInClient.id);
    return { kind: 'granted', grant: { token, region: org.region, hosts, source, renewal } };
  } catch (error) {
    return signal.aborted ? CANCELLED : failed(notStarted(error));
  }
}
