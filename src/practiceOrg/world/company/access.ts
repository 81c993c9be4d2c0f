/** The divisions that the company has beside those of the first day. */
export const divisions: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'Corporate Travel', description: 'Travel of other companies, with queues of their own.' },
  { name: 'Insurance Claims', description: 'Claims of the travel insurance.' },
  { name: '日本 保険', description: '日本の旅行保険チーム。' },
];

/** The custom roles of the company. */
export const roles: readonly {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}[] = [
  {
    name: 'Agent',
    description: 'Takes calls and messages.',
    permissions: [
      'conversation:call:accept',
      'conversation:call:add',
      'conversation:call:transfer',
      'conversation:call:view',
      'conversation:message:accept',
      'conversation:message:view',
      'directory:user:view',
      'routing:queue:view',
    ],
  },
  {
    name: 'Team Lead',
    description: 'Watches and coaches a team.',
    permissions: [
      'analytics:conversationAggregate:view',
      'analytics:conversationDetail:view',
      'analytics:userAggregate:view',
      'directory:user:view',
      'quality:evaluation:view',
      'recording:recording:view',
      'routing:queue:edit',
      'routing:queue:view',
      'routing:skill:assign',
    ],
  },
  {
    name: 'Quality Analyst',
    description: 'Listens to recordings and evaluates them.',
    permissions: [
      'analytics:conversationDetail:view',
      'quality:evaluation:add',
      'quality:evaluation:edit',
      'quality:evaluation:view',
      'recording:recording:view',
    ],
  },
  {
    name: 'IT Administrator',
    description: 'Looks after people, roles and what is connected.',
    permissions: [
      'authorization:grant:add',
      'authorization:grant:delete',
      'authorization:role:view',
      'directory:user:add',
      'directory:user:edit',
      'directory:user:view',
      'integrations:integration:edit',
      'integrations:integration:view',
      'oauth:client:add',
      'oauth:client:delete',
      'oauth:client:edit',
      'oauth:client:view',
      'usage:client:view',
    ],
  },
  {
    name: 'Reporting Reader',
    description: 'Reads figures, and nothing else. For people and for exports.',
    permissions: [
      'analytics:conversationAggregate:view',
      'analytics:conversationDetail:view',
      'analytics:userAggregate:view',
      'routing:queue:view',
    ],
  },
  {
    name: 'Queue Monitor',
    description: 'For the client that watches the queues.',
    permissions: ['analytics:conversationAggregate:view', 'routing:queue:view'],
  },
  {
    name: '予約連携',
    description: '予約システムのクライアント用。',
    permissions: ['conversation:message:view', 'directory:user:view', 'routing:queue:view'],
  },
];
