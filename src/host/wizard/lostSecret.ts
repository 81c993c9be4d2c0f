import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import type { Org } from '../../core/procedures/context.ts';
import type { OrgRef } from '../../core/wizard/ports.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { accountIdOf } from '../signIn/newSession.ts';

/**
 * Makes another secret for a client whose own was lost with the answer (rule G16), once the person agrees. Resolves to
 * whether it is kept now; they are told why it is not.
 */
export async function replaceLostSecret(
  services: Services,
  org: OrgRef & Pick<Org, 'name'>,
  { id, name }: OAuthClient,
): Promise<boolean> {
  const client = { id, name, orgName: org.name, region: org.region, account: accountIdOf(org) };
  return (await rotateSecretOf(services, services.dialogs, client)) === 'kept';
}
