import * as l10n from '@vscode/l10n';
import { type Language, textsIn } from '../language.ts';

/** Says texts in a language, whichever the others are in. */
export type Speaker = <T>(say: () => T) => T;

/** Nothing that is awaited may be said by it. From then on, all other texts are in English: models read them. */
export function speakerOf(language: Language): Speaker {
  const contents = textsIn(language);
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
