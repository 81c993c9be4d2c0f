import { ApiError } from '../errors.ts';
import type { Language } from '../language.ts';
import { type Scope, scopes } from '../world/scopes.ts';
import { type Operation, ok } from './operation.ts';

const path = '/api/v2/oauth/scopes';

export const oauthScopes: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['oauth', 'oauth:readonly'],
    handle({ language }) {
      const entities = [...scopes.values()].map((scope) => scopeView(scope, language));
      return ok({ total: entities.length, entities, selfUri: path });
    },
  },
  {
    method: 'GET',
    path: `${path}/{scopeId}`,
    scopes: ['oauth', 'oauth:readonly'],
    handle({ path, language }) {
      const scope = scopes.get(path('scopeId'));
      if (scope === undefined) throw new ApiError('not.found');
      return ok(scopeView(scope, language));
    },
  },
];

/** The published `OAuthScope`. */
function scopeView({ id, description }: Scope, language: Language) {
  return { id, description: description[language], selfUri: `${path}/${id}` };
}
