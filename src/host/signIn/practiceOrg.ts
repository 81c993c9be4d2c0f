import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { type Answer, exchange, type Message } from '../../core/platform/exchange.ts';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import { parseJson } from '../../core/platform/text.ts';
import { TimeLimit } from '../../core/platform/timeLimit.ts';
import { errorDetails } from '../../core/texts/platformErrors.ts';

/** What a practice org prints when it is ready, as far as a sign-in needs it. */
export const PracticeOrg = z.object({
  baseUrl: z.url({ hostname: /^127\.0\.0\.1$/ }),
  region: z.string(),
  people: z.array(
    z.object({
      name: z.string(),
      loginHint: z.string(),
      mayDo: z.optional(z.object({ en: z.string(), ja: z.string() })),
    }),
  ),
  signInClient: z.object({ id: z.string() }),
  /** Opens what only a practice org does. One of an older version has none, and counts as not there. */
  controlToken: z.string(),
});
export type PracticeOrg = z.infer<typeof PracticeOrg>;

const Proof = z.object({ proof: z.string() });

/** How long one that runs may take to answer: a busy computer makes it slow. */
export const PATIENCE_SECONDS = 20;

/** Its hosts, which are one and the same. */
export function practiceHosts({ baseUrl }: Pick<PracticeOrg, 'baseUrl'>): OrgHosts {
  return { loginUrl: `${baseUrl}/login`, apiUrl: baseUrl };
}

/** A practice org does not do what it was to. */
export class NotSteered extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Has a practice org do what no real org does, and gives what it says; rejects when it does not. */
export async function steer(
  { baseUrl, controlToken }: PracticeOrg,
  request:
    | `${'GET' | 'PATCH'} switches`
    | `${'GET' | 'POST'} causes`
    | `DELETE causes?cause=${string}`
    | `GET causes?client=${string}`
    | 'POST reset'
    | 'POST hosts'
    | 'POST end',
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<string> {
  const [method = '', what] = request.split(' ');
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' };
  const message = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const { status, text } = await sendToPracticeOrg(`${baseUrl}/practice/${what}`, message, signal);
  if (status >= 400) throw new NotSteered(`${method} /practice/${what}: HTTP ${status}`, status);
  return text;
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

/**
 * Whether what was announced is still there, and still that practice org: another program may have got its port since.
 * It shows that it knows the control token, and is sent nothing before. Never rejects.
 */
export async function isStillThere({ baseUrl, controlToken }: PracticeOrg): Promise<boolean> {
  const challenge = randomBytes(32).toString('hex');
  const expected = createHmac('sha256', controlToken).update(challenge).digest('hex');
  try {
    const address = `${baseUrl}/practice/identity?challenge=${challenge}`;
    const { text } = await sendToPracticeOrg(address, { method: 'GET', headers: {} });
    return Proof.safeParse(parseJson(text)).data?.proof === expected;
  } catch {
    return false;
  }
}
