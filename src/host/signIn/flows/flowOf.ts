import type { Attempt } from '../../../core/signIn/attempt.ts';
import type { SigningWay } from '../../../core/signIn/ways.ts';
import type { Session } from '../session.ts';
import { accessTokenFlow } from './accessTokenFlow.ts';
import { browserFlow } from './browserFlow.ts';
import { clientCredentialsFlow } from './clientCredentialsFlow.ts';
import type { FlowAnswer, FlowTools } from './flow.ts';
import { foundFlow } from './foundFlow.ts';
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
      return await practiceOrgFlow(tools, attempt, before);
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
      return await practiceOrgFlow(tools, attempt, 0);
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
