import * as l10n from '@vscode/l10n';
import type { Language } from '../language.ts';

/** Says texts in a language, whichever the others are in. */
export type Speaker = <T>(say: () => T) => T;

/** Nothing that is awaited may be said by it. From when this resolves, all other texts are in English: models read them. */
export async function speakerOf(language: Language): Promise<Speaker> {
  const contents = language === 'en' ? {} : (await import('../japanese.ts')).japanese;
  l10n.config({ contents: {} });
  return (say) => {
    l10n.config({ contents });
    try {
      return say();
    } finally {
      l10n.config({ contents: {} });
    }
  };
}
