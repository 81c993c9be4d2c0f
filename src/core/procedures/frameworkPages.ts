import { frameworkRedirectUris } from '../clients/frameworkNeeds.ts';
import { type Context, clientRegion } from './context.ts';
import { partnerPageOf } from './deployment.ts';
import type { Answers, Draft } from './draft.ts';
import { frameworkRegions } from './frameworkRegions.ts';
import { redirectUriLines } from './redirectUris.ts';

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
