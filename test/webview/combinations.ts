import { type ThemeName, themes } from '../host/themes.ts';
import { languages } from '../languages.ts';

/** A view as somebody may have it before them. */
export type Combination = { view: string; theme: ThemeName; language: string };

/** Each of these views in every theme and every language, one view after the other, so that a page is loaded rarely. */
export function everyCombination(views: readonly string[]): Combination[] {
  return views.flatMap((view) =>
    languages.flatMap((language) => themes.map((theme) => ({ view, theme, language }))),
  );
}

/**
 * A selection of them, half as large, in which each view occurs in each theme and in each language, and each theme in each
 * language: a view's themes have the languages by turns, and the next view's begin with the other one.
 */
export function pairedCombinations(views: readonly string[]): Combination[] {
  return views.flatMap((view, row) =>
    themes.flatMap((theme, column) => {
      const language = languages[(row + column) % languages.length];
      return language === undefined ? [] : [{ view, theme, language }];
    }),
  );
}
