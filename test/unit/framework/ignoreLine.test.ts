import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { ignoreLine } from '../../../src/core/framework/ignoreLine.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { applyEdit } from '../../../src/core/framework/textEdit.ts';

const TODAY = '2026-11-22';
const NAME = 'genesys-oauth-disable-next-line';

/** The text after its first finding was silenced where it is; undefined when that was not possible. */
function silenced(text: string): string | undefined {
  const [first] = checkFramework(text, [], TODAY);
  assert.ok(first);
  const { directives } = inspectFramework(text);
  const edit = ignoreLine(text, directives, first.place, first.code);
  return edit && applyEdit(text, edit);
}

const codesOf = (text: string) => checkFramework(text, [], TODAY).map(({ code }) => code);

describe('Silencing a finding of framework.js on its line', () => {
  const fault = "'us-east-1': 'CLIENT_ID'";

  it('writes a comment above it, in the indentation and with the line end of the file', () => {
    const text = `x = {\r\n\tclientIds: {\r\n\t\t'mypurecloud.de': 'CLIENT_ID',\r\n\t},\r\n};`;
    const after = silenced(text);
    assert.equal(after, text.replace("\t\t'", `\t\t// ${NAME} placeholder-client-id\r\n\t\t'`));
    assert.deepEqual(codesOf(after), []);
  });

  it('works in the first line, too', () => {
    const after = silenced(`x = { clientIds: { 'mypurecloud.de': 'CLIENT_ID' } };`);
    assert.deepEqual(codesOf(after ?? ''), []);
  });

  for (const comment of [
    `// ${NAME} unknown-region`,
    `/* ${NAME} unknown-region */`,
    `//${NAME} unknown-region -- it is ours`,
  ]) {
    it(`adds its code to "${comment}", which goes on to silence the other one`, () => {
      const text = `x = { clientIds: {\n  ${comment}\n  ${fault}\n} };`;
      assert.deepEqual(codesOf(text), ['placeholder-client-id']);
      const after = silenced(text) ?? '';
      assert.deepEqual(codesOf(after), []);
      assert.equal(after.split('\n').length, text.split('\n').length);
    });
  }

  it('leaves the comments of other lines where they are', () => {
    const quiet = `  // ${NAME}\n  'aws': 'CLIENT_ID',\n`;
    const text = `x = { clientIds: {\n${quiet}  'mypurecloud.de': 'CLIENT_ID',\n${quiet}} };`;
    const after = silenced(text) ?? '';
    assert.deepEqual(codesOf(after), []);
    assert.equal(after.split(NAME).length, 4);
    const belowTemplate = silenced(`const name = \`a\`; /* b */\n${text}`) ?? '';
    assert.deepEqual(codesOf(belowTemplate), []);
    assert.equal(belowTemplate.split(NAME).length, 4);
  });

  it('is done where a line silences everything', () => {
    const text = `x = { clientIds: {\n// ${NAME}\n${fault}\n} };`;
    const { directives } = inspectFramework(text);
    const start = text.indexOf(fault);
    const place = { start, end: start + 1, line: 3 };
    assert.equal(ignoreLine(text, directives, place, 'unknown-region'), undefined);
  });

  it('is not offered where no comment can stand', () => {
    const id = '0b1f0c5e-1111-4111-8111-000000000002';
    const inComment = `x = { clientIds: {\n/* for later:\n'mypurecloud.de': '${id}'\n*/} };`;
    assert.deepEqual(codesOf(inComment), ['commented-out-only']);
    assert.equal(silenced(inComment), undefined);
    const inTemplate = "x = { name: `a\nb`, clientIds: { 'mypurecloud.de': 'CLIENT_ID' } };";
    assert.equal(silenced(inTemplate), undefined);
  });
});
