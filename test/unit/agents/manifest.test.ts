import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, it } from 'mocha';
import { inputSchemaOf } from '../../../src/core/agents/tool.ts';
import { tools } from '../../../src/core/agents/tools.ts';
import { textKey, writtenFromTools } from '../../agents/written.ts';
import { repoFolder } from '../../host/paths.ts';

const read = (path: string) => readFileSync(join(repoFolder, path), 'utf8');

/** The texts of the tests of a folder. */
const testsIn = (folder: string) =>
  readdirSync(join(repoFolder, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => read(join('test', folder, path)))
    .join('\n');

describe('The tools for agents', () => {
  it('are in the manifest as the table has them (node --import tsx test/agents/write.ts writes it)', async () => {
    for (const [path, text] of await writtenFromTools()) assert.equal(read(path), text, path);
  });

  it('have a title and a description for people, in both languages', () => {
    const english = JSON.parse(read('package.nls.json'));
    const japanese = JSON.parse(read('package.nls.ja.json'));
    for (const tool of tools) {
      for (const key of [textKey(tool, 'title'), textKey(tool, 'description')]) {
        assert.ok(english[key], key);
        assert.match(japanese[key], /[\p{Script=Hiragana}\p{Script=Katakana}]/u, key);
      }
    }
  });

  it('have names of their own, and inputs that a schema describes and that take nothing else', () => {
    assert.equal(new Set(tools.map(({ name }) => name)).size, tools.length);
    for (const tool of tools) {
      assert.match(tool.name, /^[a-z]+(_[a-z]+)*$/);
      const schema = inputSchemaOf(tool);
      assert.equal(schema['type'], 'object', tool.name);
      assert.equal(schema['additionalProperties'], false, tool.name);
      assert.doesNotThrow(() => new Ajv({ strict: false }).compile(schema), tool.name);
    }
  });

  it('say to the model that they only read, where they do', () => {
    for (const { name, effect, description } of tools)
      assert.equal(/\bReads only\b/.test(description), effect === 'reads', name);
  });

  it('are each called by a test, alone and in VS Code', () => {
    const [unit, vscode] = [testsIn('unit/agents'), testsIn('vscode')];
    for (const { name } of tools) {
      assert.ok(unit.includes(`'${name}'`), `no test in test/unit/agents calls ${name}`);
      assert.ok(vscode.includes(`call('${name}'`), `no test in test/vscode calls ${name}`);
    }
  });
});
