import type { OAuthClient } from '../platform/oauthClients.ts';
import {
  FRAMEWORK_SCOPES,
  frameworkRedirectUris,
  implicitGrantEnds,
  implicitGrantStage,
  isOnAppsHost,
  isWrittenOtherwise,
  type PartnerPage,
} from './frameworkNeeds.ts';
import { letsPeopleLogIn, worksInState } from './usable.ts';

/** What the judgement looks at, of a client that an org has or of one that is to be made. */
export type JudgedClient = Pick<
  OAuthClient,
  'authorizedGrantType' | 'state' | 'registeredRedirectUri' | 'scope'
>;

/** What a switch of framework.js is set to: `unknown` where only a run of the file tells. */
export type SwitchState = 'on' | 'off' | 'unknown';

/** The same of a switch as it was read in a file. */
export function switchState({ kind }: { readonly kind: 'on' | 'off' | 'dynamic' | 'absent' }): SwitchState {
  switch (kind) {
    case 'on':
      return 'on';
    case 'dynamic':
      return 'unknown';
    case 'off':
    case 'absent':
      return 'off';
  }
}

/** How the Embeddable Framework is to use a client. */
export type FrameworkUse = {
  /** Domain of the region that the agents log in to; undefined while none is known, and pages are not judged. */
  readonly region: string | undefined;
  /**
   * The partner's page that the person says agents log in at; undefined where nobody was asked, or where it is the
   * framework's own. Pages are not judged while its name is not known.
   */
  readonly partner: PartnerPage | undefined;
  readonly dedicatedLoginWindow: SwitchState;
  readonly usePKCEAuthFlow: SwitchState;
  /** ISO date. */
  readonly today: string;
};

/**
 * What a client lacks for the Embeddable Framework. An error is certain to keep people from logging in. All else is a
 * guess, something that the sources disagree on, or advice.
 */
export type Shortcoming =
  /** Nobody logs in in this state; `information` when the API's documentation does not have it. */
  | {
      readonly code: 'client-not-active';
      readonly severity: 'error' | 'information';
      readonly state: string;
    }
  /**
   * Nobody logs in with this grant type; `warning` for an implicit one where the file asks for PKCE, by a setting that is
   * documented nowhere; `information` when the API's documentation does not have it.
   */
  | {
      readonly code: 'client-wrong-grant';
      readonly severity: 'error' | 'warning' | 'information';
      readonly grant: string;
    }
  | {
      readonly code: 'implicit-grant-ending';
      readonly severity: 'hint' | 'information' | 'warning';
    }
  /**
   * `registered` is the page `uri` written in another way, which shows that this page was meant; so it is certain to
   * fail, unless there is an `instead`, see below.
   */
  | {
      readonly code: 'inexact-redirect-uri';
      readonly severity: 'error' | 'information';
      readonly registered: string;
      readonly uri: string;
      readonly instead: string | undefined;
    }
  /**
   * Pages that are not registered; an error when nothing is. `instead` is what is registered of the same host and may be
   * meant: a page of a partner or of a deployment of its own, or that of the login window alone, which some sources say
   * is enough.
   */
  | {
      readonly code: 'missing-redirect-uri';
      readonly severity: 'error' | 'warning' | 'information';
      readonly uris: readonly string[];
      readonly instead: string | undefined;
    }
  | {
      readonly code: 'missing-scope';
      readonly severity: 'information';
      readonly scopes: readonly string[];
    };

/** What may be meant in place of a page, for a sentence about it; nothing where there is nothing. */
export function insteadOf({ instead }: { readonly instead: string | undefined }): { instead?: string } {
  return instead === undefined ? {} : { instead };
}

/** What a sentence about it is told (core/findings/clientInFramework.ts), beside which client and org it is. */
export function shortcomingArgs(lack: Shortcoming): Readonly<Record<string, string | readonly string[]>> {
  switch (lack.code) {
    case 'client-not-active':
      return { state: lack.state };
    case 'client-wrong-grant':
      return { grant: lack.grant };
    case 'implicit-grant-ending':
      return { month: implicitGrantEnds.existingClientsEnd };
    case 'inexact-redirect-uri':
      return { registered: lack.registered, uri: lack.uri, ...insteadOf(lack) };
    case 'missing-redirect-uri':
      return { uris: lack.uris, ...insteadOf(lack) };
    case 'missing-scope':
      return { scopes: lack.scopes };
  }
}

/**
 * Everything that a client lacks for the Embeddable Framework in one region, whoever asks: the wizard, framework.js, a
 * list. Silent about what the org did not tell. Rules E3 to E5, G9; Genesys facts 1.2, 1.4, 4, 5.2, 5.3, 8.2.
 */
export function shortcomings(client: JudgedClient, use: FrameworkUse): readonly Shortcoming[] {
  const grant = client.authorizedGrantType;
  // What it lacks beside a login page is of no use to it.
  if (grant !== undefined && letsPeopleLogIn(grant) === 'no')
    return [...stateShortcomings(client), { code: 'client-wrong-grant', severity: 'error', grant }];
  return [
    ...stateShortcomings(client),
    ...(grant === undefined ? [] : grantShortcomings(grant, use)),
    ...pageShortcomings(client, use),
    ...scopeShortcomings(client),
  ];
}

function stateShortcomings({ state = 'active' }: JudgedClient): readonly Shortcoming[] {
  switch (worksInState(state)) {
    case 'yes':
      return [];
    case 'no':
      return [{ code: 'client-not-active', severity: 'error', state }];
    case 'unknown':
      return [{ code: 'client-not-active', severity: 'information', state }];
  }
}

const ENDING = { announced: 'hint', 'no-new-clients': 'information', ended: 'warning' } as const;

/** The framework logs in with PKCE where the file says so, otherwise with the implicit grant (Genesys facts 5.3). */
function grantShortcomings(grant: string, { usePKCEAuthFlow, today }: FrameworkUse): readonly Shortcoming[] {
  if (letsPeopleLogIn(grant) === 'unknown')
    return [{ code: 'client-wrong-grant', severity: 'information', grant }];
  if (grant !== 'TOKEN') return [];
  return usePKCEAuthFlow === 'on'
    ? [{ code: 'client-wrong-grant', severity: 'warning', grant }]
    : [{ code: 'implicit-grant-ending', severity: ENDING[implicitGrantStage(today)] }];
}

function pageShortcomings(
  { registeredRedirectUri }: JudgedClient,
  { region, partner, dedicatedLoginWindow }: FrameworkUse,
): readonly Shortcoming[] {
  const registered = registeredRedirectUri ?? undefined;
  if (registered === undefined || region === undefined) return [];
  const needed = frameworkRedirectUris(region, dedicatedLoginWindow === 'on', partner);
  // Who says that a partner's page is used says that the framework's own is not.
  const notMeant = [...needed.slice(0, 1), ...frameworkRedirectUris(region, false)];
  const lacking = needed
    .filter((uri) => !registered.includes(uri))
    .map((uri) => ({ uri, twin: registered.find((each) => isWrittenOtherwise(each, uri)) }));
  const twins = lacking.map(({ twin }) => twin);
  const instead = registered.find(
    (each) => !notMeant.includes(each) && !twins.includes(each) && isOnAppsHost(each, region),
  );
  const inexact = lacking.flatMap(({ uri, twin }): Shortcoming[] => {
    if (twin === undefined) return [];
    const severity = instead === undefined ? 'error' : 'information';
    return [{ code: 'inexact-redirect-uri', severity, registered: twin, uri, instead }];
  });
  const uris = lacking.filter(({ twin }) => twin === undefined).map(({ uri }) => uri);
  if (uris.length === 0) return inexact;
  const otherwise = registered.length === 0 ? 'error' : 'warning';
  const severity = instead === undefined ? otherwise : 'information';
  return [...inexact, { code: 'missing-redirect-uri', severity, uris, instead }];
}

/**
 * The framework's own pages that a client lacks and could be given, those included that it has in another writing; none
 * for a client that no page helps. Rules E4, G14.
 */
export function missingPages(
  client: JudgedClient,
  use: Pick<FrameworkUse, 'region' | 'dedicatedLoginWindow'>,
): readonly string[] {
  // What else the judgement asks for decides nothing about pages.
  const rest = { partner: undefined, usePKCEAuthFlow: 'unknown', today: '' } as const;
  return shortcomings(client, { ...rest, ...use }).flatMap((lack) => {
    if (lack.code === 'missing-redirect-uri') return lack.uris;
    return lack.code === 'inexact-redirect-uri' ? [lack.uri] : [];
  });
}

/** The list of scopes is advice, not law (rule E5). */
function scopeShortcomings({ scope }: JudgedClient): readonly Shortcoming[] {
  const given = scope ?? undefined;
  if (given === undefined) return [];
  const scopes = FRAMEWORK_SCOPES.filter((each) => !coversScope(given, each));
  return scopes.length === 0 ? [] : [{ code: 'missing-scope', severity: 'information', scopes }];
}

/** Whether a scope is given, or one that includes it: who may write may read (Genesys facts 4). */
export function coversScope(given: readonly string[], scope: string): boolean {
  return given.includes(scope) || given.includes(scope.replace(':readonly', ''));
}

/** Whether the Embeddable Framework can use a client as it is (procedure rule E3), or why certainly not. */
export type FrameworkFit = 'fits' | 'other-grant-type' | 'not-active';

/** Redirect URIs and scopes do not count here: those can be added to a client that fits. */
export function frameworkFit({ authorizedGrantType, state }: JudgedClient): FrameworkFit {
  if (letsPeopleLogIn(authorizedGrantType) === 'no') return 'other-grant-type';
  return worksInState(state) === 'no' ? 'not-active' : 'fits';
}

/** Whether a client can be used by the framework, or can be once it is activated. */
export function mayFitFramework(client: JudgedClient): boolean {
  return frameworkFit(client) !== 'other-grant-type';
}

/** Those that fit first, then those that only have to be activated; each by name. */
export function byFrameworkFit(clients: readonly OAuthClient[]): OAuthClient[] {
  const order: readonly FrameworkFit[] = ['fits', 'not-active', 'other-grant-type'];
  const rank = (client: OAuthClient) => order.indexOf(frameworkFit(client));
  const { compare } = new Intl.Collator();
  return [...clients].sort((one, other) => rank(one) - rank(other) || compare(one.name, other.name));
}
