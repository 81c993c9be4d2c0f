import { frameworkRedirectUris } from '../clients/frameworkNeeds.ts';
import type { Context } from './context.ts';
import type { Answers, Draft } from './draft.ts';
import { frameworkRegions } from './frameworkRegions.ts';
import { redirectUriLines } from './redirectUris.ts';

type Decides = Pick<Answers, 'moreRegions' | 'dedicatedLoginWindow'>;

/** The framework's own pages that the redirect URIs hold for these answers (rules E4, G11). */
export function frameworkPages(answers: Decides, context: Pick<Context, 'destination'>): readonly string[] {
  return frameworkRegions(answers, context).flatMap((region) =>
    frameworkRedirectUris(region, answers.dedicatedLoginWindow),
  );
}

/**
 * An answer to which regions are served, or whether in a login window, and what follows from it for redirect URIs that
 * the person typed: pages that come are added, pages that go are removed, all else stays as it is. Presets follow by
 * themselves.
 */
export function withFrameworkPages(
  change: Partial<Decides>,
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
  return { ...change, redirectUris: [...kept, ...added].join('\n') };
}
