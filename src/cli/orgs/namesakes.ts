import * as l10n from '@vscode/l10n';
import { placeOf } from '../../core/texts/regions.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';

/** An org as far as one is told from others. `account` is another for each; `region` is a domain. */
type Told = {
  readonly org: { readonly id: string; readonly name: string };
  readonly account: { readonly account: string; readonly region: string };
};

/** Whether a word of `--org` is the name or the ID of an org. */
export function isCalled({ org }: Pick<Told, 'org'>, word: string): boolean {
  const wanted = word.toLowerCase();
  return org.id.toLowerCase() === wanted || org.name.toLowerCase() === wanted;
}

/** That a word is the name of several orgs, and how one of them is named; undefined where each word is that of one. */
export function namesakesText(
  words: readonly string[],
  orgs: readonly Told[],
  language: string,
): string | undefined {
  for (const word of words) {
    const called = new Map(
      orgs.filter((each) => isCalled(each, word)).map((each) => [each.account.account, each]),
    );
    const [first, second] = called.values();
    if (first === undefined || second === undefined) continue;
    const each = [...called.values()].map(({ org, account }) => `${org.id} (${placeOf(account.region)})`);
    return inOneText([
      l10n.t('Several organizations are called "{0}": {1}.', word, listed(each, language)),
      l10n.t('Name one by its ID: {0}.', `--org ${first.org.id}`),
    ]);
  }
  return undefined;
}
