import type { Method } from './operation.ts';

/** An operation that the org does not do, as the API describes it. */
export type HabitualOperation = {
  readonly method: Method;
  /** As published, below the API host. */
  readonly path: string;
  /** Its `operationId`. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Any of them suffices; nobody needs one where they are left out. */
  readonly permissions?: { readonly any: readonly string[] };
};

const conversations = ['conversations', 'conversations:readonly'];
const analytics = ['analytics', 'analytics:readonly'];

/**
 * What the company's clients call day by day (`world/company/habits.ts`) and nobody can call here: it is described, or
 * nothing could be said about what these clients need.
 */
export const habitualOperations: readonly HabitualOperation[] = [
  {
    method: 'POST',
    path: '/api/v2/analytics/conversations/aggregates/query',
    name: 'postAnalyticsConversationsAggregatesQuery',
    scopes: analytics,
    permissions: { any: ['analytics:conversationAggregate:view'] },
  },
  {
    method: 'POST',
    path: '/api/v2/analytics/queues/observations/query',
    name: 'postAnalyticsQueuesObservationsQuery',
    scopes: analytics,
    permissions: { any: ['analytics:queueObservation:view'] },
  },
  { method: 'GET', path: '/api/v2/conversations', name: 'getConversations', scopes: conversations },
  {
    method: 'GET',
    path: '/api/v2/conversations/calls',
    name: 'getConversationsCalls',
    scopes: conversations,
  },
  {
    method: 'GET',
    path: '/api/v2/conversations/messages/{conversationId}',
    name: 'getConversationsMessage',
    scopes: conversations,
  },
  {
    method: 'GET',
    path: '/api/v2/externalcontacts/contacts',
    name: 'getExternalcontactsContacts',
    scopes: ['external-contacts', 'external-contacts:readonly'],
    permissions: { any: ['externalContacts:contact:view', 'relate:contact:view'] },
  },
  {
    method: 'PUT',
    path: '/api/v2/externalcontacts/contacts/{contactId}',
    name: 'putExternalcontactsContact',
    scopes: ['external-contacts'],
    permissions: { any: ['externalContacts:contact:edit', 'relate:contact:edit'] },
  },
  {
    method: 'POST',
    path: '/api/v2/outbound/contactlists/{contactListId}/contacts',
    name: 'postOutboundContactlistContacts',
    scopes: ['outbound'],
    permissions: { any: ['outbound:contact:add'] },
  },
  {
    method: 'GET',
    path: '/api/v2/quality/evaluations/query',
    name: 'getQualityEvaluationsQuery',
    scopes: ['quality', 'quality:readonly'],
    permissions: { any: ['quality:evaluation:view'] },
  },
  {
    method: 'POST',
    path: '/api/v2/workforcemanagement/schedules',
    name: 'postWorkforcemanagementSchedules',
    scopes: ['workforce-management'],
    permissions: { any: ['wfm:agentSchedule:view'] },
  },
];
