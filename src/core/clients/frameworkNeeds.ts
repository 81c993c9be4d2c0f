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

/** A page of a partner or a product in place of the framework's own; its name is undefined while it is not known. */
export type PartnerPage = { readonly name: string | undefined };

/**
 * Where Genesys Cloud sends the agent after login in this region, matched letter by letter (rule E4): to the framework's
 * own pages, or to that of a partner (Genesys facts 12). Where the login window of a partner comes back, no source says.
 */
export function frameworkRedirectUris(
  region: string,
  dedicatedLoginWindow: boolean,
  partner?: PartnerPage,
): readonly string[] {
  const crm = `${appsUrl(region)}/crm`;
  if (partner !== undefined) return partner.name === undefined ? [] : [`${crm}/${partner.name}/index.html`];
  return dedicatedLoginWindow ? [`${crm}/index.html`, `${crm}/authWindow.html`] : [`${crm}/index.html`];
}
