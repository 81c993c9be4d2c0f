import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../l10n/', import.meta.url);
const NAME = /^bundle\.l10n\.(.+)\.json$/;

/**
 * The texts of each language but English (BCP 47 tag), by the English ones, read when they are asked for: a file in `l10n` for
 * each. The packed program has in it what it can say of them (npm/build.js).
 */
export const textsByLanguage: Readonly<Record<string, () => Readonly<Record<string, string>>>> =
  Object.fromEntries(
    readdirSync(FOLDER)
      .flatMap((name) => NAME.exec(name)?.slice(1) ?? [])
      .map((language) => [
        language,
        () => JSON.parse(readFileSync(new URL(`bundle.l10n.${language}.json`, FOLDER), 'utf8')),
      ]),
  );
