import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';

const Manifest = z.object({
  main: z.string(),
  browser: z.optional(z.string()),
  extensionKind: z.array(z.string()),
  capabilities: z.object({
    untrustedWorkspaces: z.object({
      supported: z.union([z.boolean(), z.literal('limited')]),
      restrictedConfigurations: z.optional(z.array(z.string())),
    }),
    virtualWorkspaces: z.object({ supported: z.literal('limited'), description: z.string() }),
  }),
  contributes: z.object({
    configuration: z.object({ properties: z.record(z.string(), z.object({ scope: z.string() })) }),
  }),
});

const manifest = Manifest.parse(JSON.parse(readFileSync(join(repoFolder, 'package.json'), 'utf8')));
const host = join(repoFolder, 'src', 'host');
const files = readdirSync(host, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(host, path), 'utf8') }));

/** The files in whose text this stands. */
const withText = (pattern: RegExp) =>
  files.flatMap(({ path, text }) => (pattern.test(text) ? [path] : [])).sort();

describe('What the manifest says of workspaces', () => {
  it('that are not trusted is true: nothing of a workspace is run, and no setting of one chooses a host', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    const runs = withText(/\beval\(|new Function\(|node:vm|node:child_process|\bimport\((?!')|\brequire\(/);
    // Starts the practice org, which comes with the extension.
    assert.deepEqual(runs, ['signIn/practiceOrgProcess.ts']);
    const { properties } = manifest.contributes.configuration;
    for (const [name, { scope }] of Object.entries(properties))
      if (/gateway|port|host|url|region|client/i.test(name)) assert.equal(scope, 'application', name);
  });

  it('that are on no disk is true: the disk is used for what is there only', () => {
    // Those of a workspace ask first whether it is on a disk; the others keep what is of this computer.
    assert.deepEqual(withText(/from 'node:fs/), [
      'files/leadsTo.ts',
      'interrupted/rotations.ts',
      'report/keptAnswers.ts',
      'report/lastReports.ts',
      'signIn/endedSessions.ts',
      'signIn/practiceOrgFiles.ts',
      'signIn/practiceOrgProcess.ts',
    ]);
    for (const path of ['files/write.ts', 'files/leadsTo.ts'])
      assert.match(files.find((each) => each.path === path)?.text ?? '', /scheme (!==|===) 'file'/, path);
    assert.deepEqual(withText(/atomically\.ts'/), [
      'files/write.ts',
      'report/keptAnswers.ts',
      'report/lastReports.ts',
    ]);
  });

  it('is said in both languages, and there is no code for a VS Code without Node.js', () => {
    const key = manifest.capabilities.virtualWorkspaces.description.replaceAll('%', '');
    for (const name of ['package.nls.json', 'package.nls.ja.json'])
      assert.ok(Object.hasOwn(JSON.parse(readFileSync(join(repoFolder, name), 'utf8')), key), name);
    assert.equal(manifest.browser, undefined);
    assert.deepEqual(manifest.extensionKind, ['workspace']);
  });
});
