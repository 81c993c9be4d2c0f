import { CLIENTS_PATH, type OAuthClientRequest } from '../platform/oauthClients.ts';
import type { Context } from './context.ts';
import type { Answers } from './draft.ts';
import type { PlanStep } from './plan.ts';

/**
 * How the client comes about: by a request of ours, after which it is read back, because the org may have made
 * something else of it (rule S4); or by the person, who has then typed its ID.
 */
export function clientSteps(
  { clientId }: Answers,
  body: OAuthClientRequest,
  { destination }: Context,
): PlanStep[] {
  switch (destination.kind) {
    case 'undecided':
      return [];
    case 'org': {
      const { name, apiUrl } = destination.org;
      const url = `${apiUrl}${CLIENTS_PATH}`;
      return [
        { kind: 'create-client', orgName: name, url, body },
        { kind: 'keep-secret' },
        { kind: 'read-back', url: `${url}/`, body },
      ];
    }
    case 'admin-page':
      return [{ kind: 'use-client', id: clientId.trim().toLowerCase(), name: body.name }];
  }
}
