import assert from 'node:assert/strict';
import { diagnose } from '../../../src/core/doctor/diagnose.ts';
import { causeReasons, causeTitle, inOrderText } from '../../../src/core/texts/doctor.ts';
import { nextStepText } from '../../../src/core/texts/doctorNextStep.ts';
import {
  answer,
  callScene,
  known,
  loginScene,
  REGION,
  type Scene,
  scimScene,
  withClient,
  withFacts,
  withSymptoms,
} from '../../doctor/facts.ts';

const found = (scene: Scene) => answer(scene).causes.map(({ cause, certainty }) => [cause, certainty]);
const pageOf = (path: string, region = REGION) => `https://apps.${region}/crm/${path}`;

describe('Cases from the field', () => {
  it('the token of a practice org is held by no identity provider, and given to none', () => {
    const scene = scimScene();
    assert.ok(scene.subject.kind === 'scim');
    const at = (tokenEndsAt: string) => ({ ...scene.subject, practice: true, tokenEndsAt });
    const ended = answer({ ...scene, subject: at('2026-11-29T12:00:00Z') });
    const [first] = ended.causes;
    assert.equal(first?.cause, 'scim-token-ended');
    const alive = answer({ ...scene, subject: at('2027-11-29T12:00:00Z') });
    const [{ title, reasons, next }, inOrder] = [
      {
        title: causeTitle(first, 'en'),
        reasons: causeReasons(first, 'en'),
        next: nextStepText(first.next, 'en'),
      },
      alive.inOrder
        .filter(({ cause }) => cause === 'scim-token-ended')
        .map((each) => inOrderText(each, 'en')),
    ];
    assert.match(reasons.join(), /no identity provider holds it/);
    assert.equal(inOrder.length, 1);
    assert.doesNotMatch([title, next, ...inOrder].join(), /identity provider|okta/);
  });

  it("a partner's page alone is possible, and no error (W1)", () => {
    const scene = withClient(loginScene(), { registeredRedirectUri: [pageOf('acmecti/index.html')] });
    assert.deepEqual(found(scene), [['partner-page', 'possible']]);
    assert.equal(answer(scene).causes[0]?.finding?.severity, 'information');
  });

  it("a partner's page is in order where agents log in at it", () => {
    const scene = withClient(loginScene(), { registeredRedirectUri: [pageOf('acmecti/index.html')] });
    const { subject } = scene;
    assert.ok(subject.kind === 'framework');
    assert.deepEqual(found({ ...scene, subject: { ...subject, partner: 'acmecti' } }), []);
  });

  it('only authWindow.html registered is possible, and no error: the sources disagree', () => {
    const scene = withClient(loginScene(), { registeredRedirectUri: [pageOf('authWindow.html')] });
    assert.deepEqual(found(scene), [['redirect-uri-missing', 'possible']]);
  });

  it('a role in the Home division only is possible, and says what is seen and what is not', () => {
    const scene = withFacts(callScene(), {
      roles: known([
        {
          id: 'role-1',
          name: 'Reporting',
          policies: undefined,
          divisions: [{ id: 'h', name: 'Home', home: true }],
        },
      ]),
    });
    const nothing = withSymptoms(scene, { kind: 'seen', what: 'call-finds-nothing' });
    assert.deepEqual(found(nothing)[0], ['division-lacks-object', 'possible']);
    assert.equal(answer(nothing).causes[0]?.args['home'], 'yes');
  });

  it('the implicit grant is never certain, whatever the day: the sources disagree', () => {
    const { subject, told, facts } = withClient(loginScene(), { authorizedGrantType: 'TOKEN' });
    assert.ok(subject.kind === 'framework');
    const plain = { ...subject, use: { ...subject.use, usePKCEAuthFlow: 'off' } as const };
    const onDay = (day: string) =>
      diagnose(plain, told, facts, new Date(day)).causes.map(({ cause, certainty }) => [cause, certainty]);
    assert.deepEqual(onDay('2026-11-30'), []);
    assert.deepEqual(onDay('2030-01-01'), [['grant-withdrawn', 'possible']]);
  });

  it('a page of one region that was meant for another is not taken for the misspelt one (W4)', () => {
    const uris = [`${pageOf('index.html', 'mypurecloud.ie')}/`, pageOf('authWindow.html')];
    assert.equal(
      found(withClient(loginScene(), { registeredRedirectUri: uris }))[0]?.[0],
      'redirect-uri-missing',
    );
  });
});
