import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { findingsDocument, settableCodes, severityKey, severityTexts } from './documents.ts';

/** What is written from the catalogue of findings: each file with the text that it should have. */
export async function writtenFromCatalogue(): Promise<ReadonlyMap<string, string>> {
  const read = async (path: string) => await readFile(join(repoFolder, path), 'utf8');
  const japanese = JSON.parse(await read('l10n/bundle.l10n.ja.json'));
  return new Map([
    ['docs/findings.md', findingsDocument('en', japanese)],
    ['docs/findings.ja.md', findingsDocument('ja', japanese)],
    ['package.json', manifest(await read('package.json'))],
    ['package.nls.json', withTexts(await read('package.nls.json'), severityTexts('en'))],
    ['package.nls.ja.json', withTexts(await read('package.nls.ja.json'), severityTexts('ja'))],
  ]);
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
