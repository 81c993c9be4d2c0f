import type { Language } from './languagePack.ts';

const texts = {
  en: {
    open: (address: string) => `Open ${address} in your browser.`,
    opened: 'VS Code is open.',
    rest: [
      '',
      'Then try:',
      '  1. Press F1 and run "Create Genesys OAuth Client".',
      '  2. Choose the Embeddable Framework, connect to the practice org as its administrator, and follow the pages.',
      '  3. After Save, look at src/framework.js: one value has changed.',
      '',
      'The org is a practice org on this machine: nothing you do reaches a real one.',
      'Ctrl+C here stops everything.',
    ],
  },
  ja: {
    open: (address: string) => `ブラウザーで ${address} を開いてください。`,
    opened: 'VS Code が開きました。',
    rest: [
      '',
      'まずお試しください:',
      '  1. F1 キーを押し、「Genesys OAuth クライアントの作成」を実行します。',
      '  2. Embeddable Framework を選び、練習用組織に管理者として接続し、画面の案内に沿って進みます。',
      '  3. 保存した後、src/framework.js を確認します。変更された値は 1 つだけです。',
      '',
      '日本語になるのは、この拡張機能の画面とメッセージです。VS Code 自体のメニューや設定画面などは英語のままです。',
      'VS Code の日本語の言語パックは Marketplace にあり、ここでは使いません。言語パックを入れたふだんの VS Code では、両方とも日本語になります。',
      '',
      '組織はこのコンピューター上の練習用です。実際の組織には何も送信されません。',
      'ここで Ctrl+C を押すと、すべて終了します。',
    ],
  },
};

/** What a person reads once everything runs. `address` is undefined when VS Code opened in a window of its own. */
export function describeStart(language: Language, address: string | undefined): string {
  const { open, opened, rest } = texts[language];
  return ['', address === undefined ? opened : open(address), ...rest, ''].join('\n');
}
