import type { Operation } from '../../../src/core/privileges/operation.ts';

/** A description of these operations, as Genesys Cloud publishes its own. `ballast` is what else stands in it. */
export function describedAs(operations: readonly Operation[], ballast: object = {}): string {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const methods = paths[`/api/v2${operation.path}`] ?? {};
    methods[operation.method.toLowerCase()] = describedOperation(operation);
    paths[`/api/v2${operation.path}`] = methods;
  }
  const info = {
    description: 'With the {Platform API} you can "do" things: \\',
    version: 'v2',
    title: 'Platform API',
  };
  return JSON.stringify({
    swagger: '2.0',
    info,
    host: 'api.mypurecloud.com',
    basePath: '',
    paths,
    ...ballast,
  });
}

function describedOperation({ method, path, name, permissions, scopes, callers }: Operation) {
  const { mode, of } = permissions;
  return {
    tags: ['Anything'],
    summary: `${method} what is at ${path}, with "quotes", {braces} and \\`,
    ...(name !== undefined && { operationId: name, 'x-purecloud-method-name': name }),
    security: [{ 'PureCloud OAuth': scopes }],
    ...(of.length > 0 && { 'x-inin-requires-permissions': { type: mode.toUpperCase(), permissions: of } }),
    responses: {
      200: { description: 'successful operation', schema: { $ref: '#/definitions/Anything' } },
      400: {
        description: 'It could not be understood.',
        'x-inin-error-codes': {
          'bad.request': 'No.',
          ...(callers === 'people' && { 'not.a.user': 'No user.' }),
        },
      },
    },
  };
}
