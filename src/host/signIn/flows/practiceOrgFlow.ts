import { beginLogin, endLogin } from '../../../core/platform/login.ts';
import { reasonOf } from '../../../core/reason.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import { failureOfLogin } from '../../../core/signIn/attempt.ts';
import { BACK, firstOf } from '../../ui/questions.ts';
import { askPracticeOrg, type PracticeOrg } from '../practiceOrg.ts';
import { renewalOf } from '../renewal.ts';
import { CANCELLED, type FlowAnswer, type FlowTools, failed } from './flow.ts';

/** Asks who to be in the practice org, after so many questions before, and signs in as them with a login like any other. */
export async function practiceOrgFlow(
  tools: FlowTools,
  { signal, report }: Attempt,
  before: number,
): Promise<FlowAnswer> {
  report({ kind: 'starting-practice-org' });
  let org: PracticeOrg;
  try {
    org = await tools.practiceOrg.reach();
  } catch (error) {
    return failed({ kind: 'practice-org-not-started', reason: reasonOf(error) });
  }
  if (signal.aborted) return CANCELLED;
  report({ kind: 'signing-in', where: 'here' });
  const { entered, prompts } = tools;
  const question = { people: org.people, last: entered.person };
  const person = await prompts.askPerson(question, { step: firstOf(before + 1, before), signal });
  if (person === BACK) return BACK;
  if (person === undefined) return CANCELLED;
  entered.person = person.loginHint;
  const hosts = tools.practiceOrg.hosts(org);
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
    if (signal.aborted) return CANCELLED;
    return failed({ kind: 'practice-org-not-started', reason: reasonOf(error) });
  }
}

/** Does what a browser does when a person is picked on the login page: posts its form and reads the redirect. */
async function submitLoginPage(page: URL, person: string, signal: AbortSignal): Promise<URL> {
  const form = new URLSearchParams(page.searchParams);
  form.set('person', person);
  const message = { method: 'POST', body: form, redirect: 'manual' } as const;
  const answer = await askPracticeOrg(`${page.origin}${page.pathname}`, message, signal);
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The login page answered HTTP ${answer.status} without a redirect.`);
  return new URL(location);
}
