import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { noticesOf, packagesIn } from '../../../notices.js';
import { repoFolder } from '../../host/paths.ts';
import { readAudit } from '../../release/auditAnswer.ts';

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions, scripts: Versions });
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.optional(z.string()),
      integrity: z.optional(z.string()),
      link: z.optional(z.boolean()),
      dependencies: z.optional(Versions),
      devDependencies: z.optional(Versions),
    }),
  ),
});

const { dependencies, devDependencies, scripts } = Manifest.parse(read('package.json'));
const { packages } = Lock.parse(read('package-lock.json'));

describe('What others made', () => {
  it('is named in its exact version, the one that package-lock.json has', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      assert.equal(version, packages[`node_modules/${name}`]?.version, name);
    assert.deepEqual(packages['']?.dependencies, dependencies);
    assert.deepEqual(packages['']?.devDependencies, devDependencies);
  });

  it('is fetched with its checksum only', () => {
    for (const [path, { integrity }] of Object.entries(packages))
      if (path !== '') assert.match(integrity ?? '', /^sha(256|384|512)-/, path);
  });

  it('is named with its license and its text where something of it is bundled', async () => {
    const outputs = {
      'dist/a.js': {
        inputs: {
          'node_modules/zod/v4/mini/index.js': { bytesInOutput: 10 },
          'elsewhere/node_modules/@vscode/webview-ui-toolkit/dist/toolkit.js': { bytesInOutput: 10 },
          'node_modules/ky/distribution/index.js': { bytesInOutput: 0 },
          'src/extension.ts': { bytesInOutput: 10 },
        },
      },
    };
    assert.deepEqual(packagesIn(outputs), [
      'elsewhere/node_modules/@vscode/webview-ui-toolkit',
      'node_modules/zod',
    ]);
    const text = await noticesOf([join(repoFolder, 'node_modules', 'zod')]);
    assert.match(text, new RegExp(`^zod ${dependencies['zod']} \\(MIT\\)$`, 'm'));
    assert.match(text, /Permission is hereby granted, free of charge/);
  });

  it('is asked about, and whatever is no report is no all-clear', () => {
    assert.deepEqual(readAudit('{"vulnerabilities":{}}'), { kind: 'clean' });
    assert.deepEqual(readAudit('{"vulnerabilities":{"ky":{"severity":"high"}}}'), {
      kind: 'faulty',
      packages: ['ky (high)'],
    });
    const refused = { kind: 'not-answered', reason: '405 Method Not Allowed' };
    assert.deepEqual(readAudit('{"message":"405 Method Not Allowed","statusCode":405}'), refused);
    for (const output of ['', 'Command failed', '{}', '[]', 'null'])
      assert.equal(readAudit(output).kind, 'not-answered', output);
  });
});

describe('What is fetched of this project', () => {
  it('runs nothing by itself when it is installed', () => {
    const atInstall = [
      'preinstall',
      'install',
      'postinstall',
      'prepublish',
      'preprepare',
      'prepare',
      'postprepare',
    ];
    assert.deepEqual(
      atInstall.filter((name) => Object.hasOwn(scripts, name)),
      [],
    );
    assert.doesNotMatch(
      readFileSync(join(repoFolder, 'src/practiceOrg/npm/pack.js'), 'utf8'),
      /install['"]?:/,
    );
  });
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(repoFolder, path), 'utf8'));
}
