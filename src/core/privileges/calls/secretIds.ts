/**
 * Formed like an ID: some tokens and secrets are, and every ID of a client, a role or a call is. Nothing but the words around it
 * tells them apart.
 */
const ID =
  '(?<![\\w-])(?:[0-9a-f]{8}(?:[-\u2010-\u2015\u2212][0-9a-f]{4}){3}[-\u2010-\u2015\u2212][0-9a-f]{12}|[0-9a-f]{32})(?![\\w-])';
/** What nobody else may know, as people and programs call it. */
const SECRET =
  'secret|token|bearer|password|passwd|passphrase|passcode|api[-_ ]?key|private[-_ ]?key|assertion|session|シークレット|トークン|ベアラー|パスワード|秘密|合言葉';
/** What has an ID that anybody may know. */
const NAMED =
  'client|app(?:lication)?s?\\b|role|division|user|people|person|org(?:anization)?s?\\b|queue|group|team|contact|conversation|correlation|context|request[-_ ]?id|trace|\\s-u\\b|クライアント|アプリ|ロール|部門|ユーザー|組織|キュー|グループ|相関';

const ANY_ID = new RegExp(ID, 'i');
const WORDS = new RegExp(`(${ID})|(${SECRET})|(?:${NAMED})`, 'gi');

/** How many characters before it the last word may stand that says what it is; and behind it in its line, where none does. */
const BEFORE = 100;
const BEHIND = 40;

/** What a sentence says of it is surer than what stands before: "… as its token", "… (token)", 「… というトークン」. */
const SAYS_SO = new RegExp(
  `^["'\`」』)）]{0,3}\\s{0,3}(?:as\\s+(?:\\w+\\s+){0,3}|(?:is|was)\\s+(?:\\w+\\s+){0,4}|[(（]\\s{0,3}(?:\\w+\\s+){0,2}|(?:という|を|は|が)[^\\n]{0,6})(?:${SECRET})`,
  'i',
);

type Place = { readonly start: number; readonly end: number };

/** A text in which nothing that is formed like an ID is a token or a secret by the words around it. */
export function withoutSecretIds(text: string): string {
  if (!ANY_ID.test(text)) return text;
  let masked = '';
  let from = 0;
  for (const { start, end } of secretIds(text)) {
    masked += `${text.slice(from, start)}…`;
    from = end;
  }
  return masked + text.slice(from);
}

function* secretIds(text: string): Generator<Place> {
  let last: { readonly end: number; readonly isSecret: boolean } | undefined;
  /** One before which no word says what it is. */
  let open: Place | undefined;
  for (const { index: start, 0: whole, 1: id, 2: secret } of text.matchAll(WORDS)) {
    const end = start + whole.length;
    if (id === undefined) {
      const isSecret = secret !== undefined;
      if (open !== undefined && isSecret && isBeside(text.slice(open.end, start))) yield open;
      open = undefined;
      last = { end, isSecret };
      continue;
    }
    open = undefined;
    const isTold = last !== undefined && start - last.end <= BEFORE;
    if ((isTold && last?.isSecret) || SAYS_SO.test(text.slice(end, end + BEHIND))) yield { start, end };
    else if (!isTold) open = { start, end };
  }
}

function isBeside(between: string): boolean {
  return between.length <= BEHIND && !between.includes('\n');
}
