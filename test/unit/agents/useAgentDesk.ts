import { beforeEach } from 'mocha';
import { OrgAgentDesk } from '../../agents/orgAgentDesk.ts';
import { AGENT_DESKTOP } from '../../host/practiceClients.ts';
import { steer } from '../../host/steer.ts';
import type { OrgUnderTest } from '../../org/client.ts';
import { useOrg } from '../../org/useOrg.ts';

/** A desk in a practice org in which a client stands that a test may look at and change. */
export type AgentScene = {
  readonly desk: OrgAgentDesk;
  readonly org: OrgUnderTest;
  readonly clientId: string;
};

/** For the tests of a block: one practice org, and for each of them a new desk of its administrator. */
export function useAgentDesk(): () => AgentScene {
  const org = useOrg();
  let scene: AgentScene;

  beforeEach(async () => {
    const token = await org().signIn('administrator');
    const made = await org().call(token, 'POST', '/api/v2/oauth/clients', AGENT_DESKTOP);
    scene = { desk: new OrgAgentDesk(org(), token), org: org(), clientId: String(made.at('id')) };
    // What the preparation asked for is not the tools'.
    await steer(org(), 'GET', 'requests');
  });
  return () => scene;
}
