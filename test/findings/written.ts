import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { inLanguageOf, languages } from '../languages.ts';
import { findingsDocument, settableCodes, severityKey, severityTexts } from './documents.ts';

/** What is written from the catalogue of findings: each file with the text that it should have. */
export async function writtenFromCatalogue(): Promise<ReadonlyMap<string, string>> {
  const read = async (path: string) => await readFile(join(repoFolder, path), 'utf8');
  const written = new Map([['package.json', manifest(await read('package.json'))]]);
  for (const language of languages) {
    const names = inLanguageOf(language, 'package.nls.json');
    written
      .set(inLanguageOf(language, 'docs/findings.md'), await findingsDocument(language))
      .set(names, withTexts(await read(names), await severityTexts(language)));
  }
  return written;
}

function manifest(text: string): string {
  const parsed = JSON.parse(text);
  const { propertyNames } = parsed.contributes.configuration.properties['genesysOAuth.severity'];
  propertyNames.enum = settableCodes;
  propertyNames.enumDescriptions = settableCodes.map((code) => `%${severityKey(code)}%`);
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** The texts of the codes stand where they stood; those of codes that are gone go. */
function withTexts(text: string, texts: Record<string, string>): string {
  const entries = Object.entries<string>(JSON.parse(text));
  const isOfCode = (key: string) => /^severity\.[a-z]+-/.test(key);
  const before = entries.findIndex(([key]) => isOfCode(key));
  const others = entries.filter(([key]) => !isOfCode(key));
  const all = [...others.slice(0, before), ...Object.entries(texts), ...others.slice(before)];
  return `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
}
