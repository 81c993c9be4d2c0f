import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Concern } from '../../../src/core/clients/concerns.ts';
import { concernText, useText } from '../../../src/core/texts/clientList.ts';
import { changedAgoText } from '../../../src/core/texts/duration.ts';
import { endingText } from '../../../src/core/texts/watch.ts';
import { type Ending, endingsOf } from '../../../src/core/watch/endings.ts';
import { repoFolder } from '../../host/paths.ts';
import { at450, DAY, scim } from '../watch/tokens.ts';

const NOW = new Date(2026, 10, 30, 12);

const CLIENT = { id: 'c', name: 'CRM', state: 'inactive', authorizedGrantType: 'CODE' };

/** What is said in Japanese of something so many days from now, wherever a day is said from today. */
function saidOf(days: number): string[] {
  const endsAt = new Date(NOW.getTime() + days * DAY).toISOString();
  const standing = days > 0 ? ('expiring' as const) : ('expired' as const);
  const concerns: Concern[] = (['token', 'deletion'] as const).map((kind) => ({
    ...{ kind, standing, endsAt, at: scim() },
  }));
  const client = { ...CLIENT, dateToDelete: endsAt };
  const org = { account: 'a', orgName: 'Acme', region: 'mypurecloud.jp', practice: false, readAt: '' };
  const deletion: readonly Ending[] = endingsOf({
    ...{ named: [], orgs: [{ ...org, clients: [client] }] },
    reckon: () => ({ now: NOW, soonDays: 30 }),
  });
  return [
    ...[at450(450 - days), ...deletion].map((each) => endingText(each, 'ja')),
    ...concerns.map((each) => concernText(each, NOW, 'ja')),
    ...(days > 0
      ? []
      : [useText({ kind: 'used', day: endsAt }, NOW, 'ja'), changedAgoText(endsAt, NOW, 'ja')]),
  ];
}

describe('A day as it is said from today, in Japanese', () => {
  beforeEach(() => {
    const contents = JSON.parse(readFileSync(join(repoFolder, 'l10n/bundle.l10n.ja.json'), 'utf8'));
    l10n.config({ contents });
  });

  afterEach(() => l10n.config({ contents: {} }));

  it('has no particle behind it that "today" and "yesterday" cannot have', () => {
    const found = [-40, -2, -1, 0, 1, 2, 40]
      .flatMap(saidOf)
      .filter((text) => /[今昨明][日後]*に|一昨日に/u.test(text));
    assert.deepEqual(found, []);
  });

  it('stands behind a client that is quoted as Japanese quotes', () => {
    const org = { account: 'a', orgName: 'Acme', region: 'mypurecloud.jp', practice: false, readAt: '' };
    const [grant] = endingsOf({
      ...{
        named: [],
        orgs: [{ ...org, clients: [{ ...CLIENT, state: 'active', authorizedGrantType: 'TOKEN' }] }],
      },
      reckon: () => ({ now: NOW, soonDays: 30 }),
    });
    assert.match(grant === undefined ? '' : endingText(grant, 'ja'), /^「CRM」 ?の暗黙的許可/);
  });

  it('S6: is read as a person would write it in a list', () => {
    assert.deepEqual(
      [449, 450, 440].map((day) => endingText(at450(day), 'ja')),
      [
        'Okta の SCIM トークン: 期限 (明日)',
        'Okta の SCIM トークン: 期限切れ (今日)',
        'Okta の SCIM トークン: 期限 (10 日後)',
      ],
    );
  });
});
