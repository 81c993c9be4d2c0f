import assert from 'node:assert/strict';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { inspectExactly, inspectFramework } from '../../../src/core/framework/inspect.ts';
import { isOfAnotherProduct } from '../../../src/core/procedures/frameworkFile.ts';
import { CORPUS } from './corpus.ts';
import { FIXTURES } from './fixtures.ts';

/** Files of other products that have much of what a framework.js of Genesys has. */
const others: Readonly<Record<string, string>> = {
  'clientIds of other companies': `export const config = { clientIds: { google: 'CLIENT_ID', github: '' } };`,
  'clientIds of platforms': `module.exports = { clientIds: { ios: 'x', android: 'x', web: 'x' } };`,
  'clientIds in AWS regions': `const pools = { clientIds: { 'us-east-1': '4k2', 'eu-west-1': '' } };`,
  'clientIds in their own domains': `var c = { clientIds: { 'login.example.com': '', 'accounts.google.com': 'x' } };`,
  'no entries at all': 'exports.options = { clientIds: {} };',
  'a token of a browser extension': `chrome.identity.getAuthToken({}, use);\nvar c = { clientIds: {} };`,
  'a token of their own': `const { getAuthToken } = auth; var c = { clientIds: { a: '' } }; getAuthToken();`,
  'a class of that name': `class Framework { config() { return { name: 'x', settings: {}, clientIds: { a: 'x' } }; } }`,
  'another object with config': `const app = { config: { name: 'x', settings: {}, clientIds: { a: 'x', a: 'y' } } };`,
  'a file that is not whole': `const app = { clientIds: { google: 'half`,
  'a product by the name of cloud': `const c = { clientIds: { 'impure.clouds.example': 'x' } }; // my pure clouds`,
  'a screen pop of another telephony': `sforce.opencti.screenPop({ type: 'SOBJECT' }); var c = { clientIds: { a: '' } };`,
  'a search for contacts': `export const api = { contactSearch(text) {}, clientIds: { crm: 'x', crm: 'y' } };`,
  'both, and a setup': `const phone = { initialSetup() {}, screenPop() {}, contactSearch() {}, clientIds: { a: 'x' } };`,
  'a type of that name': `interface Framework { config: object }\nconst app: Framework = { clientIds: { a: '' } };`,
  'a member of that name elsewhere': `Object.assign(exports, { Framework }); var c = { clientIds: { a: '' } };`,
  'a name taken out of a library': `const { Framework } = require('framework'); var c = { clientIds: { a: '' } };`,
  'an assignment to window of something else': `Object.assign(window, { App }); const Framework = 1; var c = { clientIds: { a: '' } };`,
  'nothing at all': '',
};

/** The least that says what a file is for. */
const signs: Readonly<Record<string, string>> = {
  'the object on window': 'window.Framework = { config: {} };',
  'the object on window, in brackets': `window['Framework'] = build();`,
  'the object, declared': 'var Framework = { config: {} };',
  'the object, declared with its type': 'const Framework: EmbeddableFramework = { config: {} };',
  'the object, with a type of parts':
    'export let Framework: Partial<Window["Framework"]> & Record<string, unknown> = { config: {} };',
  'the object, with a type in lines': 'const Framework\n  : Types.Framework\n  = {\n config: {} };',
  'the object, put on window': 'Object.assign(window, { Framework });',
  'the object, put on window with others': 'Object.assign( globalThis, {\n  App,\n  Framework: build(),\n});',
  'the object, defined on window': `Object.defineProperty(window, 'Framework', { value: build() });`,
  'the object, set on window': 'Reflect.set(self, "Framework", build());',
  'the object, taken from window': 'const { App, Framework } = window;',
  'its settings': 'Framework.config.clientIds = {};',
  'the object of the page': 'const { User } = window.PureCloud;',
  'the token of the agent': 'const pc = load(); pc.User.getAuthToken(use);',
  'a region': `export default { clientIds: { 'mypurecloud.ie': '' } };`,
  'a region of the new kind': `export default { clientIds: { "usw2.pure.cloud": '' } };`,
  'a region with a typing error': `export default { clientIds: { 'mypurecoud.com': '' } };`,
  'a region that was never there': `export default { clientIds: { 'mypurecloud.au': '' } };`,
  'the name of the maker': '// Genesys\nexport default { clientIds: {} };',
  'a setting': 'export const settings = { embedWebRTCByDefault: true };',
  'a function': 'export const callbacks = { processCallLog() {} };',
  'a file that is not whole': 'window.Framework = { config: { clientIds: { ',
};

describe('The wizard offers to write', () => {
  for (const [what, text] of Object.entries(others)) {
    const isEmpty =
      what === 'nothing at all' || what === 'no entries at all' || text.includes('clientIds: {}');
    it(`${what}: ${isEmpty ? "there, because it may be anybody's" : 'nowhere'}`, () => {
      assert.equal(isOfAnotherProduct(text), !isEmpty);
    });
  }

  it('into every file of the Embeddable Framework, readable or not', () => {
    for (const text of [...Object.values(signs), '\n\n', `${'['.repeat(200_000)}genesys`]) {
      assert.equal(isOfAnotherProduct(text), false);
    }
  });
});

describe('Whether a framework.js is of the Embeddable Framework', () => {
  for (const [what, text] of Object.entries(others)) {
    it(`${what}: of another product, and nothing is said about it`, () => {
      assert.equal(inspectFramework(text).isFramework, false);
      assert.equal(inspectExactly(text)?.isFramework, false);
      assert.deepEqual(checkFramework(text, [], '2026-11-22'), []);
    });
  }

  for (const [what, text] of Object.entries(signs)) {
    it(`${what}: it is`, () => {
      assert.equal(inspectFramework(text).isFramework, true);
      assert.equal(inspectExactly(text)?.isFramework, true);
    });
  }

  it('a file that nobody can read is told by its words', () => {
    const deep = '['.repeat(200_000);
    assert.equal(inspectFramework(deep).isFramework, false);
    assert.equal(inspectFramework(`window.Framework = ${deep}`).isFramework, true);
  });

  it('every file that was collected is, but for those without any code', () => {
    const without = [...CORPUS, ...FIXTURES].filter(({ text }) => !inspectFramework(text).isFramework);
    assert.deepEqual(without.map(({ name }) => name).sort(), [
      'blank.js',
      'empty-file.js',
      'empty.js',
      'not-javascript.js',
      'not-javascript.js',
    ]);
  });
});
