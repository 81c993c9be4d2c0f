/** How a cause shows to those who use its client, while everything else is in order. */
export type Shows =
  /** Nobody logs in with the client, and it gets no token. */
  | 'no-login'
  /** A login that does not use PKCE is refused; one that does goes on. */
  | 'no-login-without-pkce'
  /** Logging in goes on, and the calls that follow are refused. */
  | 'calls-refused'
  /** A token from before opens nothing; logging in again helps. */
  | 'former-token-refused'
  /** A token that nobody uses for a while opens nothing any more. */
  | 'idle-token-refused'
  /** Logging in goes on, and brings no refresh token. */
  | 'no-refresh-token'
  /** The org itself refuses nothing: a browser does, by what a setting says. */
  | 'setting-only';

/** A text in both languages of the org. */
type Both = { readonly en: string; readonly ja: string };

type About = {
  /** What is the matter. */
  readonly does: Both;
  readonly shows: Shows;
  /** Which clients it can be brought about for, as the end of a sentence that begins with "needs". */
  readonly needs: string;
};

const anyClient = 'an active client of the org';
const withLogin = 'an active client with redirect URIs';
const ofFramework = 'an active client of the Embeddable Framework';
const machine = 'an active client with client credentials that holds a role';

/** Every cause that an org can show, once; how it comes about is in changes.ts, and the compiler leads there. */
export const causes = {
  'client-missing': {
    does: { en: 'The client is deleted.', ja: 'クライアントが削除されています。' },
    shows: 'no-login',
    needs: anyClient,
  },
  'client-being-deleted': {
    does: {
      en: 'The client is inactive, and will be deleted in four days.',
      ja: 'クライアントは非アクティブで、4 日後に削除されます。',
    },
    shows: 'no-login',
    needs: anyClient,
  },
  'client-not-active': {
    does: { en: 'The client is disabled.', ja: 'クライアントが無効になっています。' },
    shows: 'no-login',
    needs: anyClient,
  },
  'grant-withdrawn': {
    does: {
      en: 'The implicit grant has been withdrawn, and the client uses it.',
      ja: 'クライアントが使う暗黙的許可は廃止されました。',
    },
    shows: 'no-login',
    needs: 'an active client with the implicit grant',
  },
  'grant-unsuited': {
    does: {
      en: 'The client has another grant type than the application logs in with.',
      ja: 'クライアントの許可タイプが、アプリケーションのログイン方法と合いません。',
    },
    shows: 'no-login',
    needs: 'an active client of another grant type than SAML2 Bearer',
  },
  'pkce-without-verifier': {
    does: {
      en: 'The client has no secret, so a login must use PKCE.',
      ja: 'クライアントにシークレットがないため、ログインには PKCE が必要です。',
    },
    shows: 'no-login-without-pkce',
    needs: 'an active client of Code Authorization that has a secret',
  },
  'redirect-uri-of-other-region': {
    does: {
      en: 'The redirect URIs of the client lead to another region.',
      ja: 'クライアントのリダイレクト URI が別のリージョンを指しています。',
    },
    shows: 'no-login',
    needs: ofFramework,
  },
  'redirect-uri-inexact': {
    does: {
      en: 'The redirect URIs of the client differ in one character, the slash at the end.',
      ja: 'クライアントのリダイレクト URI は、末尾のスラッシュ 1 文字だけが違います。',
    },
    shows: 'no-login',
    needs: withLogin,
  },
  'redirect-uri-missing': {
    does: {
      en: 'The redirect URI of the application is not registered.',
      ja: 'アプリケーションのリダイレクト URI が登録されていません。',
    },
    shows: 'no-login',
    needs: withLogin,
  },
  'partner-page': {
    does: {
      en: 'Only the pages of a partner are registered, not those of the framework itself.',
      ja: 'パートナーのページだけが登録されており、フレームワーク自体のページは登録されていません。',
    },
    shows: 'no-login',
    needs: ofFramework,
  },
  'secret-rotated': {
    does: {
      en: 'The client has got a new secret, and the caller still uses the old one.',
      ja: 'クライアントに新しいシークレットが発行されましたが、呼び出し元は古いものを使っています。',
    },
    shows: 'no-login',
    needs: 'an active client that logs in with its secret',
  },
  'client-not-authorized': {
    does: {
      en: 'The org must authorize clients, and has not authorized this one.',
      ja: '組織はクライアントの承認を必須にしており、このクライアントは承認されていません。',
    },
    shows: 'no-login',
    needs: anyClient,
  },
  'scopes-enforced': {
    does: {
      en: 'The org enforces scopes, and the client, an old one, has none.',
      ja: '組織はスコープを強制しており、古いこのクライアントにはスコープがありません。',
    },
    shows: 'calls-refused',
    needs: 'an active client that has scopes',
  },
  'scope-missing': {
    does: {
      en: 'The client lacks the scope user-basic-info.',
      ja: 'クライアントにスコープ user-basic-info がありません。',
    },
    shows: 'calls-refused',
    needs: 'an active client with user-basic-info and another scope',
  },
  'no-role': {
    does: { en: 'The client holds no role.', ja: 'クライアントにロールがありません。' },
    shows: 'calls-refused',
    needs: machine,
  },
  'role-lacks-permission': {
    does: {
      en: 'The only role of the client is Employee, which allows nearly nothing.',
      ja: 'クライアントのロールは、ほとんど何も許可しない Employee だけです。',
    },
    shows: 'calls-refused',
    needs: machine,
  },
  'division-lacks-object': {
    does: {
      en: 'The client holds its roles in the Home division only.',
      ja: 'クライアントのロールは Home 部門に限られています。',
    },
    shows: 'calls-refused',
    needs: 'an active client with client credentials that holds a role outside Home',
  },
  'scim-token-ended': {
    does: {
      en: 'The token that the identity provider got on the day of the client has ended.',
      ja: 'クライアントの作成日に ID プロバイダーが取得したトークンの期限が切れました。',
    },
    shows: 'former-token-refused',
    needs: 'an active client with the long token duration of SCIM',
  },
  'token-ended': {
    does: {
      en: 'Every token of the client has ended, and so has all that could renew it.',
      ja: 'クライアントのトークンと、それを更新する手段がすべて終了しました。',
    },
    shows: 'former-token-refused',
    needs: anyClient,
  },
  'hipaa-timeout': {
    does: {
      en: 'HIPAA is on: tokens end after 15 idle minutes.',
      ja: 'HIPAA が有効で、15 分間使われないトークンは終了します。',
    },
    shows: 'idle-token-refused',
    needs: anyClient,
  },
  'inactivity-timeout': {
    does: {
      en: 'The inactivity timeout is on: tokens end after five idle minutes.',
      ja: '非アクティブタイムアウトが有効で、5 分間使われないトークンは終了します。',
    },
    shows: 'idle-token-refused',
    needs: anyClient,
  },
  'no-refresh-token': {
    does: {
      en: 'The inactivity timeout is on, so nobody gets a refresh token.',
      ja: '非アクティブタイムアウトが有効なため、リフレッシュトークンは発行されません。',
    },
    shows: 'no-refresh-token',
    needs: 'an active client of Code Authorization',
  },
  'embedding-not-allowed': {
    does: {
      en: 'The embedding allow-list is on, and the site of the application is not on it.',
      ja: '埋め込みの許可リストが有効で、アプリケーションのサイトが載っていません。',
    },
    shows: 'setting-only',
    needs: withLogin,
  },
  'ip-not-allowed': {
    does: {
      en: 'The IP allow-list is on, and the caller is not on it.',
      ja: 'IP アドレスの許可リストが有効で、呼び出し元が載っていません。',
    },
    shows: 'calls-refused',
    needs: anyClient,
  },
  'rate-limited': {
    does: {
      en: 'The client calls more often than it may.',
      ja: 'クライアントの呼び出し回数が上限を超えています。',
    },
    shows: 'calls-refused',
    needs: anyClient,
  },
} as const satisfies Readonly<Record<string, About>>;

/** A cause that the org can show. */
export type CauseId = keyof typeof causes;

/** Causes that no org shows, each with where it is. */
export const causesOutside = {
  'unknown-host': 'in the address that the application calls',
  'other-region': 'in the region that the application logs in to',
  'clock-wrong':
    'in the clock of the computer; the switch `clockOffsetSeconds` moves that of the org instead, and the header Date with it',
  'cookies-blocked': 'in the browser',
  'pop-ups-blocked': 'in the browser',
} as const satisfies Readonly<Record<string, string>>;

/** Every cause that the org can show, by its ID. */
export const causeIds: readonly CauseId[] = Object.keys(causes).filter(isCause);

/** Whether a text is the ID of a cause that the org can show. */
export function isCause(text: string): text is CauseId {
  return Object.hasOwn(causes, text);
}
