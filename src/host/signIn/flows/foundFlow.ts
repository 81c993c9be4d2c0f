import type { Attempt } from '../../../core/signIn/attempt.ts';
import { hasGateway } from '../settings.ts';
import { tokenGrant } from './accessTokenFlow.ts';
import { askRegion } from './askRegion.ts';
import { clientLogin } from './clientCredentialsFlow.ts';
import { CANCELLED, type FlowResult, type FlowTools, failed } from './flow.ts';

/**
 * A sign-in that another tool left on this computer. It is read anew now that the person has chosen it, and a secret
 * of it is not kept: when the token ends, it is read once more.
 */
export async function foundFlow(
  tools: FlowTools,
  id: string,
  { signal, report }: Attempt,
): Promise<FlowResult> {
  report({ kind: 'signing-in', where: 'here' });
  const found = (await tools.findSignIns()).find(({ description }) => description.id === id);
  if (found === undefined) return failed({ kind: 'found-gone' });
  const { description, credentials } = found;
  if (description.obstacle === 'gateway' && !hasGateway()) return failed({ kind: 'found-behind-gateway' });
  const region = description.region ?? (await askRegion(tools, signal));
  if (region === undefined) return CANCELLED;
  const source = { kind: 'found', id, holds: credentials.kind } as const;
  switch (credentials.kind) {
    case 'client-credentials':
      return await clientLogin({ ...credentials, source }, region, signal);
    case 'access-token':
      return tokenGrant(credentials.accessToken, region, source, credentials.endsAt);
  }
}
