import type { Diagnosis } from '../../src/core/doctor/answer.ts';
import { notAsked } from '../../src/core/doctor/asking/inTime.ts';
import { type LookServices, readFacts } from '../../src/core/doctor/asking/readFacts.ts';
import { diagnose } from '../../src/core/doctor/diagnose.ts';
import type { Subject } from '../../src/core/doctor/subject.ts';
import type { Told } from '../../src/core/doctor/symptom.ts';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { listClients, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { fetchDescription } from '../../src/core/privileges/description.ts';

const ACCOUNT = 'account-1';

/** Somebody who is signed in to an org. */
export type SignedIn = {
  /** Domain. */
  readonly region: string;
  readonly apiUrl: string;
  readonly accessToken: string;
};

/** What the extension answers about this: its own look and rules, without VS Code around them. */
export async function diagnosed(who: SignedIn, subject: Subject, told: Told): Promise<Diagnosis> {
  const question = { subject, told, account: ACCOUNT, browser: notAsked('nobody-can-look'), anew: true };
  const facts = await readFacts(servicesFor(who), question, new AbortController().signal, () => {});
  return diagnose(subject, told, facts, new Date());
}

/** What a look reads by, for one who is signed in to one org. */
export function servicesFor({ region, apiUrl, accessToken }: SignedIn): LookServices {
  const connection = (): Connection => ({ apiUrl, accessToken, language: 'en' });
  const org = { account: ACCOUNT, orgName: 'Practice Org', region, practice: true };
  const known: { clients?: readonly OAuthClient[]; error?: PlatformError } = {};
  const read = async () => {
    const list = await listClients(connection());
    if (list.ok) known.clients = list.value;
    else known.error = list.error;
  };
  return {
    connections: {
      call: async (_, call) => await call(connection()),
      hostsOf: async () => ({ apiUrl, loginUrl: `${apiUrl}/login` }),
    },
    orgClients: {
      settled: async () => {},
      practiceOrReal: () => [org],
      wantOf: read,
      refreshOf: read,
      current: () =>
        known.clients === undefined
          ? []
          : [{ ...org, clients: known.clients, readAt: new Date().toISOString() }],
      failures: () => (known.error === undefined ? [] : [{ org, error: known.error }]),
    },
    operations: { of: async (url, signal) => await fetchDescription(url, new Date(), signal) },
    secrets: { clientOf: async () => undefined },
    history: { of: () => [] },
  };
}
