import type { DocumentWords } from '../documents.ts';

/** The same in Japanese. */
export const words: DocumentWords = {
  title: '拡張機能が見つける問題',
  written: '`npm run findings` が `src/core/findings` から作成します。変更はそちらで行ってください。',
  certainty: [
    '**エラー**は、必ず失敗するものです。**警告**は失敗する可能性が高いもの、**情報**と**ヒント**は、情報源によって説明が',
    '異なるもの、使う人にしかわからないもの、または推奨事項です。重大度は `genesysOAuth.severity` でコードごとに変更でき、',
    '表示しないこともできます。framework.js の 1 か所だけを除外するには、その上の行にコメント',
    '`// genesys-oauth-disable-next-line コード` を書きます。',
    '規則と事実は、リポジトリの `docs/rules.md` と `docs/genesys.md` にあります (英語)。',
  ],
  inFiles: 'ファイル',
  inWizard: 'ウィザード',
  wizardLead: '該当する入力欄のところに表示されます。エラーがある間は保存できません。',
  severities: '重大度',
  usual: (loud: string) => `${loud} (設定で変更できます)`,
  says: '表示',
  toDo: '対処',
  rests: '根拠',
  rule: (list: string) => `規則 ${list}`,
  facts: (list: string) => `事実 ${list}`,
  columns: ['コード', '重大度', '表示', '規則'],
  loudness: { error: 'エラー', warning: '警告', information: '情報', hint: 'ヒント' },
  colon: ': ',
};
