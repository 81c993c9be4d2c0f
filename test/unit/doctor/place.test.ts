import assert from 'node:assert/strict';
import { placeAsked, siteIn } from '../../../src/core/doctor/place.ts';
import { answer, known, loginScene, REGION, type Scene, withClient, withFacts } from '../../doctor/facts.ts';

const found = (scene: Scene) => answer(scene).causes.map(({ cause, certainty }) => [cause, certainty]);
const pageOf = (path: string) => `https://apps.${REGION}/crm/${path}`;

describe('What of a place only a person knows', () => {
  it("a partner's page is asked about where the answer turns on it, and is not looked at otherwise", () => {
    const scene = withClient(loginScene(), { registeredRedirectUri: [pageOf('acmecti/index.html')] });
    const { subject } = scene;
    assert.ok(subject.kind === 'framework');
    const [first] = answer(scene).causes;
    assert.ok(first !== undefined);
    assert.equal(placeAsked(first, subject), 'login-page');
    assert.equal(first.args['partner'], 'acmecti');
    assert.deepEqual(answer(loginScene()).notLooked.find(({ cause }) => cause === 'partner-page')?.reason, {
      why: 'login-page',
    });
    const own = { ...scene, subject: { ...subject, partner: '' } };
    assert.deepEqual(found(own), [['redirect-uri-missing', 'likely']]);
    assert.doesNotMatch(JSON.stringify(answer(own).causes[0]?.finding), /acmecti/);
    const theirs = { ...scene, subject: { ...subject, partner: 'acmecti' } };
    assert.ok(answer(theirs).inOrder.some(({ cause }) => cause === 'partner-page'));
  });

  it('the site that shows the framework is asked about where an org lists those that may, and not where it lists none', () => {
    const limited = withFacts(loginScene(), {
      authentication: known({ embeddingIsLimited: true, embeddingAllowed: ['crm.contoso.example'] }),
    });
    const { subject } = limited;
    assert.ok(subject.kind === 'framework');
    const [first] = answer(limited).causes;
    assert.ok(first !== undefined);
    assert.equal(placeAsked(first, subject), 'site');
    const at = (site: string) => ({ ...limited, subject: { ...subject, site } });
    assert.deepEqual(found(at('crm.contoso.example')), []);
    assert.deepEqual(found(at('other.example')), [['embedding-not-allowed', 'likely']]);
    const [other] = answer(at('other.example')).causes;
    assert.ok(other !== undefined);
    assert.equal(placeAsked(other, subject), undefined);
    assert.ok(answer(loginScene()).inOrder.some(({ cause }) => cause === 'embedding-not-allowed'));
  });

  it('a site is read from what a person types, be it an address', () => {
    for (const text of [
      'crm.contoso.example',
      ' https://CRM.contoso.example/app?x=1 ',
      'crm.contoso.example/app',
    ])
      assert.equal(siteIn(text), 'crm.contoso.example', text);
    for (const text of ['', 'our CRM', 'https://']) assert.equal(siteIn(text), undefined, text);
  });
});
