import type { Sessions } from '../signIn/sessions.ts';

/** Whoever is signed in with the client itself goes on with its new secret, instead of being signed out by it. */
export async function renewWith(sessions: Sessions, clientId: string, clientSecret: string): Promise<void> {
  for (const session of await sessions.all()) {
    const { renewal } = session;
    if (renewal?.kind !== 'client-credentials' || renewal.clientId !== clientId) continue;
    await sessions.replace({ ...session, renewal: { ...renewal, clientSecret } });
  }
}
