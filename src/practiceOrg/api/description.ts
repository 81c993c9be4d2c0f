import { ApiError, type ErrorCode } from '../errors.ts';
import { type HabitualOperation, habitualOperations } from './habitualOperations.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { type PublishedOperation, published } from './published.ts';

/** Where the platform publishes the description of its API, below the API host; nobody needs a token for it. */
export const DESCRIPTION_PATH = '/api/v2/docs/swagger';

const SCHEME = 'PureCloud OAuth';

/**
 * The description of the operations that the org has, and of those that its clients call elsewhere, in the form in which the
 * platform publishes its own (Swagger 2).
 */
export function apiDescription() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, name } of published) {
    const operation = operationAt(method, path);
    if (operation === undefined) continue;
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(operation, name) };
  }
  return {
    swagger: '2.0',
    info: {
      title: 'Platform API (practice org)',
      description: 'The operations of the Platform API that the practice org has, or that its clients call.',
      version: 'v2',
    },
    basePath: '',
    consumes: ['application/json'],
    produces: ['application/json'],
    paths,
    securityDefinitions: {
      [SCHEME]: { type: 'oauth2', flow: 'implicit', authorizationUrl: '/login/oauth/authorize' },
    },
  };
}

/** What is said of an operation, be it one that the org does or not. */
type Described = Pick<Operation, 'path' | 'scopes' | 'permissions' | 'codes'> | HabitualOperation;

/** HEAD is answered as GET is. */
function operationAt(method: PublishedOperation['method'], path: string): Described | undefined {
  return [...operations, ...habitualOperations].find(
    (has) => has.path === path && has.method === (method === 'HEAD' ? 'GET' : method),
  );
}

function described(operation: Described, name: string) {
  const { path, scopes, permissions } = operation;
  const codes = 'codes' in operation ? (operation.codes ?? []) : [];
  return {
    operationId: name,
    'x-purecloud-method-name': name,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
      name: parameter,
      in: 'path',
      required: true,
      type: 'string',
    })),
    security: [{ [SCHEME]: scopes }],
    ...(permissions && { 'x-inin-requires-permissions': permissionsAsked(permissions) }),
    responses: { default: { description: 'successful operation' }, ...refusals(codes) },
  };
}

function permissionsAsked(permissions: NonNullable<Operation['permissions']>) {
  return 'any' in permissions
    ? { type: 'ANY', permissions: permissions.any }
    : { type: 'ALL', permissions: permissions.all };
}

/** The operation's own codes, by status. Those that any operation may give say nothing about this one. */
function refusals(codes: readonly ErrorCode[]) {
  const byStatus: Record<number, Record<string, string>> = {};
  for (const { status, code, template } of codes.map((each) => new ApiError(each))) {
    byStatus[status] = { ...byStatus[status], [code]: template };
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, messages]) => [
      status,
      { description: Object.values(messages)[0], 'x-inin-error-codes': messages },
    ]),
  );
}
