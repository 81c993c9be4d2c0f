// What VS Code shows, in each language, and a walk clicks.

export const COMMAND = { en: 'Create Genesys OAuth Client', ja: 'Genesys OAuth クライアントの作成' };
export const SIGN_OUT = {
  en: { command: 'Sign Out', done: /signed out|Nobody is signed in/ },
  ja: { command: 'サインアウト', done: /サインアウトしました|サインインしていません/ },
};
export const RESET = {
  en: { command: 'Reset Practice Org', done: 'as new' },
  ja: { command: '練習用組織のリセット', done: '初期状態' },
};
