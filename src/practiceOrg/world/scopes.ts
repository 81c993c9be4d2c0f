import { inLanguage, type Language } from '../language.ts';

/** What each OAuth scope is about, as the phrase that stands behind "View". */
export type ScopeSubject = {
  readonly name: string;
  /** Which forms of the scope exist: `name`, `name:readonly`, or both. */
  readonly forms: 'both' | 'full' | 'readonly';
  readonly subject: string;
};

const scopeSubjects: readonly ScopeSubject[] = [
  both('ai-studio', 'AI Studio guides and settings'),
  both('alerting', 'alerts and alerting rules'),
  both('analytics', 'analytics data and reports'),
  both('architect', 'Architect flows, prompts and data tables'),
  both('assistants', 'agent assistants'),
  readonly('audits', 'audit records'),
  both('authorization', 'roles, permissions, divisions and grants'),
  both('billing', 'billing and subscription data'),
  both('business-rules', 'business rules, schemas and decision tables'),
  both('case-management', 'cases and case plans'),
  both('coaching', 'coaching appointments'),
  both('content-management', 'workspaces and documents'),
  both('conversations', 'conversations and their participants'),
  full('data-extensions', 'data extensions'),
  both('data-privacy', 'data privacy settings'),
  both('devices', 'registered devices'),
  both('dialog', 'dialog flows'),
  both('employee-engagement', 'recognition and other engagement data'),
  both('employee-performance', 'employee performance metrics'),
  both('external-contacts', 'external contacts and organizations'),
  both('fax', 'fax documents'),
  both('gamification', 'gamification profiles and scores'),
  both('gdpr', 'GDPR requests'),
  both('geolocation', 'geolocation data of users'),
  both('greetings', 'greetings'),
  both('groups', 'groups and their members'),
  both('identity-providers', 'identity providers for single sign-on'),
  both('infrastructureascode', 'infrastructure-as-code jobs'),
  both('integrations', 'integrations, actions and credentials'),
  both('journey', 'customer journeys, segments and outcomes'),
  both('knowledge', 'knowledge bases and articles'),
  both('language-understanding', 'language understanding domains'),
  both('learning', 'learning modules and assignments'),
  both('license', 'licenses'),
  both('locations', 'locations'),
  both('logcapture', 'captured browser logs'),
  both('messaging', 'messaging integrations'),
  both('messaging-platform', 'messaging platform settings'),
  full('notifications', 'notification channels and subscriptions'),
  both('oauth', 'OAuth clients'),
  both('organization', 'the organization and its settings'),
  both('organization-authorization', 'trust between organizations'),
  both('outbound', 'outbound campaigns and contact lists'),
  both('presence', 'presence of users'),
  both('process-automation', 'process automation triggers'),
  both('quality', 'evaluations and other quality data'),
  both('recordings', 'recordings of conversations'),
  both('response-management', 'canned responses and libraries'),
  both('routing', 'queues, skills and other routing settings'),
  both('scim', 'users and groups through SCIM'),
  both('screen-monitoring', 'screen monitoring sessions'),
  both('scripts', 'agent scripts'),
  readonly('search', 'search results'),
  both('social-media', 'social media topics and messages'),
  both('speech-and-text-analytics', 'speech and text analytics data'),
  both('stations', 'stations'),
  both('telephony', 'telephony settings'),
  both('textbots', 'text bots'),
  full('upload', 'uploaded files'),
  both('usage', 'API usage data'),
  full('user-basic-info', 'basic information about yourself'),
  both('user-recordings', 'personal recordings'),
  both('users', 'users and their profiles'),
  both('users-rules', 'rules about users'),
  both('voicemail', 'voicemail'),
  both('web-chat', 'web chat settings and conversations'),
  both('webdeployments', 'web messaging deployments'),
  both('widgets', 'web chat widgets'),
  both('workforce-management', 'schedules, forecasts and time off'),
  both('workitems', 'work items, workbins and work types'),
];

function both(name: string, subject: string): ScopeSubject {
  return { name, forms: 'both', subject };
}

function full(name: string, subject: string): ScopeSubject {
  return { name, forms: 'full', subject };
}

function readonly(name: string, subject: string): ScopeSubject {
  return { name, forms: 'readonly', subject };
}

/** An OAuth scope of the platform, with its description in a language. */
export type Scope = { readonly id: string; readonly description: (language: Language) => string };

/** Every scope, by id. `name` reads and writes, `name:readonly` only reads (Genesys facts 4). */
export const scopes: ReadonlyMap<string, Scope> = new Map(
  scopeSubjects.flatMap(({ name, forms, subject }) => {
    const all: Scope[] = [];
    if (forms !== 'readonly')
      all.push({ id: name, description: describedAs('View and change {0}', subject) });
    if (forms !== 'full') all.push({ id: `${name}:readonly`, description: describedAs('View {0}', subject) });
    return all.map((scope) => [scope.id, scope]);
  }),
);

function describedAs(what: string, subject: string): Scope['description'] {
  return (language) => inLanguage(language, what, inLanguage(language, subject));
}
