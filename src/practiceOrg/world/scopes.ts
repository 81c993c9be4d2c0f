import type { Language } from '../http.ts';

/** What each OAuth scope is about, as a phrase that "View …" and "… の表示" can be built from. */
export type ScopeSubject = {
  readonly name: string;
  /** Which forms of the scope exist: `name`, `name:readonly`, or both. */
  readonly forms: 'both' | 'full' | 'readonly';
  readonly en: string;
  readonly ja: string;
};

const scopeSubjects: readonly ScopeSubject[] = [
  both('ai-studio', 'AI Studio guides and settings', 'AI Studio のガイドと設定'),
  both('alerting', 'alerts and alerting rules', 'アラートとアラート ルール'),
  both('analytics', 'analytics data and reports', '分析データとレポート'),
  both(
    'architect',
    'Architect flows, prompts and data tables',
    'Architect のフロー、プロンプト、データ テーブル',
  ),
  both('assistants', 'agent assistants', 'エージェント アシスタント'),
  readonly('audits', 'audit records', '監査記録'),
  both('authorization', 'roles, permissions, divisions and grants', 'ロール、権限、部門、付与'),
  both('billing', 'billing and subscription data', '請求とサブスクリプションのデータ'),
  both('business-rules', 'business rules, schemas and decision tables', 'ビジネス ルール、スキーマ、決定表'),
  both('case-management', 'cases and case plans', 'ケースとケース プラン'),
  both('coaching', 'coaching appointments', 'コーチングの予定'),
  both('content-management', 'workspaces and documents', 'ワークスペースと文書'),
  both('conversations', 'conversations and their participants', '会話とその参加者'),
  full('data-extensions', 'data extensions', 'データ拡張'),
  both('data-privacy', 'data privacy settings', 'データ プライバシーの設定'),
  both('devices', 'registered devices', '登録済みデバイス'),
  both('dialog', 'dialog flows', 'ダイアログ フロー'),
  both(
    'employee-engagement',
    'recognition and other engagement data',
    '表彰などの従業員エンゲージメント データ',
  ),
  both('employee-performance', 'employee performance metrics', '従業員のパフォーマンス指標'),
  both('external-contacts', 'external contacts and organizations', '外部の連絡先と組織'),
  both('fax', 'fax documents', 'FAX 文書'),
  both('gamification', 'gamification profiles and scores', 'ゲーミフィケーションのプロファイルとスコア'),
  both('gdpr', 'GDPR requests', 'GDPR の請求'),
  both('geolocation', 'geolocation data of users', 'ユーザーの位置情報'),
  both('greetings', 'greetings', 'グリーティング'),
  both('groups', 'groups and their members', 'グループとそのメンバー'),
  both(
    'identity-providers',
    'identity providers for single sign-on',
    'シングル サインオンの ID プロバイダー',
  ),
  both('infrastructureascode', 'infrastructure-as-code jobs', 'Infrastructure as Code のジョブ'),
  both('integrations', 'integrations, actions and credentials', '統合、アクション、資格情報'),
  both('journey', 'customer journeys, segments and outcomes', 'カスタマー ジャーニー、セグメント、成果'),
  both('knowledge', 'knowledge bases and articles', 'ナレッジ ベースと記事'),
  both('language-understanding', 'language understanding domains', '言語理解ドメイン'),
  both('learning', 'learning modules and assignments', '学習モジュールと割り当て'),
  both('license', 'licenses', 'ライセンス'),
  both('locations', 'locations', '拠点'),
  both('logcapture', 'captured browser logs', '取得したブラウザーのログ'),
  both('messaging', 'messaging integrations', 'メッセージング統合'),
  both('messaging-platform', 'messaging platform settings', 'メッセージング プラットフォームの設定'),
  full('notifications', 'notification channels and subscriptions', '通知チャネルと購読'),
  both('oauth', 'OAuth clients', 'OAuth クライアント'),
  both('organization', 'the organization and its settings', '組織とその設定'),
  both('organization-authorization', 'trust between organizations', '組織間の信頼関係'),
  both('outbound', 'outbound campaigns and contact lists', 'アウトバウンドのキャンペーンと連絡先リスト'),
  both('presence', 'presence of users', 'ユーザーのプレゼンス'),
  both('process-automation', 'process automation triggers', 'プロセス自動化のトリガー'),
  both('quality', 'evaluations and other quality data', '評価などの品質データ'),
  both('recordings', 'recordings of conversations', '会話の録音'),
  both('response-management', 'canned responses and libraries', '定型応答とライブラリ'),
  both('routing', 'queues, skills and other routing settings', 'キュー、スキルなどのルーティング設定'),
  both('scim', 'users and groups through SCIM', 'SCIM によるユーザーとグループ'),
  both('screen-monitoring', 'screen monitoring sessions', '画面モニタリングのセッション'),
  both('scripts', 'agent scripts', 'エージェント スクリプト'),
  readonly('search', 'search results', '検索結果'),
  both('social-media', 'social media topics and messages', 'ソーシャル メディアのトピックとメッセージ'),
  both('speech-and-text-analytics', 'speech and text analytics data', '音声とテキストの分析データ'),
  both('stations', 'stations', 'ステーション'),
  both('telephony', 'telephony settings', 'テレフォニーの設定'),
  both('textbots', 'text bots', 'テキスト ボット'),
  full('upload', 'uploaded files', 'アップロードしたファイル'),
  both('usage', 'API usage data', 'API の使用状況データ'),
  full('user-basic-info', 'basic information about yourself', '自分の基本情報'),
  both('user-recordings', 'personal recordings', '個人の録音'),
  both('users', 'users and their profiles', 'ユーザーとそのプロフィール'),
  both('users-rules', 'rules about users', 'ユーザーに関するルール'),
  both('voicemail', 'voicemail', 'ボイスメール'),
  both('web-chat', 'web chat settings and conversations', 'Web チャットの設定と会話'),
  both('webdeployments', 'web messaging deployments', 'Web メッセージングのデプロイメント'),
  both('widgets', 'web chat widgets', 'Web チャットのウィジェット'),
  both('workforce-management', 'schedules, forecasts and time off', 'スケジュール、予測、休暇'),
  both('workitems', 'work items, workbins and work types', '作業項目、ワークビン、作業タイプ'),
];

function both(name: string, en: string, ja: string): ScopeSubject {
  return { name, forms: 'both', en, ja };
}

function full(name: string, en: string, ja: string): ScopeSubject {
  return { name, forms: 'full', en, ja };
}

function readonly(name: string, en: string, ja: string): ScopeSubject {
  return { name, forms: 'readonly', en, ja };
}

/** An OAuth scope of the platform with its description in each language. */
export type Scope = { readonly id: string; readonly description: Readonly<Record<Language, string>> };

/** Every scope, by id. `name` reads and writes, `name:readonly` only reads (Genesys facts 4). */
export const scopes: ReadonlyMap<string, Scope> = new Map(
  scopeSubjects.flatMap(({ name, forms, en, ja }) => {
    const all: [string, Scope][] = [];
    if (forms !== 'readonly') {
      all.push([name, { id: name, description: { en: `View and change ${en}`, ja: `${ja}の表示と変更` } }]);
    }
    if (forms !== 'full') {
      const id = `${name}:readonly`;
      all.push([id, { id, description: { en: `View ${en}`, ja: `${ja}の表示` } }]);
    }
    return all;
  }),
);
