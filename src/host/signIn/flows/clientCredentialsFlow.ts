import { clientCredentialsLogin } from '../../../core/platform/login.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import { failureOfLogin } from '../../../core/signIn/attempt.ts';
import { BACK, firstOf } from '../../ui/questions.ts';
import type { SessionSource } from '../session.ts';
import { hostsOf } from '../settings.ts';
import {
  CANCELLED,
  countUnknown,
  type Elsewhere,
  type FlowAnswer,
  type FlowResult,
  type FlowTools,
  failed,
  withClientId,
  withRegion,
} from './flow.ts';

type Known = { region?: string | undefined; clientId?: string | undefined };

/**
 * A client that speaks for itself (Genesys facts 6.1). Asks for the region, the Client ID and the secret, after so many
 * questions before.
 */
export async function clientCredentialsFlow(
  tools: FlowTools,
  known: Known,
  { signal, report }: Attempt,
  before: number,
): Promise<FlowAnswer> {
  report({ kind: 'signing-in', where: 'here' });
  const first = firstOf(before + countUnknown(known.region, known.clientId) + 1, before);
  const result = await withRegion(tools, known.region, { step: first, signal }, async (region, second) => {
    const question = { region, grant: 'CLIENT-CREDENTIALS', canPrepare: false } as const;
    const asked = { step: second, signal };
    return await withClientId(tools, known.clientId, question, asked, async (answer, step) => {
      if (answer.kind === 'prepare') return undefined;
      const { clientId } = answer;
      const clientSecret = await tools.prompts.askClientSecret({ region, clientId }, { step, signal });
      if (clientSecret === undefined || clientSecret === BACK) return clientSecret;
      const renewal = { kind: 'client-credentials', clientId, clientSecret } as const;
      const source = { kind: 'client-credentials', clientId } as const;
      return await clientLogin({ clientId, clientSecret, source, renewal }, region, signal);
    });
  });
  return result ?? CANCELLED;
}

/** A Client ID with its secret, and what is to be kept of them. */
export type ClientProof = {
  clientId: string;
  clientSecret: string;
  source: SessionSource;
  renewal?: { kind: 'client-credentials'; clientId: string; clientSecret: string };
};

/** A token for a client, or why there is none; then the same can be tried in another region. */
export async function clientLogin(
  proof: ClientProof,
  region: string,
  signal: AbortSignal,
): Promise<FlowResult> {
  const hosts = hostsOf(region);
  if (!hosts.ok) return failed({ kind: 'gateway-malformed', reason: hosts.reason });
  const { clientId, clientSecret, source, renewal } = proof;
  const result = await clientCredentialsLogin(hosts.hosts.loginUrl, clientId, clientSecret, signal);
  if (result.ok) {
    const { token } = result;
    return { kind: 'granted', grant: { token, region, hosts: hosts.hosts, source, renewal } };
  }
  if (result.error.kind === 'cancelled') return CANCELLED;
  return failed(failureOfLogin(result.error, { region, grant: 'CLIENT-CREDENTIALS' }), elsewhere(proof));
}

function elsewhere(proof: ClientProof): Elsewhere {
  return {
    signIn: async (region, { signal }) => {
      const result = await clientLogin(proof, region, signal);
      return result.kind === 'granted' ? result : { kind: 'not-there' };
    },
  };
}
