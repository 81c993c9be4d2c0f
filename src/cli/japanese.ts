import texts from '../../l10n/bundle.l10n.ja.json' with { type: 'json' };

/** The Japanese texts by the English ones. Loaded only for who reads them; of the file, a bundle has those that it uses. */
export const japanese: Readonly<Record<string, string>> = texts;
