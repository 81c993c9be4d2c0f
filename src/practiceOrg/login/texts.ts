/** What the login pages say, in each language. */
export const texts = {
  en: {
    title: 'Sign in to the practice org',
    heading: 'Who do you want to be?',
    intro: (client: string, org: string) =>
      `${client} asks to sign in to ${org}. This org is a simulation on your own computer: no password is needed, and nothing here is real.`,
    people: 'People of the practice org',
    cancel: 'Cancel',
    invalidTitle: 'The OAuth client ID or redirect URI is invalid',
    invalidHelp:
      'Check that the client exists in this org and is active, and that the redirect URI is registered exactly as it is used: the scheme, the host, the path and a trailing slash all count.',
  },
  ja: {
    title: '練習用組織へのサインイン',
    heading: '誰としてサインインしますか?',
    intro: (client: string, org: string) =>
      `${client} が ${org} へのサインインを求めています。この組織はお使いのコンピューター上のシミュレーションです。パスワードは不要で、実在のデータはありません。`,
    people: '練習用組織のユーザー',
    cancel: 'キャンセル',
    invalidTitle: 'OAuth クライアント ID またはリダイレクト URI が無効です',
    invalidHelp:
      'クライアントがこの組織に存在して有効であること、リダイレクト URI が登録どおりに使われていることを確認してください。スキーム、ホスト、パス、末尾のスラッシュまで一致する必要があります。',
  },
} as const;
