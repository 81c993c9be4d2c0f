import type { Description } from '../../src/core/privileges/description.ts';
import type { Operation } from '../../src/core/privileges/operation.ts';
import { operation } from '../unit/privileges/operations.ts';

/** What an API says of some of its operations, unless a test says otherwise. */
export function aDescription(differences: Partial<Description> = {}): Description {
  return {
    host: 'api.mypurecloud.jp',
    date: '2026-11-20T00:00:00.000Z',
    readAt: '2026-11-21T00:00:00.000Z',
    unread: 0,
    operations: someOperations,
    ...differences,
  };
}

const someOperations: readonly Operation[] = [
  operation('GET /users/me', { name: 'getUsersMe', scopes: ['users', 'users:readonly'], callers: 'people' }),
  operation('GET /users', {
    name: 'getUsers',
    scopes: ['users', 'users:readonly'],
    permissions: { mode: 'any', of: ['directory:user:view'] },
  }),
  operation('POST /users', {
    name: 'postUsers',
    scopes: ['users'],
    permissions: { mode: 'all', of: ['directory:user:add'] },
  }),
  operation('PATCH /users/{userId}', {
    name: 'patchUser',
    scopes: ['users'],
    permissions: { mode: 'any', of: ['directory:user:edit'] },
  }),
  operation('GET /routing/queues', {
    name: 'getRoutingQueues',
    scopes: ['routing', 'routing:readonly'],
    permissions: { mode: 'any', of: ['routing:queue:view', 'routing:queue:search'] },
  }),
  operation('POST /analytics/conversations/details/query', {
    name: 'postAnalyticsConversationsDetailsQuery',
    scopes: ['analytics', 'analytics:readonly'],
    permissions: { mode: 'all', of: ['analytics:conversationDetail:view'] },
  }),
  operation('DELETE /quality/forms/{formId}', {
    name: 'deleteQualityForm',
    scopes: ['quality'],
    permissions: { mode: 'any', of: ['quality:form:delete'] },
  }),
];
