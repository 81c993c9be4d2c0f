import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { habitualCalls } from '../world/company/habits.ts';
import { dateOf } from './dates.ts';
import { requireClient } from './oauthClients.ts';
import { type Answer, type Call, type Operation, ok } from './operation.ts';

const path = '/api/v2/oauth/clients/{clientId}/usage';
const scopes = ['oauth', 'oauth:readonly'];
const permissions = { any: ['oauth:client:view', 'usage:client:view'] };
const DAY = 86_400_000;

const metrics = ['Status200', 'Status300', 'Status400', 'Status500', 'Status429', 'Requests'] as const;
const usageQuery = z.strictObject({
  interval: z.string(),
  granularity: z.optional(z.nullable(z.enum(['Day', 'Week', 'Month']))),
  metrics: z.optional(z.nullable(z.array(z.enum(metrics)))),
  groupBy: z.optional(
    z.nullable(z.array(z.enum(['OAuthClientId', 'OrganizationId', 'TemplateUri', 'HttpMethod']))),
  ),
});

/** How much a client calls the API: asked for first, fetched when ready. */
export const oauthClientUsage: readonly Operation[] = [
  {
    method: 'POST',
    path: `${path}/query`,
    scopes,
    permissions,
    takesBody: true,
    handle(call) {
      const client = requireClient(call.world, call.path('clientId'), 'not.found');
      const query = call.readBody(usageQuery, 'ApiUsageClientQuery');
      const [from = '', to = '', ...rest] = query.interval.split('/');
      if (rest.length > 0) throw new ApiError('invalid.date');
      const groups = [...(query.groupBy ?? []), ...(query.granularity === 'Day' ? ['Day'] : [])];
      return execute(call, client.id, dateOf(from), dateOf(to), groups);
    },
  },
  {
    method: 'GET',
    path: `${path}/query/results/{executionId}`,
    scopes,
    permissions,
    handle({ org, world, path }) {
      const client = requireClient(world, path('clientId'), 'not.found');
      const execution = org.usage.execution(path('executionId'));
      if (execution?.clientId !== client.id) throw new ApiError('not.found');
      const now = world.clock.now();
      if (now < execution.readyAt) return ok({ results: [], queryStatus: 'Running' });
      const habitual = habitualCalls(client, execution.from, execution.to, now);
      const results = org.usage.rows(execution, habitual).map((row) => ({
        clientId: client.id,
        clientName: client.name,
        organizationId: org.organization.id,
        ...row,
      }));
      return ok({ results, queryStatus: 'Complete' });
    },
  },
  {
    method: 'GET',
    path: `${path}/summary`,
    scopes,
    permissions,
    handle(call) {
      const client = requireClient(call.world, call.path('clientId'), 'not.found');
      const days = call.query('days') ?? '7';
      if (!/^[1-9]\d{0,3}$/.test(days)) {
        const refusal = { value: days, parameter: 'days', allowed: 'positive integers' };
        throw new ApiError('invalid.query.param.value', refusal);
      }
      const now = call.world.clock.now();
      return execute(call, client.id, now - Number(days) * DAY, now + 1, ['TemplateUri', 'HttpMethod']);
    },
  },
];

/** Notes what is to be counted and says where the result will be; 202, because it is never ready at once. */
function execute(
  { org, world }: Call,
  clientId: string,
  from: number,
  to: number,
  groupBy: readonly string[],
): Answer {
  const executionId = org.usage.execute(world, {
    clientId,
    from,
    to,
    byTemplate: groupBy.includes('TemplateUri'),
    byMethod: groupBy.includes('HttpMethod'),
    byDay: groupBy.includes('Day'),
  });
  const resultsUri = `${path.replace('{clientId}', clientId)}/query/results/${executionId}`;
  return { status: 202, body: { executionId, resultsUri } };
}
