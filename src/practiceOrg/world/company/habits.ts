import { seedId } from '../random.ts';
import type { Client } from '../records.ts';
import type { CountedCall } from '../usage.ts';

/** What a client of the company asks the API for, day by day, although nobody starts it here. */
type Habit = {
  readonly operation: `${'GET' | 'POST' | 'PUT' | 'PATCH'} ${string}`;
  /** How often on one day, and at which hour (UTC). */
  readonly times: number;
  readonly hour: number;
  /** Not on Saturdays and Sundays. */
  readonly onWorkdays?: true;
  /** For how many days after the client was made; left out: it goes on. */
  readonly forDays?: number;
};

const DAY = 86_400_000;
const HOUR = 3_600_000;

const conversations = '/api/v2/analytics/conversations/aggregates/query';
const queues = '/api/v2/analytics/queues/observations/query';

/** By the names of the clients. */
const habits: Readonly<Record<string, readonly Habit[]>> = {
  'Travel Desk in the CRM': [
    { operation: 'GET /api/v2/users/me', times: 24, hour: 8, onWorkdays: true },
    { operation: 'GET /api/v2/conversations/calls', times: 310, hour: 9, onWorkdays: true },
  ],
  '予約センター デスクトップ': [
    { operation: 'GET /api/v2/users/me', times: 12, hour: 0 },
    { operation: 'GET /api/v2/conversations/calls', times: 185, hour: 1 },
  ],
  'Booking Chat': [{ operation: 'GET /api/v2/users/me', times: 40, hour: 10 }],
  'CRM Connector': [
    { operation: 'GET /api/v2/externalcontacts/contacts', times: 260, hour: 11, onWorkdays: true },
    { operation: 'PUT /api/v2/externalcontacts/contacts/{contactId}', times: 18, hour: 12, onWorkdays: true },
  ],
  'Nightly Data Export': [{ operation: `POST ${conversations}`, times: 120, hour: 2 }],
  'Summer Campaign Dialler': [
    {
      operation: 'POST /api/v2/outbound/contactlists/{contactListId}/contacts',
      times: 75,
      hour: 7,
      forDays: 128,
    },
  ],
  'Old Supervisor Wallboard': [{ operation: `POST ${queues}`, times: 480, hour: 6, forDays: 985 }],
  'Survey Pilot': [
    { operation: 'GET /api/v2/conversations', times: 30, hour: 15, onWorkdays: true, forDays: 105 },
  ],
  // Until the token of its first day has ended.
  'Directory Provisioning': [
    { operation: 'GET /api/v2/scim/v2/users', times: 36, hour: 4, forDays: 450 },
    { operation: 'PATCH /api/v2/scim/v2/users/{userId}', times: 2, hour: 5, onWorkdays: true, forDays: 450 },
  ],
  'Reporting Dashboard': [{ operation: `POST ${conversations}`, times: 64, hour: 13, onWorkdays: true }],
  'Quality Review': [
    { operation: 'GET /api/v2/quality/evaluations/query', times: 22, hour: 14, onWorkdays: true },
  ],
  'Team Calendar': [
    { operation: 'POST /api/v2/workforcemanagement/schedules', times: 16, hour: 7, onWorkdays: true },
  ],
  予約システム連携: [
    { operation: 'GET /api/v2/conversations/messages/{conversationId}', times: 90, hour: 3 },
  ],
  'Queue Monitor': [{ operation: `POST ${queues}`, times: 288, hour: 0 }],
};

const habitsById = new Map(
  Object.entries(habits).map(([name, ofClient]) => [seedId(`client ${name}`), ofClient]),
);

/**
 * What a client of the company has called by itself from `from` up to `to`, neither of them later than `now`; any other
 * client has called nothing. It follows from the client alone, so that it needs no state: a client that somebody disables
 * falls silent at that moment.
 */
export function habitualCalls(client: Client, from: number, to: number, now: number): CountedCall[] {
  const silentFrom = client.state === 'active' ? now : Math.min(client.dateModified, now);
  return (habitsById.get(client.id) ?? []).flatMap(({ operation, times, hour, onWorkdays, forDays }) => {
    const [httpMethod = '', templateUri = ''] = operation.split(' ');
    const lastDay = forDays === undefined ? Infinity : client.dateCreated + forDays * DAY;
    const start = Math.max(from, client.dateCreated);
    const end = Math.min(to, silentFrom, lastDay);
    const calls: CountedCall[] = [];
    for (let day = Math.floor(start / DAY) * DAY; day + hour * HOUR < end; day += DAY) {
      const at = day + hour * HOUR;
      if (at < start || (onWorkdays && isWeekend(at))) continue;
      calls.push({ clientId: client.id, at, templateUri, httpMethod, status: 200, times });
    }
    return calls;
  });
}

function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay());
}
