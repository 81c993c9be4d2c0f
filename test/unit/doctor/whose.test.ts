import assert from 'node:assert/strict';
import { toldAbout } from '../../../src/core/doctor/look.ts';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import { knowingHost, toldOf } from '../../../src/core/doctor/told.ts';
import {
  answer,
  CLIENT_ID,
  loginScene,
  REGION,
  type Scene,
  signedOut,
  withFacts,
} from '../../doctor/facts.ts';

const found = (scene: Scene) => answer(scene).causes.map(({ cause, certainty }) => [cause, certainty]);

describe("A host that may be a company's own", () => {
  const text = `https://login.genesys.contoso.example/oauth/authorize?client_id=${CLIENT_ID}&response_type=code\n{"error":"invalid_client","error_description":"code_verifier is missing"}`;

  it('makes nothing certain, and what is known and what is not is said', () => {
    const diagnosis = answer(signedOut(text));
    assert.equal(diagnosis.textTells, 'may-be-other-product');
    assert.deepEqual(found(signedOut(text))[0], ['pkce-without-verifier', 'likely']);
  });

  it('is one of Genesys Cloud where an org of this domain is signed in to, or the file has it as its region', () => {
    const scene = { ...loginScene(), told: readSymptoms(text) };
    const { org } = scene.facts;
    const own = withFacts(scene, { org: org && { ...org, region: 'genesys.contoso.example' } });
    assert.equal(answer(own).textTells, 'something');
    assert.deepEqual(answer(own).notes, []);
    assert.ok(found(own).some(([cause, sure]) => cause === 'pkce-without-verifier' && sure === 'certain'));
    assert.ok(found(scene).some(([cause, sure]) => cause === 'pkce-without-verifier' && sure === 'likely'));
  });

  it('is known where the settings have it as the gateway', () => {
    const told = readSymptoms(text);
    assert.deepEqual(knowingHost(told, 'Login.genesys.contoso.example').notes, []);
    assert.deepEqual(knowingHost(told, 'other.example'), told);
    assert.deepEqual(knowingHost(told, undefined), told);
  });
});

describe('A text about several clients', () => {
  const OTHER_ID = CLIENT_ID.replace('0a', '1b');
  const line = (id: string, rest: string) => `2026-11-30T10:00:00Z client_id=${id} ${rest}`;
  const text = [
    line(CLIENT_ID, 'invalid_client: client is not active'),
    line(OTHER_ID, 'invalid_grant: code_verifier is missing'),
  ].join('\n');

  it('tells of each what stands in its own lines', () => {
    const about = (id: string) =>
      toldAbout({ kind: 'client', clientId: id, region: REGION }, readSymptoms(text));
    for (const [id, code] of [
      [CLIENT_ID, 'invalid_client'],
      [OTHER_ID, 'invalid_grant'],
    ] as const)
      assert.deepEqual(
        about(id).symptoms.map((each) => each.kind === 'oauth-error' && [each.code, each.clientId]),
        [[code, id]],
      );
  });

  it('proves of one what is told of that one alone', () => {
    const own = { ...loginScene(), told: toldAbout(loginScene().subject, readSymptoms(text)) };
    assert.deepEqual(found(own), []);
    const other = text.replaceAll(CLIENT_ID, 'x').replaceAll(OTHER_ID, CLIENT_ID).replaceAll('x', OTHER_ID);
    const proved = { ...loginScene(), told: toldAbout(loginScene().subject, readSymptoms(other)) };
    assert.deepEqual(found(proved), [['pkce-without-verifier', 'certain']]);
  });

  it('tells of the one that a person chooses what is not of another one', () => {
    const { symptoms, clientIds, others, notes } = toldOf(readSymptoms(text), OTHER_ID);
    assert.deepEqual([clientIds, others, notes], [[OTHER_ID], [CLIENT_ID], []]);
    assert.deepEqual(
      symptoms.map((each) => each.kind === 'oauth-error' && each.code),
      ['invalid_grant'],
    );
  });
});
