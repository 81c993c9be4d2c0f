import type { PartnerPage } from '../clients/frameworkNeeds.ts';
import { isPageName, partnerAmong } from '../clients/frameworkNeeds.ts';
import { type Context, clientRegion, type FrameworkFile } from './context.ts';
import type { Answers, Draft, Target } from './draft.ts';
import { plainUri, redirectUriLines } from './redirectUris.ts';
import { adoptedClient } from './startFrom/adopt.ts';

/** What a person wrote for the name of a partner's page. */
export type TypedPageName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'missing' }
  /** No name can be read in it, or more than one. */
  | { readonly kind: 'unclear' };

/**
 * Reads the name of a partner's page, also where its whole address was pasted, or a part of that, with what came along.
 * The name is one segment of a path and nothing else. Its capitals stay: Genesys Cloud compares letter by letter.
 */
export function readPageName(typed: string): TypedPageName {
  const written = typed.replace(/[\uff01-\uff5e]/g, halfWidth);
  const plain = plainUri(written);
  if (plain === '') return { kind: 'missing' };
  if (/[\\/]\.\.(?![\w.-])/.test(written)) return { kind: 'unclear' };
  const [, host, path = ''] = ADDRESS.exec(plain) ?? [undefined, undefined, plain];
  const segments = (path.split(/[?#]/, 1)[0] ?? '').split(/[\\/]/).filter((segment) => segment !== '');
  const inCrm = segments[0]?.toLowerCase() === 'crm';
  if (host !== undefined && !inCrm) return { kind: 'unclear' };
  const below = inCrm ? segments.slice(1) : segments;
  const [name, ...others] = PAGES.has(below.at(-1)?.toLowerCase() ?? '') ? below.slice(0, -1) : below;
  return name !== undefined && others.length === 0 && isPageName(name)
    ? { kind: 'name', name }
    : { kind: 'unclear' };
}

/** An address on the host of the apps, also with a stand-in for the region. */
const ADDRESS = /^(?:(?:https?:)?\/\/)?(apps\.[^/\\]+)[/\\](.*)$/i;
const PAGES: ReadonlySet<string> = new Set(['index.html', 'authwindow.html']);

/** As an input method for Japanese writes letters, digits and slashes. */
function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** The partner's page that these answers name, for the pages that are preset and for the judgement. */
export function partnerPageOf({
  deployment,
  partnerPage,
}: Pick<Answers, 'deployment' | 'partnerPage'>): PartnerPage | undefined {
  if (deployment !== 'partner') return undefined;
  const read = readPageName(partnerPage);
  return { name: read.kind === 'name' ? read.name : undefined };
}

/**
 * Who deploys, as far as it can be seen: a partner whose page the client that is adopted or copied has, or else whom rule
 * E1 leaves in need of a client. Between a private and a public deployment no redirect URI depends on it.
 */
export function presetDeployment(
  draft: Draft,
  target: Target | undefined,
  context: Context,
): Pick<Answers, 'deployment' | 'partnerPage'> {
  const region = clientRegion(context);
  const name = region === undefined ? undefined : partnerAmong(registeredUris(draft, context), region);
  if (name !== undefined) return { deployment: 'partner', partnerPage: name };
  const callsGetAuthToken = filesMeant(target, context).some((file) => file.getAuthTokenLine !== undefined);
  return { deployment: callsGetAuthToken ? 'private' : 'public', partnerPage: '' };
}

/** The framework.js that the Client ID goes into, or all of them while that is not settled. */
export function filesMeant(
  target: Target | undefined,
  { workspace }: Pick<Context, 'workspace'>,
): readonly FrameworkFile[] {
  return target?.kind === 'existing-file'
    ? workspace.files.filter(({ uri }) => uri === target.uri)
    : workspace.files;
}

function registeredUris({ adopts = null, redirectUris = '' }: Draft, context: Context): readonly string[] {
  const client = adoptedClient({ adopts }, context);
  return client === undefined
    ? redirectUriLines(redirectUris).map(({ uri }) => uri)
    : (client.registeredRedirectUri ?? []);
}
