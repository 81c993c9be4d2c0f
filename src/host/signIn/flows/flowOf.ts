import type { Attempt } from '../../../core/signIn/attempt.ts';
import type { SigningWay } from '../../../core/signIn/ways.ts';
import { firstOf } from '../../ui/questions.ts';
import type { Session } from '../session.ts';
import { hasGateway } from '../settings.ts';
import { accessTokenFlow, tokenGrant } from './accessTokenFlow.ts';
import { browserFlow } from './browserFlow.ts';
import { clientCredentialsFlow, clientLogin } from './clientCredentialsFlow.ts';
import { CANCELLED, type FlowAnswer, type FlowTools, failed, withRegion } from './flow.ts';
import { practiceOrgFlow } from './practiceOrgFlow.ts';

/** Signs in in this way; asks the person for whatever it needs, after so many questions `before`. */
export async function flowOf(
  tools: FlowTools,
  way: SigningWay,
  attempt: Attempt,
  before: number,
): Promise<FlowAnswer> {
  switch (way.kind) {
    case 'practice-org':
      return await practiceOrgFlow(tools, {}, attempt, before);
    case 'found':
      return await foundFlow(tools, way.found.id, attempt, before);
    case 'browser':
      return await browserFlow(
        tools,
        { region: way.client?.region, clientId: way.client?.clientId, canPrepare: true },
        attempt,
        before,
      );
    case 'client-credentials':
      return await clientCredentialsFlow(tools, {}, attempt, before);
    case 'access-token':
      return await accessTokenFlow(tools, {}, attempt, before);
  }
}

/** Signs in as a session was signed in to before; asks only for what cannot be known. */
export async function flowAgain(
  tools: FlowTools,
  { source, region }: Session,
  attempt: Attempt,
): Promise<FlowAnswer> {
  switch (source.kind) {
    case 'practice-org':
      return await practiceOrgFlow(tools, { region }, attempt, 0);
    case 'found':
      return await foundFlow(tools, source.id, attempt, 0);
    case 'browser':
      return await browserFlow(tools, { region, clientId: source.clientId, canPrepare: false }, attempt, 0);
    case 'client-credentials':
      return await clientCredentialsFlow(tools, { region, clientId: source.clientId }, attempt, 0);
    case 'access-token':
      return await accessTokenFlow(tools, { region }, attempt, 0);
  }
}

/**
 * A sign-in that another tool left on this computer. It is read anew now that the person has chosen it, and a secret
 * of it is not kept: when the token ends, it is read once more. `before`: how many questions were asked already.
 */
async function foundFlow(
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
