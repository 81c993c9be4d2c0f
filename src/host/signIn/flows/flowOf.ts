import type { Attempt } from '../../../core/signIn/attempt.ts';
import type { SigningWay } from '../../../core/signIn/ways.ts';
import type { Session } from '../session.ts';
import { accessTokenFlow } from './accessTokenFlow.ts';
import { browserFlow } from './browserFlow.ts';
import { clientCredentialsFlow } from './clientCredentialsFlow.ts';
import type { FlowResult, FlowTools } from './flow.ts';
import { foundFlow } from './foundFlow.ts';
import { practiceOrgFlow } from './practiceOrgFlow.ts';

/** Signs in in this way; asks the person for whatever it needs. */
export async function flowOf(tools: FlowTools, way: SigningWay, attempt: Attempt): Promise<FlowResult> {
  switch (way.kind) {
    case 'practice-org':
      return await practiceOrgFlow(tools, attempt);
    case 'found':
      return await foundFlow(tools, way.found.id, attempt);
    case 'browser':
      return await browserFlow(
        tools,
        { region: way.client?.region, clientId: way.client?.clientId, canPrepare: true },
        attempt,
      );
    case 'client-credentials':
      return await clientCredentialsFlow(tools, {}, attempt);
    case 'access-token':
      return await accessTokenFlow(tools, {}, attempt);
  }
}

/** Signs in as a session was signed in to before; asks only for what cannot be known. */
export async function flowAgain(
  tools: FlowTools,
  { source, region }: Session,
  attempt: Attempt,
): Promise<FlowResult> {
  switch (source.kind) {
    case 'practice-org':
      return await practiceOrgFlow(tools, attempt);
    case 'found':
      return await foundFlow(tools, source.id, attempt);
    case 'browser':
      return await browserFlow(tools, { region, clientId: source.clientId, canPrepare: false }, attempt);
    case 'client-credentials':
      return await clientCredentialsFlow(tools, { region, clientId: source.clientId }, attempt);
    case 'access-token':
      return await accessTokenFlow(tools, { region }, attempt);
  }
}
