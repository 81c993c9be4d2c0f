import { appsUrl } from '../platform/regions.ts';

/** Seconds a token lasts so that it ends outside an agent's working day (procedure rule E2): 18 hours. */
export const FRAMEWORK_DURATION_SECONDS = 64_800;

/** The scopes that the embedded client calls for (procedure rule E5, Genesys facts 4.1). */
export const FRAMEWORK_SCOPES: readonly string[] = [
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

/** Where Genesys Cloud sends the agent after login in this region, matched letter by letter (rule E4). */
export function frameworkRedirectUris(region: string, dedicatedLoginWindow: boolean): readonly string[] {
  const crm = `${appsUrl(region)}/crm`;
  return dedicatedLoginWindow ? [`${crm}/index.html`, `${crm}/authWindow.html`] : [`${crm}/index.html`];
}
