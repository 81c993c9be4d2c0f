import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoFolder } from '../../host/paths.ts';
import { inLanguageOf } from '../../languages.ts';

/** Every text that a person reads in a language, by the file that it is in. */
export function spokenIn(language: string): readonly Spoken[] {
  const inFile = (file: string, texts: readonly string[]) => texts.map((text) => ({ file, text }));
  const schema = inLanguageOf(language, 'media/genesys-scim.schema.json');
  const names = inLanguageOf(language, 'package.nls.json');
  return [
    ...BUNDLES.flatMap(({ file, translated }) => {
      const texts = Object.entries(json(translated(language)));
      return inFile(
        file,
        language === 'en' ? texts.map(([english]) => english) : texts.map(([, text]) => text),
      );
    }),
    ...inFile(names, Object.values(json(names))),
    ...inFile(schema, descriptionsIn(JSON.parse(read(schema)))),
    ...[...DOCUMENTS, ...(language === 'en' ? [] : ONLY_TRANSLATED)].flatMap((name) => {
      const file = inLanguageOf(language, name);
      return inFile(file, linesOf(read(file)));
    }),
  ];
}

export type Spoken = { readonly file: string; readonly text: string };

/** English is what the others are translated from: it stands in one of theirs. */
const BUNDLES = [
  {
    file: 'l10n',
    translated: (language: string) =>
      language === 'en' ? 'l10n/bundle.l10n.json' : `l10n/bundle.l10n.${language}.json`,
  },
  {
    file: 'src/practiceOrg/texts',
    translated: (language: string) => `src/practiceOrg/texts/${language === 'en' ? 'ja' : language}.json`,
  },
];

const DOCUMENTS = ['docs/findings.md', 'README.md', 'CHANGELOG.md'];
/** Of these, only the translated ones: what is said of tests and of issues of GitHub has its words from there. */
const ONLY_TRANSLATED = ['SECURITY.md', 'src/cli/npm/README.md'];

export function read(path: string): string {
  return readFileSync(join(repoFolder, path), 'utf8');
}

function json(path: string): Record<string, string> {
  return JSON.parse(read(path));
}

/** What a JSON schema says to a person. */
function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) =>
    ['title', 'description'].includes(name) && typeof value === 'string'
      ? [value]
      : name === 'enumDescriptions'
        ? Object.values<string>(value)
        : descriptionsIn(value),
  );
}

/** The lines of a document, but for what is code, a comment, or where a link leads. */
function linesOf(markdown: string): string[] {
  return markdown
    .replaceAll(/```[\s\S]*?```|<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/\]\([^)]*\)/g, ']'));
}
