import type { Attempt } from '../../../core/signIn/attempt.ts';
import { firstOf } from '../../ui/steps.ts';
import { hasGateway } from '../settings.ts';
import { tokenGrant } from './accessTokenFlow.ts';
import { clientLogin } from './clientCredentialsFlow.ts';
import { CANCELLED, type FlowAnswer, type FlowTools, failed } from './flow.ts';
import { withRegion } from './questions.ts';

/**
 * A sign-in that another tool left on this computer. It is read anew now that the person has chosen it, and a secret
 * of it is not kept: when the token ends, it is read once more. `before`: how many questions were asked already.
 */
export async function foundFlow(
  tools: FlowTools,
  id: string,
  { signal, report }: Attempt,
  before: number,
): Promise<FlowAnswer> {
  report({ kind: 'signing-in', where: 'here' });
  const found = (await tools.findSignIns()).find(({ description }) => description.id === id);
  if (found === undefined) return failed({ kind: 'found-gone' });
  const { description, credentials } = found;
  if (description.obstacle === 'gateway' && !hasGateway()) return failed({ kind: 'found-behind-gateway' });
  const source = { kind: 'found', id, holds: credentials.kind } as const;
  const asked = { step: firstOf(before + 1, before), signal };
  const result = await withRegion(tools, description.region, asked, async (region) => {
    switch (credentials.kind) {
      case 'client-credentials':
        return await clientLogin({ ...credentials, source }, region, signal);
      case 'access-token':
        return tokenGrant(credentials.accessToken, region, source, credentials.endsAt);
    }
  });
  return result ?? CANCELLED;
}
