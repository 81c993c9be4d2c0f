/** Some scopes of the Platform API, as its description has them. */
export const SCOPES: readonly string[] = [
  ...[
    'analytics',
    'conversations',
    'external-contacts',
    'oauth',
    'organization',
    'organization-authorization',
  ],
  ...['routing', 'users', 'users-rules', 'messaging', 'messaging-platform', 'workforce-management'],
  ...['billing', 'outbound', 'quality', 'scripts', 'stations', 'presence', 'voicemail'],
]
  .flatMap((group) => [group, `${group}:readonly`])
  .concat('notifications', 'user-basic-info', 'audits:readonly', 'search:readonly');
