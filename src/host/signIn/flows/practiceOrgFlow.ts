import { beginLogin, endLogin } from '../../../core/platform/login.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import { failureOfLogin } from '../../../core/signIn/attempt.ts';
import { BACK, firstOf, type Step, thenAsk } from '../../ui/questions.ts';
import { type PracticeOrg, practiceHosts, sendToPracticeOrg } from '../practiceOrg.ts';
import { notStarted } from '../practiceOrgs.ts';
import { renewalOf } from '../renewal.ts';
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
  const clientId = org.signInClient.id;
  const login = await beginLogin({ ...hosts, clientId, redirectUri: 'http://localhost' });
  try {
    const returnedTo = await submitLoginPage(login.url, person.loginHint, signal);
    const result = await endLogin(login, returnedTo, signal);
    if (!result.ok) return failed(failureOfLogin(result.error, { region: org.region, grant: 'CODE' }));
    const { token } = result;
    const source = { kind: 'practice-org' } as const;
    const renewal = renewalOf(token, clientId);
    return { kind: 'granted', grant: { token, region: org.region, hosts, source, renewal } };
  } catch (error) {
    return signal.aborted ? CANCELLED : failed(notStarted(error));
  }
}

/** Does what a browser does when a person is picked on the login page: posts its form and reads the redirect. */
async function submitLoginPage(page: URL, person: string, signal: AbortSignal): Promise<URL> {
  const form = new URLSearchParams(page.searchParams);
  form.set('person', person);
  const message = { method: 'POST', body: form, redirect: 'manual' } as const;
  const answer = await sendToPracticeOrg(`${page.origin}${page.pathname}`, message, signal);
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The login page answered HTTP ${answer.status} without a redirect.`);
  return new URL(location);
}
