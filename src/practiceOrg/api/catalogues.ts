import { ApiError } from '../errors.ts';
import type { Language } from '../language.ts';
import { permissionCatalogue } from '../world/permissions.ts';
import { type Scope, scopes } from '../world/scopes.ts';
import { type Operation, ok } from './operation.ts';
import { pageOf } from './paging.ts';

const permissionsPath = '/api/v2/authorization/permissions';

export const permissions: readonly Operation[] = [
  {
    method: 'GET',
    path: permissionsPath,
    scopes: ['authorization', 'authorization:readonly'],
    handle(call) {
      const type = call.query('queryType') ?? 'domain';
      if (type !== 'domain' && type !== 'permission') {
        const refusal = { value: type, parameter: 'queryType', allowed: 'domain, permission' };
        throw new ApiError('invalid.query.param.value', refusal);
      }
      const wanted = call.queryList('query').map((each) => each.split(':')[0]);
      const domains = Object.entries(permissionCatalogue).filter(
        ([domain]) => wanted.length === 0 || wanted.includes(domain),
      );
      return ok(
        pageOf(call, permissionsPath, domains, ([domain, entities]) => collectionView(domain, entities)),
      );
    },
  },
];

/** The published `DomainPermissionCollection`: one domain's permissions by entity. */
function collectionView(domain: string, entities: Readonly<Record<string, readonly string[]>>) {
  const permissionMap = Object.fromEntries(
    Object.entries(entities).map(([entityType, actions]) => [
      entityType,
      actions.map((action) => ({
        domain,
        entityType,
        action,
        label: `${domain} ${entityType} ${action}`,
        allowsConditions: false,
        divisionAware: false,
      })),
    ]),
  );
  return { id: domain, name: domain, domain, permissionMap, selfUri: `${permissionsPath}/${domain}` };
}

/** The products of an org that has everything, of the names that the API's description gives. */
const productIds = ['collaboratePro', 'communicate', 'engage'];

export const products: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v2/authorization/products',
    scopes: ['authorization', 'authorization:readonly'],
    handle() {
      const entities = productIds.map((id) => ({ id }));
      const count = entities.length;
      return ok({ entities, pageSize: count, pageNumber: 1, total: count, pageCount: 1 });
    },
  },
];

const scopesPath = '/api/v2/oauth/scopes';

export const oauthScopes: readonly Operation[] = [
  {
    method: 'GET',
    path: scopesPath,
    scopes: ['oauth', 'oauth:readonly'],
    handle({ language }) {
      const entities = [...scopes.values()].map((scope) => scopeView(scope, language));
      return ok({ total: entities.length, entities, selfUri: scopesPath });
    },
  },
  {
    method: 'GET',
    path: `${scopesPath}/{scopeId}`,
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
  return { id, description: description(language), selfUri: `${scopesPath}/${id}` };
}
