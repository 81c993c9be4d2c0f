import * as l10n from '@vscode/l10n';
import { type DiagnosticCode, diagnostics } from '../../src/core/findings/catalogue.ts';
import { documentation } from '../../src/core/findings/documentation.ts';
import { draftFindings } from '../../src/core/findings/draftFindings.ts';
import type { FindingEntry, Severity } from '../../src/core/findings/entry.ts';

/** What is said around the catalogue, in both languages. */
const WORDS = {
  en: {
    title: 'What the extension finds',
    written: 'Written by `npm run findings` from `src/core/findings`; change it there.',
    certainty: [
      'An **error** is what is certain to fail. A **warning** is likely to; **information** and a **hint** are what the',
      'sources disagree on, what only you can know, or advice. `genesysOAuth.severity` sets how loud each code is, or turns',
      'it off; a comment `// genesys-oauth-disable-next-line code` leaves out one place of a framework.js.',
      'Rules and facts are those of `docs/rules.md` and `docs/genesys.md` in the repository.',
    ],
    inFiles: 'In files',
    inWizard: 'In the wizard',
    wizardLead: 'Each stands at the answer that it is about. With an error, the wizard does not save.',
    severities: 'How loud',
    usual: (loud: string) => `${loud}, unless the settings say otherwise`,
    says: 'Says',
    toDo: 'What to do',
    rests: 'Comes from',
    rule: (list: string) => `rule ${list}`,
    facts: (list: string) => `facts ${list}`,
    columns: ['Code', 'How loud', 'Says', 'Rule'],
    loudness: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
    stop: '.',
    colon: ': ',
  },
  ja: {
    title: '拡張機能が指摘する項目',
    written: '`npm run findings` が `src/core/findings` から作成します。変更はそちらで行ってください。',
    certainty: [
      '**エラー**は、必ず失敗するものです。**警告**は失敗する可能性が高いもの、**情報**と**ヒント**は、情報源によって説明が',
      '異なるもの、使う人にしか分からないもの、または推奨事項です。重大度は `genesysOAuth.severity` でコードごとに変更でき、',
      '表示しないこともできます。framework.js の 1 か所だけを除外するには、その上の行にコメント',
      '`// genesys-oauth-disable-next-line コード` を書きます。',
      '規則と事実は、リポジトリの `docs/rules.md` と `docs/genesys.md` にあります(英語)。',
    ],
    inFiles: 'ファイル',
    inWizard: 'ウィザード',
    wizardLead: '該当する回答のところに表示されます。エラーがある間は保存できません。',
    severities: '重大度',
    usual: (loud: string) => `${loud}(設定で変更できます)`,
    says: '表示',
    toDo: '対処',
    rests: '根拠',
    rule: (list: string) => `規則 ${list}`,
    facts: (list: string) => `事実 ${list}`,
    columns: ['コード', '重大度', '表示', '規則'],
    loudness: { error: 'エラー', warning: '警告', information: '情報', hint: 'ヒント' },
    stop: '。',
    colon: ': ',
  },
} as const;

export type DocumentLanguage = keyof typeof WORDS;

/**
 * docs/findings.md, or that for readers of Japanese: each code of the catalogue, those of files under a heading that is the
 * code itself, because the diagnostics lead there.
 * @param japanese The Japanese texts by the English ones.
 */
export function findingsDocument(language: DocumentLanguage, japanese: Record<string, string>): string {
  return inLanguage(language, japanese, () => {
    const words = WORDS[language];
    const lines = [
      `# ${words.title}`,
      '',
      `<!-- ${words.written} -->`,
      '',
      ...words.certainty,
      '',
      `## ${words.inFiles}`,
      ...settableCodes.flatMap((code) => section(code, language)),
      '',
      `## ${words.inWizard}`,
      '',
      words.wizardLead,
      '',
      `| ${words.columns.join(' | ')} |`,
      `|${'---|'.repeat(words.columns.length)}`,
      ...Object.entries(draftFindings).map(([code, entry]) => row(code, entry, language)),
    ];
    return `${lines.join('\n')}\n`;
  });
}

/** What the setting `genesysOAuth.severity` says of each code, by the key of the manifest's texts. */
export function severityTexts(language: DocumentLanguage): Record<string, string> {
  return Object.fromEntries(
    settableCodes.map((code) => [
      severityKey(code),
      `${documentation[code][language].title}${WORDS[language].stop}`,
    ]),
  );
}

/** The codes that people can set the severity of, as the manifest lists them. */
export const settableCodes = Object.keys(diagnostics) as readonly DiagnosticCode[];

export function severityKey(code: string): string {
  return `severity.${code}`;
}

function section(code: DiagnosticCode, language: DocumentLanguage): readonly string[] {
  const words = WORDS[language];
  const entry: FindingEntry = diagnostics[code];
  const { title, meaning, remedy } = documentation[code][language];
  const [usual] = entry.severities;
  const sources = [
    ...(entry.rules === undefined ? [] : [words.rule(entry.rules.join(', '))]),
    ...(entry.facts === undefined ? [] : [words.facts(entry.facts.join(', '))]),
  ];
  return [
    '',
    `### \`${code}\``,
    '',
    `**${title}${words.stop}** ${meaning}`,
    '',
    `- ${words.severities}${words.colon}${words.usual(loudness(entry.severities, language))}`,
    `- ${words.says}${words.colon}${plain(entry.text({ client: '{client}' }, usual))}`,
    `- ${words.toDo}${words.colon}${remedy}`,
    `- ${words.rests}${words.colon}${sources.join(', ')}`,
  ];
}

function row(code: string, entry: FindingEntry, language: DocumentLanguage): string {
  const says = plain(entry.text({}, entry.severities[0]));
  const cells = [`\`${code}\``, loudness(entry.severities, language), says, (entry.rules ?? []).join(', ')];
  return `| ${cells.join(' | ')} |`;
}

function loudness(severities: readonly Severity[], language: DocumentLanguage): string {
  return severities.map((each) => WORDS[language].loudness[each]).join(', ');
}

/** As Markdown shows it letter by letter. */
function plain(text: string): string {
  return text.replace(/[<>*|#_]/g, (character) => `\\${character}`);
}

function inLanguage<T>(language: DocumentLanguage, japanese: Record<string, string>, say: () => T): T {
  l10n.config({ contents: language === 'ja' ? japanese : {} });
  try {
    return say();
  } finally {
    l10n.config({ contents: {} });
  }
}
