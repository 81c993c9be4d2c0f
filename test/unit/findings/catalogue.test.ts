import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { catalogue, diagnostics, isDiagnosticCode } from '../../../src/core/findings/catalogue.ts';
import { clientInFramework } from '../../../src/core/findings/clientInFramework.ts';
import { clientOfEntry } from '../../../src/core/findings/clientOfEntry.ts';
import { documentation } from '../../../src/core/findings/documentation.ts';
import { draftAccess } from '../../../src/core/findings/draftAccess.ts';
import { draftClient, draftRedirectUris } from '../../../src/core/findings/draftClient.ts';
import { draftFindings } from '../../../src/core/findings/draftFindings.ts';
import { draftRoles } from '../../../src/core/findings/draftRoles.ts';
import { draftAdopted, draftTarget } from '../../../src/core/findings/draftTarget.ts';
import type { FindingEntry } from '../../../src/core/findings/entry.ts';
import { frameworkFile } from '../../../src/core/findings/frameworkFindings.ts';
import { roleForScim } from '../../../src/core/findings/roleForScim.ts';
import { scimFile } from '../../../src/core/findings/scimFindings.ts';
import { scopeInFile } from '../../../src/core/findings/scopeFindings.ts';
import { writtenFromCatalogue } from '../../findings/written.ts';
import { repoFolder } from '../../host/paths.ts';

const ROOMS = [
  ...[frameworkFile, clientOfEntry, clientInFramework, roleForScim, scimFile, scopeInFile],
  ...[draftAccess, draftAdopted, draftClient, draftRedirectUris, draftRoles, draftTarget],
];
const entries: readonly (readonly [string, FindingEntry])[] = Object.entries(catalogue);

describe('The catalogue of findings', () => {
  it('is what the documentation, the manifest and its texts say (npm run findings writes them)', async () => {
    for (const [path, text] of await writtenFromCatalogue())
      assert.equal(await readFile(join(repoFolder, path), 'utf8'), text, path);
  });

  it('has each code in one room, and none that no room has', () => {
    const codes = ROOMS.flatMap((room) => Object.keys(room));
    assert.deepEqual([...new Set(codes)], codes);
    assert.deepEqual(entries.map(([code]) => code).sort(), codes.sort());
    for (const code of codes) assert.match(code, /^[a-z]+(-[a-z]+)+$/);
  });

  it('has for an editor what is in files, for the wizard what is in answers, and for both what they share', () => {
    const both = new Set([...Object.keys(clientInFramework), ...Object.keys(roleForScim)]);
    const inFiles = Object.keys(diagnostics);
    assert.deepEqual(new Set(inFiles.filter((code) => Object.hasOwn(draftFindings, code))), both);
    for (const code of [
      ...Object.keys(frameworkFile),
      ...Object.keys(clientOfEntry),
      ...Object.keys(scimFile),
      ...Object.keys(scopeInFile),
    ])
      assert.ok(inFiles.includes(code), code);
  });

  it('knows the code of a diagnostic from any other word', () => {
    for (const code of Object.keys(diagnostics)) assert.equal(isDiagnosticCode(code), true, code);
    for (const word of ['name-missing', 'toString', '', undefined, null, 7, ['no-client-id']])
      assert.equal(isDiagnosticCode(word), false, String(word));
  });

  it('names a severity once for each code, the usual one first, and where the code comes from', () => {
    for (const [code, { severities, rules = [], facts = [] }] of entries) {
      assert.ok(severities.length > 0, code);
      assert.deepEqual([...new Set(severities)], severities, code);
      assert.ok(rules.length + facts.length > 0, code);
    }
  });

  it('cites rules and facts that are written down', async () => {
    const numbers = async (path: string, heading: RegExp) => {
      const text = await readFile(join(repoFolder, path), 'utf8');
      return new Set([...text.matchAll(heading)].map(([, number]) => number));
    };
    const ruleNumbers = await numbers('docs/rules.md', /^### ([GES]\d+) /gm);
    const factNumbers = await numbers('docs/genesys.md', /^#+ (\d+(?:\.\d+)?)[. ]/gm);
    for (const [code, { rules = [], facts = [] }] of entries) {
      for (const rule of rules) assert.ok(ruleNumbers.has(rule), `${code}: ${rule}`);
      for (const fact of facts) assert.ok(factNumbers.has(fact), `${code}: ${fact}`);
    }
  });

  it('says in a sentence what is wrong, and in others what it means and what to do', () => {
    for (const [code, { text, severities }] of entries)
      for (const severity of severities)
        assert.match(text({}, severity), /^([A-Z{"]|framework\.js ).*[.:}]$/, code);
    for (const [code, explain] of Object.entries(documentation))
      for (const said of Object.values(explain())) assert.match(said, /^[A-Z]?.*\.$/, code);
  });
});
