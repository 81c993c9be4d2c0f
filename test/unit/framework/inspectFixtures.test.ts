import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { parse } from 'acorn';
import {
  type BooleanSetting,
  type ClientIds,
  inspectExactly,
  inspectFramework,
} from '../../../src/core/framework/inspect.ts';
import { FIXTURES, type Findings } from './fixtures.ts';

function isValid(text: string): boolean {
  try {
    parse(text, { ecmaVersion: 'latest', sourceType: 'script', allowImportExportEverywhere: true });
    return true;
  } catch {
    return false;
  }
}

function found(clientIds: ClientIds): Findings['clientIds'] {
  switch (clientIds.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'not-a-literal':
      return { kind: 'not-a-literal', line: clientIds.place.line };
    case 'several':
      return { kind: 'several', lines: clientIds.places.map(({ line }) => line) };
    case 'literal': {
      const entries = clientIds.entries.map(({ region, value, keyPlace }) => ({
        region,
        line: keyPlace.line,
        value: value.kind,
        ...('text' in value ? { text: value.text } : {}),
      }));
      const { line } = clientIds.place;
      return { kind: 'literal', line, entries, ...(clientIds.complete ? {} : { complete: false }) };
    }
  }
}

function foundSetting(setting: BooleanSetting): Findings['dedicatedLoginWindow'] {
  return setting.kind === 'absent' ? 'absent' : [setting.kind, setting.place.line];
}

describe('framework.js: what is found (E1, E4, E6)', () => {
  it('every fixture has a row in the table of findings', () => {
    const files = readdirSync(new URL('../../fixtures/framework/', import.meta.url));
    const names = FIXTURES.map(({ name }) => name);
    assert.deepEqual(files.filter((name) => name !== 'findings.json').sort(), names.sort());
    assert.ok(names.length >= 40);
  });

  for (const { name, text, findings } of FIXTURES) {
    it(`${name}: ${findings.covers}`, () => {
      assert.equal(isValid(text), findings.valid);
      const inspection = inspectFramework(text);
      assert.deepEqual(found(inspection.clientIds), findings.clientIds);
      assert.deepEqual(foundSetting(inspection.dedicatedLoginWindow), findings.dedicatedLoginWindow);
      assert.deepEqual(foundSetting(inspection.usePKCEAuthFlow), findings.usePKCEAuthFlow);
      assert.equal(inspection.getAuthToken?.line ?? null, findings.getAuthToken);
      assert.deepEqual(
        inspection.overridden.map((setting) => [setting.name, setting.place.line]),
        findings.overridden ?? [],
      );
      if (inspection.clientIds.kind === 'literal') {
        assert.deepEqual(
          inspection.clientIds.commentedOut.map(({ region, place }) => [region, place.line]),
          findings.commentedOut ?? [],
        );
      }
    });

    it(`${name}: a strict reading finds the same`, () => {
      assert.deepEqual(inspectExactly(text), inspectFramework(text));
    });
  }

  it('places cover the source of what they name', () => {
    for (const { text } of FIXTURES) {
      const { clientIds, getAuthToken } = inspectFramework(text);
      if (getAuthToken !== undefined) {
        assert.match(text.slice(getAuthToken.start, getAuthToken.end), /^'?getAuthToken'?$/);
      }
      if (clientIds.kind !== 'literal') continue;
      assert.equal(text.charAt(clientIds.place.start), '{');
      for (const { region, value, keyPlace, valuePlace } of clientIds.entries) {
        const key = text.slice(keyPlace.start, keyPlace.end);
        assert.ok(key.includes(region) || key.includes('\\'), key);
        if ('text' in value) assert.ok(text.slice(valuePlace.start, valuePlace.end).includes(value.text));
      }
    }
  });
});
