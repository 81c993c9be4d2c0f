import { frameworkRedirectUris } from '../clients/frameworkNeeds.ts';
import { readClientId } from '../platform/clientId.ts';
import { type Context, clientRegion, type FrameworkFile } from './context.ts';
import { partnerPageOf } from './deployment.ts';
import type { Answers, ClientIdInUse, Draft } from './draft.ts';
import { redirectUriLines } from './redirectUris.ts';

/**
 * The regions whose agents use the framework.js, by domain: that of the client, and those the person added, because one
 * client can serve every region (rule G11). None while the client's own (`region`, its domain) is undecided.
 */
export function frameworkRegions(
  { moreRegions }: Pick<Answers, 'moreRegions'>,
  region: string | undefined,
): readonly string[] {
  return region === undefined ? [] : [...new Set([region, ...moreRegions])];
}

type Decides = Pick<Answers, 'moreRegions' | 'dedicatedLoginWindow' | 'deployment' | 'partnerPage'>;
type Ticked = Pick<Answers, 'moreRegions' | 'dedicatedLoginWindow'>;

/** The pages of the framework, or of a partner, that the redirect URIs hold for these answers (rules E4, G11). */
export function frameworkPages(answers: Decides, context: Pick<Context, 'destination'>): readonly string[] {
  const partner = partnerPageOf(answers);
  return frameworkRegions(answers, clientRegion(context)).flatMap((region) =>
    frameworkRedirectUris(region, answers.dedicatedLoginWindow, partner),
  );
}

/**
 * An answer to which regions are served, or whether in a login window, and what follows from it for redirect URIs that
 * the person typed: pages that come are added, pages that go are removed, all else stays as it is. Presets follow by
 * themselves. Who deploys changes nothing that was typed: its name is written letter by letter, each of them another page.
 */
export function withFrameworkPages(
  change: Partial<Ticked>,
  answers: Answers,
  draft: Draft,
  context: Pick<Context, 'destination'>,
): Draft {
  if (draft.redirectUris === undefined) return change;
  const before = frameworkPages(answers, context);
  const after = frameworkPages({ ...answers, ...change }, context);
  const typed = redirectUriLines(draft.redirectUris).map(({ uri }) => uri);
  const kept = typed.filter((uri) => after.includes(uri) || !before.includes(uri));
  const added = after.filter((uri) => !before.includes(uri) && !typed.includes(uri));
  const staysAsTyped = kept.length === typed.length && added.length === 0;
  return staysAsTyped ? change : { ...change, redirectUris: [...kept, ...added].join('\n') };
}

/**
 * The Client IDs of other clients that writing into this file would replace (rule E6). The client that goes there may be
 * one that is there already.
 */
export function clientIdsInUse(
  { uri, placement }: FrameworkFile,
  answers: Pick<Answers, 'adopts' | 'clientId'>,
): ClientIdInUse[] {
  if (placement?.kind !== 'possible') return [];
  const own = [answers.adopts, readClientId(answers.clientId)].map((id) => id?.toLowerCase());
  return placement.entries.flatMap(({ region, replaces }) =>
    replaces.kind === 'client-id' && !own.includes(replaces.text.toLowerCase())
      ? [{ uri, region, clientId: replaces.text }]
      : [],
  );
}

/** Whether the person agreed to the replacement of this very ID, here; of another one there, they know nothing yet. */
export function isAgreed(
  { uri, region, clientId }: ClientIdInUse,
  { mayReplace }: Pick<Answers, 'mayReplace'>,
): boolean {
  return mayReplace.some((each) => each.uri === uri && each.region === region && each.clientId === clientId);
}
