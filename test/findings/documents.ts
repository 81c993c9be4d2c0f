import * as l10n from '@vscode/l10n';
import { type DiagnosticCode, diagnostics } from '../../src/core/findings/catalogue.ts';
import { documentation } from '../../src/core/findings/documentation.ts';
import { draftFindings } from '../../src/core/findings/draftFindings.ts';
import type { FindingEntry, Severity } from '../../src/core/findings/entry.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { textsIn } from '../languages.ts';

/** What is said around the catalogue in one language: `words/` has a file for each. */
export type DocumentWords = {
  readonly title: string;
  readonly written: string;
  readonly certainty: readonly string[];
  readonly inFiles: string;
  readonly inWizard: string;
  readonly wizardLead: string;
  readonly severities: string;
  readonly usual: (loud: string) => string;
  readonly says: string;
  readonly toDo: string;
  readonly rests: string;
  readonly rule: (list: string) => string;
  readonly facts: (list: string) => string;
  readonly columns: readonly [string, string, string, string];
  readonly loudness: Readonly<Record<Severity, string>>;
  readonly colon: string;
};

/**
 * docs/findings.md, or that for readers of another language (BCP 47 tag): each code of the catalogue, those of files under a
 * heading that is the code itself, because the diagnostics lead there.
 */
export async function findingsDocument(language: string): Promise<string> {
  const { words }: { words: DocumentWords } = await import(`./words/${language}.ts`);
  return await inLanguage(language, () => {
    const lines = [
      `# ${words.title}`,
      '',
      `<!-- ${words.written} -->`,
      '',
      ...words.certainty,
      '',
      `## ${words.inFiles}`,
      ...settableCodes.flatMap((code) => section(code, words, language)),
      '',
      `## ${words.inWizard}`,
      '',
      words.wizardLead,
      '',
      `| ${words.columns.join(' | ')} |`,
      `|${'---|'.repeat(words.columns.length)}`,
      ...Object.entries(draftFindings).map(([code, entry]) => row(code, entry, words, language)),
    ];
    return `${lines.join('\n')}\n`;
  });
}

/** What the setting `genesysOAuth.severity` says of each code, by the key of the manifest's texts. */
export async function severityTexts(language: string): Promise<Record<string, string>> {
  return await inLanguage(language, () =>
    Object.fromEntries(settableCodes.map((code) => [severityKey(code), documentation[code]().title])),
  );
}

/** The codes that people can set the severity of, as the manifest lists them. */
export const settableCodes = Object.keys(diagnostics) as readonly DiagnosticCode[];

export function severityKey(code: string): string {
  return `severity.${code}`;
}

function section(code: DiagnosticCode, words: DocumentWords, language: string): readonly string[] {
  const entry: FindingEntry = diagnostics[code];
  const { title, meaning, remedy } = documentation[code]();
  const [usual] = entry.severities;
  const sources = [
    ...(entry.rules === undefined ? [] : [words.rule(listed(entry.rules, language))]),
    ...(entry.facts === undefined ? [] : [words.facts(listed(entry.facts, language))]),
  ];
  return [
    '',
    `### \`${code}\``,
    '',
    `**${title}** ${meaning}`,
    '',
    `- ${words.severities}${words.colon}${words.usual(loudness(entry.severities, words, language))}`,
    `- ${words.says}${words.colon}${plain(entry.text({ client: '{client}' }, usual))}`,
    `- ${words.toDo}${words.colon}${remedy}`,
    `- ${words.rests}${words.colon}${listed(sources, language)}`,
  ];
}

function row(code: string, entry: FindingEntry, words: DocumentWords, language: string): string {
  const says = plain(entry.text({}, entry.severities[0]));
  const loud = loudness(entry.severities, words, language);
  return `| ${[`\`${code}\``, loud, says, listed(entry.rules ?? [], language)].join(' | ')} |`;
}

function loudness(severities: readonly Severity[], words: DocumentWords, language: string): string {
  return listed(
    severities.map((each) => words.loudness[each]),
    language,
  );
}

/** As Markdown shows it letter by letter. */
function plain(text: string): string {
  return text.replace(/[<>*|#_]/g, (character) => `\\${character}`);
}

async function inLanguage<T>(language: string, say: () => T): Promise<T> {
  l10n.config({ contents: await textsIn(language) });
  try {
    return say();
  } finally {
    l10n.config({ contents: {} });
  }
}
