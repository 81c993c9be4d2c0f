import * as z from 'zod/mini';
import { type Answer, exchange, type Message } from '../platform/exchange.ts';
import { beginLogin, endLogin, type LoginResult } from '../platform/login.ts';
import type { OrgHosts } from '../platform/orgHosts.ts';
import { TimeLimit } from '../platform/timeLimit.ts';
import { errorDetails } from '../texts/platformErrors.ts';

/** What a practice org says, by the language that it is said in (BCP 47 tag); English is always there. */
export const InLanguages = z.record(z.string(), z.string());
export type InLanguages = z.infer<typeof InLanguages>;

/** What a practice org says in a language, or in English where it does not speak that one; undefined where it says nothing. */
export function saidIn(language: string, said: InLanguages): string | undefined {
  return said[language] ?? said['en'];
}

/** What a practice org prints when it is ready, as far as a sign-in needs it. */
export const PracticeOrg = z.object({
  baseUrl: z.url({ hostname: /^127\.0\.0\.1$/ }),
  region: z.string(),
  people: z.array(
    z.object({
      name: z.string(),
      loginHint: z.string(),
      mayDo: z.optional(InLanguages),
    }),
  ),
  signInClient: z.object({ id: z.string() }),
  /** Opens what only a practice org does. One of an older version has none, and counts as not there. */
  controlToken: z.string(),
});
export type PracticeOrg = z.infer<typeof PracticeOrg>;

/** How long one that runs may take to answer: a busy computer makes it slow. */
export const PATIENCE_SECONDS = 20;

/** Its hosts, which are one and the same. */
export function practiceHosts({ baseUrl }: Pick<PracticeOrg, 'baseUrl'>): OrgHosts {
  return { loginUrl: `${baseUrl}/login`, apiUrl: baseUrl };
}

/**
 * Logs a person in to a practice org with the login that every org has. Rejects where its login page gives no answer, or one
 * that is none of it.
 */
export async function logInToPracticeOrg(
  org: Pick<PracticeOrg, 'baseUrl' | 'signInClient'>,
  loginHint: string,
  signal?: AbortSignal,
): Promise<LoginResult> {
  const { loginUrl } = practiceHosts(org);
  const login = await beginLogin({
    loginUrl,
    clientId: org.signInClient.id,
    redirectUri: 'http://localhost',
  });
  return await endLogin(login, await submitLoginPage(login.url, loginHint, signal), signal);
}

/** Does what a browser does when a person is picked on the login page: posts its form and reads the redirect. */
async function submitLoginPage(page: URL, person: string, signal: AbortSignal | undefined): Promise<URL> {
  const form = new URLSearchParams(page.searchParams);
  form.set('person', person);
  const message = { method: 'POST', body: form, redirect: 'manual' } as const;
  const answer = await sendToPracticeOrg(`${page.origin}${page.pathname}`, message, signal);
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The login page answered HTTP ${answer.status} without a redirect.`);
  return new URL(location);
}

/** Sends the practice org what is no request to an org; rejects where no answer comes. */
export async function sendToPracticeOrg(
  url: string,
  message: Message,
  signal?: AbortSignal,
): Promise<Answer> {
  const limit = new TimeLimit(PATIENCE_SECONDS, signal);
  const answer = await exchange(url, message, limit);
  limit.over();
  if (answer.ok) return answer.value;
  throw new Error(['The practice org gave no answer.', ...errorDetails(answer.error)].join(' '));
}
