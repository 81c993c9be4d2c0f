import { type Operation, ok } from './operation.ts';
import { tokenView } from './tokenView.ts';

const path = '/api/v2/tokens/me';

export const tokensMe: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['user-basic-info'],
    handle: ({ org, caller }) => ok(tokenView(org, caller)),
  },
  {
    method: 'DELETE',
    path,
    scopes: ['user-basic-info'],
    handle({ world, caller }) {
      world.accessTokens.delete(caller.token.fingerprint);
      return ok(undefined);
    },
  },
];
