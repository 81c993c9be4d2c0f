import { ALL_DIVISIONS, type Client } from '../records.ts';
import type { deletedPerson, PersonKey } from './people.ts';

/** Who did something to a client, and how many days before the org's first day. */
type Deed = { readonly by: PersonKey | typeof deletedPerson.key; readonly daysAgo: number };

/** A client of the company, and how it came to be what it is. */
export type CompanyClient = Pick<Client, 'name' | 'description' | 'grantType'> & {
  readonly seconds: number;
  readonly redirectUris?: readonly string[];
  readonly scope?: readonly string[];
  /** Role and division, by name. */
  readonly roles?: readonly (readonly [role: string, division: string])[];
  readonly made: Deed;
  /** Left out: nobody has changed it since. */
  readonly changed?: Deed;
  /** Left out: active. `deletedIn`: inactive, and gone in so many days. */
  readonly state?: 'disabled' | { readonly deletedIn: number };
};

const HOURS_24 = 86_400;
const HOURS_48 = 172_800;
/** Outside an agent's working day (procedure rule E2). */
const HOURS_18 = 64_800;
/** The longest that a client of SCIM may have (procedure rule S2). */
const DAYS_450 = 38_880_000;

/** What the Embeddable Framework calls for (Genesys facts 4.1). */
const frameworkScopes = [
  'conversations',
  'external-contacts:readonly',
  'notifications',
  'organization:readonly',
  'outbound:readonly',
  'presence',
  'quality:readonly',
  'routing:readonly',
  'scripts:readonly',
  'stations:readonly',
  'user-basic-info',
  'users',
  'voicemail',
  'workforce-management',
];

/**
 * The clients that the company has gathered over the years, in a region of this domain: some are as they should be, and
 * each of the others has one thing that somebody should look after. The comment above each says which.
 */
export function companyClients(region: string): readonly CompanyClient[] {
  const framework = (page: string) => `https://apps.${region}/crm/${page}.html`;
  return [
    // Lacks the redirect URI of the login window that its description tells of.
    {
      name: 'Travel Desk in the CRM',
      description: 'Embeddable Framework for Sales. Agents log in in a separate window.',
      grantType: 'CODE',
      seconds: HOURS_18,
      redirectUris: [framework('index')],
      scope: frameworkScopes,
      made: { by: 'daniel.weiss', daysAgo: 320 },
      changed: { by: 'daniel.weiss', daysAgo: 46 },
    },
    // As it should be.
    {
      name: '予約センター デスクトップ',
      description: '日本の予約センター用の Embeddable Framework。',
      grantType: 'CODE',
      seconds: HOURS_18,
      redirectUris: [framework('index'), framework('authWindow')],
      scope: frameworkScopes,
      made: { by: 'naoki.takahashi', daysAgo: 210 },
    },
    // The implicit grant is being withdrawn (Genesys facts 8.2).
    {
      name: 'Booking Chat',
      description: 'Chat on the booking pages.',
      grantType: 'TOKEN',
      seconds: HOURS_24,
      redirectUris: ['https://chat.practice.example/signed-in'],
      scope: ['conversations', 'user-basic-info', 'web-chat'],
      made: { by: 'tom.becker', daysAgo: 1_240 },
    },
    // The address of a developer's computer is still there.
    {
      name: 'CRM Connector',
      description: 'Opens the customer who calls.',
      grantType: 'CODE',
      seconds: HOURS_24,
      redirectUris: ['https://crm.practice.example/oauth/callback', 'http://localhost:8080/oauth/callback'],
      scope: ['conversations:readonly', 'external-contacts', 'user-basic-info', 'users:readonly'],
      made: { by: 'daniel.weiss', daysAgo: 540 },
      changed: { by: 'daniel.weiss', daysAgo: 500 },
    },
    // May do everything, everywhere, and only reads figures.
    {
      name: 'Nightly Data Export',
      description: 'Copies conversations to the data warehouse every night.',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: HOURS_24,
      roles: [['Master Admin', ALL_DIVISIONS]],
      made: { by: 'priya.raman', daysAgo: 690 },
    },
    // Nobody has used it for more than 90 days, and who made it is deleted.
    {
      name: 'Summer Campaign Dialler',
      description: 'Fills the contact lists of the summer campaign.',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: HOURS_24,
      roles: [['Outbound Admin', 'Sales']],
      made: { by: 'oliver.grant', daysAgo: 260 },
    },
    // Disabled.
    {
      name: 'Old Supervisor Wallboard',
      description: 'Replaced by Queue Monitor.',
      grantType: 'CODE',
      seconds: HOURS_24,
      redirectUris: ['https://wallboard.practice.example/callback'],
      scope: ['analytics:readonly', 'routing:readonly', 'user-basic-info'],
      made: { by: 'noah.svensson', daysAgo: 1_010 },
      changed: { by: 'daniel.weiss', daysAgo: 24 },
      state: 'disabled',
    },
    // Will be deleted in some days, and can be taken back until then (Genesys facts 1.4).
    {
      name: 'Survey Pilot',
      description: 'Asks customers after a call. The pilot has ended.',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: HOURS_24,
      roles: [['Supervisor', 'Support']],
      made: { by: 'elena.petrova', daysAgo: 150 },
      changed: { by: 'daniel.weiss', daysAgo: 3 },
      state: { deletedIn: 4 },
    },
    // The identity provider's token was made on the same day, and ends with its 450 days.
    {
      name: 'Directory Provisioning',
      description: 'SCIM. The identity provider holds one access token, made on the day of this client.',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: DAYS_450,
      roles: [['SCIM Integration', ALL_DIVISIONS]],
      made: { by: 'daniel.weiss', daysAgo: 441 },
    },
    // As it should be, but who made it has left.
    {
      name: 'Reporting Dashboard',
      description: 'Figures of the day for team leads.',
      grantType: 'CODE',
      seconds: HOURS_24,
      redirectUris: ['https://reports.practice.example/callback'],
      scope: ['analytics:readonly', 'routing:readonly', 'user-basic-info'],
      made: { by: 'tom.becker', daysAgo: 830 },
    },
    // Its tokens live as long as any may that is not for SCIM.
    {
      name: 'Quality Review',
      description: 'Evaluations beside the recordings.',
      grantType: 'CODE',
      seconds: HOURS_48,
      redirectUris: ['https://quality.practice.example/signed-in'],
      scope: ['quality', 'recordings:readonly', 'user-basic-info'],
      made: { by: 'elena.petrova', daysAgo: 380 },
    },
    // Shows a calendar, and may change nearly everything.
    {
      name: 'Team Calendar',
      description: 'Shows who works when.',
      grantType: 'CODE',
      seconds: HOURS_24,
      redirectUris: ['https://calendar.practice.example/callback'],
      scope: [
        'architect',
        'authorization',
        'conversations',
        'oauth',
        'organization',
        'recordings',
        'routing',
        'user-basic-info',
        'users',
        'workforce-management',
      ],
      made: { by: 'tom.becker', daysAgo: 470 },
    },
    // As it should be.
    {
      name: '予約システム連携',
      description: '予約の変更を担当者に通知します。',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: HOURS_24,
      roles: [['予約連携', '日本']],
      made: { by: 'naoki.takahashi', daysAgo: 95 },
    },
    // As it should be, and so young that it would be gone at once when deleted.
    {
      name: 'Queue Monitor',
      description: 'Warns when a queue fills up.',
      grantType: 'CLIENT-CREDENTIALS',
      seconds: HOURS_24,
      roles: [
        ['Queue Monitor', 'Sales'],
        ['Queue Monitor', 'Support'],
      ],
      made: { by: 'daniel.weiss', daysAgo: 17 },
    },
  ];
}
