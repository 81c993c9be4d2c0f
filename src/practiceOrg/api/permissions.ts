import { ApiError } from '../errors.ts';
import { permissionCatalogue } from '../world/permissions.ts';
import { type Operation, ok } from './operation.ts';
import { pageOf } from './paging.ts';

const path = '/api/v2/authorization/permissions';

export const permissions: readonly Operation[] = [
  {
    method: 'GET',
    path,
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
      return ok(pageOf(call, path, domains, ([domain, entities]) => collectionView(domain, entities)));
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
  return { id: domain, name: domain, domain, permissionMap, selfUri: `${path}/${domain}` };
}
