import type { OAuthClient } from '../../platform/oauthClients.ts';
import { embeddingIn, idleSecondsIn } from '../../platform/orgSettings.ts';
import type { FactName, Facts } from '../facts.ts';
import { factOf, NOT_SAID, notAsked, untold } from './inTime.ts';
import type { OrgAnswers } from './orgAnswers.ts';

/** The settings of an org, and what it says of a client there. */
export type OrgFactName = Extract<
  FactName,
  'authentication' | 'inactivityTimeout' | 'ipAllowList' | 'authorization' | 'hipaa' | 'divisions' | 'clock'
>;

/** How each of them is read; undefined where no client is known. What an answer leaves out nobody knows. */
export function orgFactReaders(
  answers: OrgAnswers,
  client: OAuthClient | undefined,
): { readonly [Name in OrgFactName]: () => Promise<Facts[Name]> } {
  return {
    authentication: async () =>
      factOf(await answers.settings(), (settings) => {
        const sites = embeddingIn(settings);
        if (sites === undefined) return undefined;
        const isLimited = sites !== 'all';
        return { embeddingIsLimited: isLimited, embeddingAllowed: isLimited ? sites : [] };
      }),
    inactivityTimeout: async () => {
      const timeout = await answers.idleTimeout();
      if (!timeout.ok) return untold(timeout.error);
      const seconds = idleSecondsIn(timeout.value);
      if (seconds === undefined) return NOT_SAID;
      return { kind: 'known', value: seconds === 'never' ? undefined : seconds };
    },
    ipAllowList: async () => {
      const [networks, settings] = await Promise.all([answers.networks(), answers.settings()]);
      // The one is deprecated, the other may leave it out.
      const there = networks.ok ? networks.value : undefined;
      const here = settings.ok ? (settings.value.ipAddressAllowlist ?? undefined) : undefined;
      if (there === undefined && here === undefined) return networks.ok ? NOT_SAID : untold(networks.error);
      return { kind: 'known', value: [...new Set([...(there ?? []), ...(here ?? [])])] };
    },
    authorization: async () => {
      if (client === undefined) return notAsked('nothing-to-ask-about');
      const all = await answers.authorizations();
      if (!all.ok) return untold(all.error);
      const own = all.value.find((each) => each.client.id === client.id);
      if (own === undefined) return { kind: 'known', value: undefined };
      const { state, pending, scope } = own;
      const value = { state: state ?? undefined, pending: pending === true, scopes: scope ?? [] };
      return { kind: 'known', value };
    },
    hipaa: async () => factOf(await answers.organization(), ({ features }) => features?.['hipaa']),
    divisions: async () => factOf(await answers.divisions(), ({ length }) => length),
    clock: async () => {
      const answer = await answers.organization();
      const { ahead } = answers.clock;
      if (ahead !== undefined) return { kind: 'known', value: ahead };
      return answer.ok ? NOT_SAID : untold(answer.error);
    },
  };
}
