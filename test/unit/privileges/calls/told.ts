import type { Call } from '../../../../src/core/privileges/calls/call.ts';
import { readCalls } from '../../../../src/core/privileges/calls/pasted/readCalls.ts';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { operation } from '../operations.ts';

/** Some operations of the API, as the index of an org would hold them. */
export const SOME_OPERATIONS = indexOperations([
  operation('GET /users', { name: 'getUsers' }),
  operation('POST /users', { name: 'postUsers' }),
  operation('GET /users/me', { name: 'getUsersMe' }),
  operation('GET /users/{userId}', { name: 'getUser' }),
  operation('PATCH /users/{userId}', { name: 'patchUser' }),
  operation('DELETE /users/{userId}', { name: 'deleteUser' }),
  operation('GET /users/{userId}/presences/{sourceId}', { name: 'getUserPresence' }),
  operation('GET /users/{userId}/queues', { name: 'getUserQueues' }),
  operation('GET /routing/queues', { name: 'getRoutingQueues' }),
  operation('GET /routing/queues/{queueId}', { name: 'getRoutingQueue' }),
  operation('GET /routing/queues/{queueId}/members', { name: 'getRoutingQueueMembers' }),
  operation('POST /routing/queues/{queueId}/members', { name: 'postRoutingQueueMembers' }),
  operation('PUT /routing/queues/{queueId}', { name: 'putRoutingQueue' }),
  operation('POST /analytics/conversations/details/query', {
    name: 'postAnalyticsConversationsDetailsQuery',
  }),
  operation('GET /conversations/{conversationId}', { name: 'getConversation' }),
  operation('POST /oauth/clients', { name: 'postOauthClients' }),
  operation('GET /scim/v2/users', { name: 'getScimV2Users' }),
  operation('GET /groups', { name: 'getGroups' }),
  operation('POST /groups/{groupId}/members', { name: 'postGroupMembers' }),
  operation('GET /notifications/channels', { name: 'getNotificationsChannels' }),
  operation('POST /notifications/channels', { name: 'postNotificationsChannels' }),
]);

/** A call in a line: `GET /users/me :3`, with a question mark where it is only likely. */
export function told({ named, at: { line }, sureness }: Call): string {
  const name = named.by === 'sdk' ? named.name : `${named.method ?? 'any'} ${named.path}`;
  return `${name} :${line}${sureness === 'likely' ? ' ?' : ''}`;
}

/** The calls of what was pasted where these operations are known. */
export function callsOf(pasted: string): readonly string[] {
  return readCalls(pasted, { operations: SOME_OPERATIONS }).calls.map(told);
}

/** The calls of a file, and behind them the lines of which something has to be said. */
export function callsOfFile(file: string, text: string): readonly string[] {
  const { calls, notes } = readSource(file, text, { operations: SOME_OPERATIONS });
  return [
    ...calls.map(told),
    ...notes.map((note) => `${note.kind}${'line' in note ? ` :${note.line}` : ''}`),
  ];
}
