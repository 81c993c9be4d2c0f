import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/** What can be said about a SCIM config file, and about the clients that it names. */
export const scimFile = {
  'token-expiring': {
    severities: ['warning', 'information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      'practice' in words
        ? l10n.t(
            'This token of the practice org ends on {moment}. It is for trying out only: no identity provider holds it.',
            words,
          )
        : l10n.t(
            'The token that {provider} holds ends on {moment}. Make a new one before, or users are no longer synchronized.',
            words,
          ),
  },
  'token-expired': {
    severities: ['error', 'information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      'practice' in words
        ? l10n.t(
            'This token of the practice org ended on {moment}. It is for trying out only: no identity provider holds it.',
            words,
          )
        : l10n.t(
            'The token that {provider} holds ended on {moment}: users are no longer synchronized. Make a new one and give it to {provider}.',
            words,
          ),
  },
  'token-end-unreadable': {
    severities: ['information'],
    rules: ['S6'],
    facts: ['7.2'],
    text: (words) =>
      l10n.t(
        'This is no date, so nobody is told when the token that {provider} holds ends. Write one such as 2027-04-30T09:00:00Z.',
        words,
      ),
  },
  'plain-text-secret': {
    severities: ['error'],
    rules: ['S6'],
    facts: ['1.3'],
    text: () =>
      l10n.t(
        'This looks like a secret, and everyone who can read this file can use it. Remove it from here, and change the secret if others have seen the file.',
      ),
  },
  'duration-reset': {
    severities: ['warning'],
    rules: ['S2', 'S4'],
    facts: ['2.2'],
    text: (words) =>
      l10n.t(
        'The tokens of this client last {lasts}, not {written}. Genesys Cloud sets the duration back when the client has more than the SCIM Integration role; somebody may also have changed it.',
        words,
      ),
  },
  'extra-role': {
    severities: ['warning'],
    rules: ['S4'],
    facts: ['2.2'],
    text: (words) =>
      l10n.t(
        'This client has other roles, too: {roles}. With any role but the one for SCIM, Genesys Cloud sets the token duration back to 1 day.',
        words,
      ),
  },
  'practice-connection': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) =>
      'standing' in words
        ? l10n.t(
            'This connection belongs to the practice org, which is not running on this computer now. It is for trying out only: no identity provider can reach it.',
          )
        : l10n.t(
            'This connection leads to the practice org on this computer, which no identity provider can reach. It is for trying out only.',
          ),
  },
  'practice-address-stale': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) =>
      l10n.t('The practice org of this computer is not at this address. Now it is {address}.', words),
  },
  'address-of-other-region': {
    severities: ['warning'],
    rules: ['S6'],
    facts: ['3', '7.2'],
    text: (words) =>
      l10n.t(
        'This is an address of {home}, but the connection is for {region}. A client is found only in its own region.',
        words,
      ),
  },
  'rest-not-checked': {
    severities: ['information'],
    rules: ['S6'],
    text: (words) => {
      if ('unread' in words)
        return l10n.t(
          'This file has too many syntax errors, or too many brackets within each other, to be checked. Only what has the form of a secret was looked for.',
        );
      return 'named' in words
        ? l10n.t(
            'The first {named} secrets are named one by one; {more} more follow from here on. They must go as well.',
            words,
          )
        : l10n.t(
            'Only the first {checked} connections are checked; {more} more follow from here on. Secrets are looked for in all of them.',
            words,
          );
    },
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const scimFileDocumentation: Readonly<Record<keyof typeof scimFile, Documentation>> = {
  'token-expiring': {
    en: {
      title: 'The token of an identity provider ends soon',
      meaning:
        'Some identity providers hold an access token in place of the Client ID and its secret. Nobody renews it for them.',
      remedy: 'Make a new token, give it to the identity provider, and let the file say when it ends.',
    },
    ja: {
      title: 'ID プロバイダーのトークンがまもなく失効します',
      meaning:
        'クライアント ID とシークレットではなく、アクセストークンを保持する ID プロバイダーがあります。そのトークンは自動では更新されません。',
      remedy: '新しいトークンを作成して ID プロバイダーに設定し、その期限をファイルに記録してください。',
    },
  },
  'token-expired': {
    en: {
      title: 'The token of an identity provider has ended',
      meaning:
        'Genesys Cloud refuses a token that has ended. The file says when that was; whether the identity provider has got another one since, it does not say.',
      remedy: 'Make a new token, give it to the identity provider, and let the file say when it ends.',
    },
    ja: {
      title: 'ID プロバイダーのトークンが失効しています',
      meaning:
        'Genesys Cloud は失効したトークンを拒否します。ファイルから分かるのは失効した日時だけで、ID プロバイダーがその後に別のトークンを受け取ったかどうかは分かりません。',
      remedy: '新しいトークンを作成して ID プロバイダーに設定し、その期限をファイルに記録してください。',
    },
  },
  'token-end-unreadable': {
    en: {
      title: 'When the token of an identity provider ends cannot be read',
      meaning:
        'The file says when the token of an identity provider ends, and the end is announced before, as early as `genesysOAuth.endingSoonDays` says. A text that is no date, or a day that no calendar has, cannot be announced.',
      remedy: 'Write the date and the time in ISO 8601, or make a new token, which writes them.',
    },
    ja: {
      title: 'ID プロバイダーのトークンの期限を読み取れません',
      meaning:
        'このファイルには ID プロバイダーのトークンの期限が記録され、`genesysOAuth.endingSoonDays` で指定した日数だけ前からお知らせします。日時でない文字列や、暦にない日付の場合は、お知らせできません。',
      remedy:
        '日時を ISO 8601 形式で書くか、新しいトークンを作成してください。作成すると日時が書き込まれます。',
    },
  },
  'plain-text-secret': {
    en: {
      title: 'Something that looks like a secret',
      meaning:
        'The file is meant to be kept beside the code, where many people can read it, also in its history. It needs no secret.',
      remedy:
        'Remove the value. If the file was shared, or is in a history of versions, change the secret of the client, too.',
    },
    ja: {
      title: 'シークレットと思われる値',
      meaning:
        'このファイルはコードと一緒に保管するもので、変更履歴も含めて多くの人が読めます。シークレットは必要ありません。',
      remedy:
        '値を削除してください。ファイルを共有した場合や、バージョン履歴に残っている場合は、クライアントのシークレットも変更してください。',
    },
  },
  'duration-reset': {
    en: {
      title: 'The tokens of the client last another time than the file says',
      meaning:
        'The file says how long tokens were to last, the organization how long they last. Genesys Cloud shortens the duration of a client that has more than the role for SCIM; somebody may also have changed it.',
      remedy:
        'Give the client the SCIM Integration role alone, and the duration again; or write into the file what is true.',
    },
    ja: {
      title: 'トークンの有効期間がファイルの記載と異なります',
      meaning:
        'ファイルには予定していた有効期間が、組織には実際の有効期間が記録されています。SCIM 用のロール以外もあるクライアントの有効期間は、Genesys Cloud が短くします。だれかが変更した可能性もあります。',
      remedy:
        'クライアントのロールを SCIM Integration だけにして有効期間を設定し直すか、ファイルの記載を実際の値に合わせてください。',
    },
  },
  'extra-role': {
    en: {
      title: 'The client has another role beside the one for SCIM',
      meaning:
        'Only with the SCIM Integration role alone do tokens last longer than two days, up to 450. A role of another name with exactly its permissions counts as the same.',
      remedy: 'Take the other roles from the client, and give them to another one.',
    },
    ja: {
      title: 'クライアントに SCIM 用以外のロールがあります',
      meaning:
        'トークンの有効期間を 2 日より長く(最長 450 日に)できるのは、ロールが SCIM Integration だけの場合です。権限がまったく同じであれば、名前の異なるロールでも同じとみなされます。',
      remedy: 'ほかのロールをこのクライアントから外し、別のクライアントに割り当ててください。',
    },
  },
  'practice-connection': {
    en: {
      title: 'A connection to the practice org',
      meaning:
        'The client was made in the practice org. Its addresses and its Client ID mean nothing to Genesys Cloud.',
      remedy:
        'Remove the connection when you are done with practicing. One that is made in your own organization is added beside it.',
    },
    ja: {
      title: '練習用組織への接続',
      meaning:
        'クライアントは練習用組織で作成されました。そのアドレスとクライアント ID は Genesys Cloud では使えません。',
      remedy:
        '練習が終わったら、この接続を削除してください。ご自分の組織で作成した接続は、別に追加されます。',
    },
  },
  'practice-address-stale': {
    en: {
      title: 'An address that the practice org no longer has',
      meaning:
        'The practice org starts at the address of before, unless another program is there. The one in the file is from an earlier start, or from the practice org of another computer; nothing of this file is there now, and another program may be.',
      remedy:
        'The quick fix writes the addresses of now, where you are signed in to the practice org and it has the client of this connection. Otherwise remove the connection when you are done with practicing.',
    },
    ja: {
      title: '練習用組織の以前のアドレス',
      meaning:
        '練習用組織は、以前のアドレスをほかのプログラムが使っていなければ、そのアドレスで起動します。ファイルのアドレスは以前のものか、別のコンピューターの練習用組織のものです。今はそこにこの接続の相手はなく、別のプログラムが使っているかもしれません。',
      remedy:
        '練習用組織にサインインしていて、この接続のクライアントがそこにある場合は、クイックフィックスで現在のアドレスを書き込めます。それ以外の場合は、練習が終わったら接続を削除してください。',
    },
  },
  'address-of-other-region': {
    en: {
      title: 'An address belongs to another region than the connection',
      meaning:
        'Each region has hosts of its own. Where the region and an address of a connection are of two regions, one of them is most likely left over from another connection. An address that this extension does not know, such as that of a gateway, is not judged.',
      remedy:
        'Look at the page of the client which region it is in, and correct the region or the addresses. What the identity provider was given may have to be corrected, too.',
    },
    ja: {
      title: 'アドレスのリージョンが接続のリージョンと異なります',
      meaning:
        'ホスト名はリージョンごとに異なります。接続のリージョンとアドレスのリージョンが異なる場合、どちらかが別の接続から残ったものと思われます。ゲートウェイなど、この拡張機能が知らないアドレスは判定しません。',
      remedy:
        'クライアントのページでリージョンを確認し、リージョンまたはアドレスを直してください。ID プロバイダーに設定した値も直す必要があるかもしれません。',
    },
  },
  'rest-not-checked': {
    en: {
      title: 'Very many connections or secrets, of which the first are named',
      meaning:
        'Checking a file must not take longer because of what is in it, so only the first 50 connections are looked at one by one, and the first 50 secrets named. A file with more than 100 syntax errors, or with more than 200 brackets within each other, is not looked into at all, but for what has the form of a secret. No identity provider needs so many connections.',
      remedy:
        'Look whether all of this belongs into this file, and mend the syntax errors. What is said of the first connections may be true of the others, too; where secrets are taken out, the next ones are named.',
    },
    ja: {
      title: '最初のものだけが個別に示されている、多数の接続またはシークレット',
      meaning:
        'ファイルの内容によって検査が長引くことのないよう、接続は最初の 50 個だけを 1 つずつ検査し、シークレットも最初の 50 個だけを個別に示します。構文エラーが 100 個を超えるファイルや、括弧の入れ子が 200 段を超えるファイルでは、シークレットの形をした文字列だけを探します。これほど多くの接続を必要とする ID プロバイダーはありません。',
      remedy:
        'すべてがこのファイルに必要かどうかを確認し、構文エラーを修正してください。最初の接続についての指摘は、残りの接続にも当てはまる可能性があります。シークレットを取り除くと、次のものが示されます。',
    },
  },
};
