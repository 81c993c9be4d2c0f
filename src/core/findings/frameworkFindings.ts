import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about a framework.js, as far as its text tells. */
export const frameworkFile = {
  'no-client-id': {
    severities: ['information'],
    rules: ['E1', 'E6'],
    facts: ['5.2'],
    text: () =>
      l10n.t(
        'No region has a Client ID. A public deployment needs one for each region that agents sign in to; a private one does without.',
      ),
  },
  'placeholder-client-id': {
    severities: ['warning', 'hint'],
    rules: ['E6'],
    facts: ['5.2', '5.4'],
    text: (words) =>
      'by' in words
        ? l10n.t(
            '"{text}" looks like a place that a build fills in. Unless it puts a Client ID for {region} here, the entry does not work.',
            words,
          )
        : l10n.t('"{text}" is not a Client ID. Put the ID of your OAuth client for {region} here.', words),
  },
  'malformed-client-id': {
    severities: ['error'],
    rules: ['E6'],
    facts: ['5.2', '5.4'],
    text: (words) =>
      l10n.t(
        '"{text}" is not a complete Client ID: one has 32 hexadecimal digits in groups of 8-4-4-4-12, and nothing around them.',
        words,
      ),
  },
  'unknown-region': {
    severities: ['warning', 'information'],
    rules: ['E6'],
    facts: ['3', '5.2'],
    text: (words) =>
      'suggestion' in words
        ? l10n.t(
            '"{region}" is not the domain of a region, so this entry is ignored. The domain is {suggestion}.',
            words,
          )
        : l10n.t(
            '"{region}" is not a region that this extension knows. An entry counts only for agents who sign in at exactly this domain.',
            words,
          ),
  },
  'duplicate-region': {
    severities: ['warning'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      l10n.t(
        'This entry has no effect: {region} is here again in line {line}, and the last one counts.',
        words,
      ),
  },
  'duplicate-setting': {
    severities: ['warning'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      l10n.t('This has no effect: {name} is here again in line {line}, and the last one counts.', words),
  },
  'entries-not-checked': {
    severities: ['information'],
    facts: ['3', '5.2'],
    text: (words) =>
      'named' in words
        ? l10n.t(
            'The first {named} entries or settings without effect are named one by one; {more} more follow from here on.',
            words,
          )
        : l10n.t(
            'Only the first {checked} entries are checked; {more} more follow from here on. Genesys Cloud has far fewer regions.',
            words,
          ),
  },
  'auth-token-without-client-id': {
    severities: ['warning'],
    rules: ['E1'],
    facts: ['5.1', '5.2'],
    text: () =>
      l10n.t(
        'This file calls getAuthToken, which works only with a Client ID for the region that the agent signs in to. No region has one.',
      ),
  },
  'commented-out-only': {
    severities: ['information'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) => l10n.t('The only Client ID is in a comment ({region}), so it does not count.', words),
  },
  'built-copy': {
    severities: ['hint'],
    rules: ['E6'],
    facts: ['5.4'],
    text: (words) =>
      'source' in words
        ? l10n.t('This is a built copy: the next build writes it anew. Edit {source}.', words)
        : l10n.t('This is a built copy: the next build writes it anew. Edit the file that it is built from.'),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const frameworkFileDocumentation: Readonly<Record<keyof typeof frameworkFile, Documentation>> = {
  'no-client-id': {
    en: {
      title: 'No region has a Client ID',
      meaning:
        'clientIds is empty. A private deployment that never calls getAuthToken works like this; in a public deployment nobody can log in. The file does not tell which of the two it is for.',
      remedy:
        'Create an OAuth client, or choose one that exists, for each region that agents log in to. Leave it as it is for a private deployment.',
    },
    ja: {
      title: 'どのリージョンにもクライアント ID がありません',
      meaning:
        'clientIds が空です。getAuthToken を呼び出さないプライベートデプロイメントはこのままで動作しますが、パブリックデプロイメントではだれもログインできません。どちらのデプロイメント用かは、ファイルからは分かりません。',
      remedy:
        'エージェントがログインするリージョンごとに、OAuth クライアントを作成するか、既存のものを選んでください。プライベートデプロイメントであれば、このままで構いません。',
    },
  },
  'placeholder-client-id': {
    en: {
      title: 'A text that waits to be replaced by a Client ID',
      meaning:
        'The value is no Client ID, but a text such as those in examples. Agents of this region cannot log in with it. What has the form of a place that a build fills in is only a hint.',
      remedy: 'Put the Client ID of an OAuth client of this region in its place.',
    },
    ja: {
      title: 'クライアント ID に置き換えるべき文字列',
      meaning:
        '値がクライアント ID ではなく、記入例のような文字列です。このままでは、このリージョンのエージェントはログインできません。ビルドで置き換えられる形式のものは、ヒントにとどめています。',
      remedy: 'このリージョンの OAuth クライアントのクライアント ID に置き換えてください。',
    },
  },
  'malformed-client-id': {
    en: {
      title: 'A Client ID that is not complete, or has something around it',
      meaning:
        'The value looks like a Client ID that lost or gained something when it was copied. Genesys Cloud has no client with such an ID.',
      remedy:
        'Copy the Client ID again from the page of the client. Where only quotes, braces or blanks are in the way, the quick fix takes them out.',
    },
    ja: {
      title: '不完全な、または余分な文字の付いたクライアント ID',
      meaning:
        'コピーの際に文字が欠けたり増えたりしたクライアント ID と思われます。このような ID のクライアントは Genesys Cloud にはありません。',
      remedy:
        'クライアントのページからクライアント ID をコピーし直してください。引用符、括弧、空白が余分なだけであれば、クイックフィックスで取り除けます。',
    },
  },
  'unknown-region': {
    en: {
      title: 'A key that is not the domain of a region',
      meaning:
        'The keys of clientIds are the domains that agents log in to, such as mypurecloud.ie. A name of a region, or one of its hosts, is not looked up. A domain that this extension does not know may be right: Genesys opens regions, and some organizations have a domain of their own.',
      remedy:
        'Write the domain of the region. Where it is clear which one is meant, the quick fix writes it.',
    },
    ja: {
      title: 'リージョンのドメインではないキー',
      meaning:
        'clientIds のキーは、mypurecloud.ie のような、エージェントがログインするドメインです。リージョンの名前やホスト名は参照されません。この拡張機能が知らないドメインでも、正しいことがあります。Genesys はリージョンを追加しており、独自のドメインを持つ組織もあるためです。',
      remedy:
        'リージョンのドメインを書いてください。どのリージョンのことか明らかな場合は、クイックフィックスで書き込めます。',
    },
  },
  'duplicate-region': {
    en: {
      title: 'A region that is there twice',
      meaning: 'In JavaScript, the last of two properties of the same name counts. The first is ignored.',
      remedy: 'Remove the one without effect, or correct its key if another region was meant.',
    },
    ja: {
      title: '2 回書かれているリージョン',
      meaning:
        'JavaScript では、同じ名前のプロパティが 2 つあると後のものが有効になり、前のものは無視されます。',
      remedy: '無効なほうを削除してください。別のリージョンのつもりであれば、キーを直してください。',
    },
  },
  'duplicate-setting': {
    en: {
      title: 'A setting that is there twice',
      meaning: 'In JavaScript, the last of two properties of the same name counts. The first is ignored.',
      remedy: 'Remove the one without effect. Look first whether the right one counts.',
    },
    ja: {
      title: '2 回書かれている設定',
      meaning:
        'JavaScript では、同じ名前のプロパティが 2 つあると後のものが有効になり、前のものは無視されます。',
      remedy: '無効なほうを削除してください。その前に、有効になっているほうが正しいか確認してください。',
    },
  },
  'entries-not-checked': {
    en: {
      title: 'Very many entries, of which only the first are checked',
      meaning:
        'Checking a file must not take longer because of what is in it, so only the first 50 entries of clientIds are looked at one by one, and of the entries or settings without effect the first 50. Genesys Cloud has far fewer regions.',
      remedy:
        'Look whether these entries belong into this file. What is said of the first ones may be true of the others, too.',
    },
    ja: {
      title: '最初の項目だけが検査されている、多数の項目',
      meaning:
        'ファイルの内容によって検査が長引くことのないよう、clientIds の項目は最初の 50 個だけを、無効な項目や設定も最初の 50 個だけを 1 つずつ検査します。Genesys Cloud のリージョンはこれよりはるかに少数です。',
      remedy:
        'これらの項目がこのファイルに必要かどうかを確認してください。最初の項目についての指摘は、残りの項目にも当てはまる可能性があります。',
    },
  },
  'auth-token-without-client-id': {
    en: {
      title: 'getAuthToken is called, but no region has a Client ID',
      meaning:
        'The framework gets an access token through the OAuth client of the region. Without a Client ID, getAuthToken cannot give one.',
      remedy: 'Create an OAuth client, or choose one that exists, for each region that agents log in to.',
    },
    ja: {
      title: 'getAuthToken が呼び出されていますが、どのリージョンにもクライアント ID がありません',
      meaning:
        'フレームワークは、リージョンの OAuth クライアントを通じてアクセストークンを取得します。クライアント ID がないと、getAuthToken はトークンを返せません。',
      remedy:
        'エージェントがログインするリージョンごとに、OAuth クライアントを作成するか、既存のものを選んでください。',
    },
  },
  'commented-out-only': {
    en: {
      title: 'The only Client IDs are in comments',
      meaning:
        'Genesys delivers the file with examples of entries in comments. An entry counts only outside of them.',
      remedy:
        'Take the entry out of its comment, if it is the right one. The quick fix does that, and leaves the other lines alone.',
    },
    ja: {
      title: 'クライアント ID がコメントの中にしかありません',
      meaning:
        'Genesys が配布するファイルでは、項目の例がコメントになっています。項目は、コメントの外にある場合だけ有効です。',
      remedy:
        '正しい項目であれば、コメントを解除してください。クイックフィックスを使うと、ほかの行を変えずに解除できます。',
    },
  },
  'built-copy': {
    en: {
      title: 'A copy that a build made',
      meaning:
        'The file is in a folder that builds write. What is wrong with it is not listed here, because a change would be lost.',
      remedy: 'Change the source, and build again.',
    },
    ja: {
      title: 'ビルドで作られたコピー',
      meaning:
        'このファイルはビルドの出力先フォルダーにあります。ここを変更しても失われるため、ほかの指摘は表示しません。',
      remedy: 'ビルド元のファイルを変更し、ビルドし直してください。',
    },
  },
};
