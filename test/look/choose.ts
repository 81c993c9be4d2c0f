import { type ThemeName, themeFileName, themes } from '../host/themes.ts';
import { languages } from '../languages.ts';
import { type Combination, everyCombination } from '../webview/combinations.ts';

/** What somebody asked to look at; what is left out is all of them. */
export type Wish = {
  /** Parts of the names of views. */
  views: readonly string[];
  /** Parts of the names of themes, as people or files write them. */
  themes?: readonly string[] | undefined;
  languages?: readonly string[] | undefined;
};

/** What a wish comes to among the views with these names. Throws a sentence where a part of it names nothing. */
export function chosen(wish: Wish, views: readonly string[]): Combination[] {
  const ofViews = picked('view', wish.views, views, (view) => view);
  const ofThemes = picked('theme', wish.themes ?? [], themes, themeFileName);
  const ofLanguages = picked('language', wish.languages ?? [], languages, (language) => language);
  return everyCombination(ofViews).filter(
    ({ theme, language }) => ofThemes.includes(theme) && ofLanguages.includes(language),
  );
}

function picked<T extends string>(
  kind: string,
  parts: readonly string[],
  among: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] {
  const asked = parts.map((part) => part.toLowerCase().replaceAll(' ', '-'));
  const unknown = asked.filter((part) => !among.some((one) => nameOf(one).includes(part)));
  if (unknown.length > 0)
    throw new Error(
      `No name of a ${kind} contains "${unknown.join('", "')}". There are: ${among.map(nameOf).join(', ')}.`,
    );
  return asked.length === 0 ? among : among.filter((one) => asked.some((part) => nameOf(one).includes(part)));
}

/** The combinations of one view in one language, in a row: the page is brought up once for them. */
export type Sitting = Pick<Combination, 'view' | 'language'> & { themes: readonly ThemeName[] };

/** Combinations as few sittings: all of one language first, because a page in another one is loaded anew. */
export function sittings(combinations: readonly Combination[]): Sitting[] {
  return languages.flatMap((language) => {
    const own = combinations.filter((each) => each.language === language);
    return [...new Set(own.map(({ view }) => view))].map((view) => ({
      view,
      language,
      themes: own.filter((each) => each.view === view).map(({ theme }) => theme),
    }));
  });
}
