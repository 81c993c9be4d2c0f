import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';
import { type PracticeOrg, sendToPracticeOrg } from '../../core/signIn/practiceOrg.ts';

const Proof = z.object({ proof: z.string() });

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
