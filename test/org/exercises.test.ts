import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import type { Subject } from '../../src/core/doctor/subject.ts';
import { type CauseId, causeIds, causes } from '../../src/practiceOrg/practice/causes.ts';
import { diagnosed } from '../doctor/lookInOrg.ts';
import { steer } from '../host/steer.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const REGION = 'mypurecloud.com';
const pages = frameworkRedirectUris(REGION, true);

/** Of these the exercises choose (src/host/signIn/exercises.ts). */
const EXERCISES = causeIds.filter((cause) => causes[cause].shows !== 'no-login-without-pkce');

type Standing = {
  readonly inForce: readonly { readonly seen?: string }[];
  readonly possible?: readonly { readonly cause: string }[];
};

describe('The hidden cause of an exercise', () => {
  const org = useOrg({ size: 'small' });
  let admin: string;
  /** Each kind of client, and what a look at it may begin at. */
  let clients: readonly { readonly id: string; readonly from: readonly Subject[] }[];

  beforeEach(async () => {
    admin = await org().automationToken();
    const agents = { scope: [...FRAMEWORK_SCOPES], registeredRedirectUri: [...pages] };
    const scopes = { scope: ['user-basic-info', 'conversations'] };
    const billing = { ...scopes, registeredRedirectUri: ['https://billing.practice.example/callback'] };
    const scimRole = await roleId(org(), admin, 'SCIM Integration');
    const masterRole = await roleId(org(), admin, 'Master Admin');
    const machine = (role: string) => ({
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: role, divisionId: '*' }],
    });
    clients = [
      await made({ authorizedGrantType: 'CODE', ...agents }, framework),
      await made({ authorizedGrantType: 'TOKEN', ...agents }, framework),
      await made({ authorizedGrantType: 'CODE', ...billing }),
      await made(machine(masterRole)),
      await made({ ...machine(scimRole), accessTokenValiditySeconds: 38_880_000 }, scim),
    ];
  });

  async function made(draft: object, place?: (clientId: string) => Subject) {
    const id = idOf(await org().call(admin, 'POST', '/api/v2/oauth/clients', { name: 'Client', ...draft }));
    const bare: Subject = { kind: 'client', clientId: id, region: REGION, practice: true };
    const from: Subject[] = [bare, { kind: 'text' }, ...(place === undefined ? [] : [place(id)])];
    return { id, from };
  }

  const written = (clientId: string, path: string) => ({
    ...{ clientId, region: REGION, uri: `file:///crm/${path}`, path, line: 1 },
  });
  const framework = (clientId: string): Subject => ({
    kind: 'framework',
    ...written(clientId, 'framework.js'),
    use: { dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'unknown' },
  });
  const scim = (clientId: string): Subject => ({
    kind: 'scim',
    ...written(clientId, 'genesys-scim.json'),
    provider: 'okta',
    practice: true,
  });

  async function standing(client: string): Promise<Standing> {
    const headers = { authorization: `Bearer ${org().controlToken}` };
    return await (await fetch(`${org().baseUrl}/practice/causes?client=${client}`, { headers })).json();
  }

  async function foundFrom(cause: CauseId, subject: Subject, seen: string): Promise<readonly string[]> {
    // Whoever looks has a token of their own, and their own place in the network.
    const accessToken = cause === 'ip-not-allowed' ? admin : await org().signIn('administrator');
    const who = { region: REGION, apiUrl: org().baseUrl, accessToken };
    const { causes: found } = await diagnosed(who, subject, readSymptoms(seen));
    return found.map((each) => each.cause);
  }

  for (const cause of EXERCISES) {
    it(`is found from every place that a look begins at, by what is seen: ${cause}`, async () => {
      let tried = 0;
      for (const { id, from } of clients) {
        const { possible = [] } = await standing(id);
        if (!possible.some((each) => each.cause === cause)) continue;
        await steer(org(), 'POST', 'causes', { cause, client: id });
        const [{ seen = '' } = {}] = (await standing(id)).inForce;
        assert.notEqual(seen, '');
        for (const place of from) {
          const hasEnded = cause === 'scim-token-ended' && place.kind === 'scim';
          const subject = hasEnded ? { ...place, tokenEndsAt: '2026-01-01T00:00:00Z' } : place;
          const found = await foundFrom(cause, subject, seen);
          // That an identity provider holds the token, only a file tells.
          const told = cause === 'scim-token-ended' && subject.kind !== 'scim' ? 'token-ended' : cause;
          assert.ok(found.includes(told), `${subject.kind} ${seen}\n${found.join()}`);
          tried += 1;
        }
        await steer(org(), 'DELETE', 'causes');
      }
      assert.ok(tried > 0);
    });
  }
});
