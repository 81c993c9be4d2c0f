/**
 * The regions of Genesys Cloud: the domain every host name is built from, and the AWS region behind it (Genesys facts
 * 3). A new region is one new line here; the compiler then asks for its place (texts/regions.ts) and
 * for what AWS calls it (regionName.ts).
 */
export const regions = [
  { domain: 'mypurecloud.com', awsRegion: 'us-east-1' },
  { domain: 'use2.us-gov-pure.cloud', awsRegion: 'us-east-2' },
  { domain: 'usw2.pure.cloud', awsRegion: 'us-west-2' },
  { domain: 'cac1.pure.cloud', awsRegion: 'ca-central-1' },
  { domain: 'sae1.pure.cloud', awsRegion: 'sa-east-1' },
  { domain: 'mxc1.pure.cloud', awsRegion: 'mx-central-1' },
  { domain: 'mypurecloud.ie', awsRegion: 'eu-west-1' },
  { domain: 'euw2.pure.cloud', awsRegion: 'eu-west-2' },
  { domain: 'mypurecloud.de', awsRegion: 'eu-central-1' },
  { domain: 'euc2.pure.cloud', awsRegion: 'eu-central-2' },
  { domain: 'mec1.pure.cloud', awsRegion: 'me-central-1' },
  { domain: 'edee1.eusc-pure.cloud', awsRegion: 'eusc-de-east-1' },
  { domain: 'aps1.pure.cloud', awsRegion: 'ap-south-1' },
  { domain: 'mypurecloud.jp', awsRegion: 'ap-northeast-1' },
  { domain: 'apne2.pure.cloud', awsRegion: 'ap-northeast-2' },
  { domain: 'apne3.pure.cloud', awsRegion: 'ap-northeast-3' },
  { domain: 'apse1.pure.cloud', awsRegion: 'ap-southeast-1' },
  { domain: 'mypurecloud.com.au', awsRegion: 'ap-southeast-2' },
] as const;

export type Region = (typeof regions)[number];

const BY_DOMAIN = new Map<string, Region>(regions.map((region) => [region.domain, region]));

/** The region whose domain this is, or undefined for a custom domain. */
export function regionOf(domain: string): Region | undefined {
  return BY_DOMAIN.get(domain);
}

/** Where the apps of a region live: the admin pages and the Embeddable Framework. */
export function appsUrl(domain: string): string {
  return `https://apps.${domain}`;
}

/** Where the admin pages of a region list the org's OAuth clients (Genesys facts 3). */
export function oauthAdminUrl(domain: string): string {
  return `${appsUrl(domain)}/directory/#/admin/integrations/oauth`;
}

/** Where the admin pages of a region show one of the org's OAuth clients (Genesys facts 3). */
export function oauthClientAdminUrl(domain: string, clientId: string): string {
  return `${oauthAdminUrl(domain)}/${encodeURIComponent(clientId)}`;
}
