import type { OAuthClient } from '../platform/oauthClients.ts';

/** Whether the Embeddable Framework can use a client as it is (procedure rule E3), or why not. */
export type FrameworkFit = 'fits' | 'other-grant-type' | 'not-active';

/** Redirect URIs and scopes do not count here: those can be added to a client that fits. */
export function frameworkFit({ authorizedGrantType, state }: OAuthClient): FrameworkFit {
  if (authorizedGrantType !== 'CODE' && authorizedGrantType !== 'TOKEN') return 'other-grant-type';
  return (state ?? 'active') === 'active' ? 'fits' : 'not-active';
}

/** Whether a client can be used by the framework, or can be once it is activated. */
export function mayFitFramework(client: OAuthClient): boolean {
  return frameworkFit(client) !== 'other-grant-type';
}

/** Those that fit first, then those that only have to be activated; each by name. */
export function byFrameworkFit(clients: readonly OAuthClient[]): OAuthClient[] {
  const order: readonly FrameworkFit[] = ['fits', 'not-active', 'other-grant-type'];
  const rank = (client: OAuthClient) => order.indexOf(frameworkFit(client));
  const { compare } = new Intl.Collator();
  return [...clients].sort((one, other) => rank(one) - rank(other) || compare(one.name, other.name));
}
