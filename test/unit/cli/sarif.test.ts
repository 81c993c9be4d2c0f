import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import manifest from '../../../package.json' with { type: 'json' };
import { codesOfFiles, documentation } from '../../../src/core/findings/documentation.ts';
import { languages, textsIn } from '../../languages.ts';
import { FAULTY, FINE, frameworkWith, ID, TWICE, useProject } from './project.ts';

const Text = z.strictObject({ text: z.string().check(z.minLength(1)) });
const Count = z.int().check(z.minimum(1));
const Level = z.enum(['error', 'warning', 'note']);
const Location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string(), uriBaseId: z.optional(z.literal('SRCROOT')) }),
    region: z.optional(
      z.strictObject({ startLine: Count, startColumn: Count, endLine: Count, endColumn: Count }),
    ),
  }),
});

/** What of SARIF 2.1.0 is used, each property as its schema has it, and no other. */
const Log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          semanticVersion: z.string(),
          language: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: Text,
              fullDescription: Text,
              help: z.strictObject({ text: z.string(), markdown: z.string() }),
              defaultConfiguration: z.union([
                z.strictObject({ level: Level }),
                z.strictObject({ enabled: z.literal(false) }),
              ]),
            }),
          ),
        }),
      }),
      language: z.string(),
      columnKind: z.literal('utf16CodeUnits'),
      originalUriBaseIds: z.strictObject({ SRCROOT: z.strictObject({ description: Text }) }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          exitCode: z.number(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level: z.literal('error'), message: Text, locations: z.tuple([Location]) }),
          ),
        }),
      ]),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int(),
          level: Level,
          message: Text,
          locations: z.tuple([Location]),
          relatedLocations: z.optional(
            z.array(z.strictObject({ id: z.int(), ...Location.shape, message: Text })),
          ),
          partialFingerprints: z.strictObject({ 'genesysOAuth/v1': z.string() }),
        }),
      ),
    }),
  ]),
});

describe('The SARIF of genesys-oauth check', () => {
  const project = useProject();

  async function sarif(...args: readonly string[]) {
    const { out } = await project.run(['check', '--format', 'sarif', ...args]);
    const [run] = Log.parse(JSON.parse(out)).runs;
    return run;
  }

  it('has each problem with its rule, its place, and what explains it', async () => {
    await project.write('a/framework.js', TWICE);
    const { results, tool } = await sarif();
    const [result] = results;
    assert.equal(results.length, 1);
    assert.equal(tool.driver.rules[result?.ruleIndex ?? -1]?.id, 'duplicate-region');
    assert.deepEqual(result?.locations[0].physicalLocation.region, {
      startLine: 4,
      startColumn: 7,
      endLine: 4,
      endColumn: 7 + `'mypurecloud.com'`.length,
    });
    const [related] = result?.relatedLocations ?? [];
    assert.equal(related?.message.text, 'This one counts.');
    assert.equal(related?.physicalLocation.region?.startLine, 5);
  });

  for (const language of languages) {
    it(`explains every rule to readers of ${language}: why it matters and what to do`, async () => {
      await project.write('framework.js', FINE);
      const { tool } = await sarif('--lang', language);
      const { rules, version } = tool.driver;
      assert.deepEqual([rules.map(({ id }) => id), version], [codesOfFiles, manifest.version]);
      for (const [index, code] of codesOfFiles.entries()) {
        l10n.config({ contents: await textsIn(language) });
        const { title, meaning, remedy } = documentation[code]();
        l10n.config({ contents: {} });
        const rule = rules[index];
        assert.ok(rule?.shortDescription.text === title, code);
        for (const text of [rule?.help.text, rule?.help.markdown])
          assert.ok(text?.includes(meaning) && text.includes(remedy), code);
      }
    });
  }

  it('has rules and results as loud as they were set to be', async () => {
    await project.write('framework.js', FAULTY);
    const loud = async (level: string) => {
      const { results, tool } = await sarif('--severity', `malformed-client-id=${level}`);
      const rule = tool.driver.rules.find(({ id }) => id === 'malformed-client-id');
      return [rule?.defaultConfiguration, results.map((result) => result.level)];
    };
    assert.deepEqual(await loud('hint'), [{ level: 'note' }, ['note']]);
    assert.deepEqual(await loud('warning'), [{ level: 'warning' }, ['warning']]);
    assert.deepEqual(await loud('off'), [{ enabled: false }, []]);
  });

  it('names files by a URI from the folder of the run, whatever they are called', async () => {
    await project.write('a b/ü%#?:[x].js', FAULTY);
    const { results } = await sarif('a b/ü%#?:[x].js');
    const { uri } = results[0]?.locations[0].physicalLocation.artifactLocation ?? {};
    assert.equal(uri, 'a%20b/%C3%BC%25%23%3F%3A%5Bx%5D.js');
    assert.equal(new URL(uri ?? '', 'file:///r/').pathname, `/r/${uri}`);
  });

  it('has the same fingerprints when lines have moved, another for each problem, and none of the value', async () => {
    const prints = async (text: string) => {
      await project.write('framework.js', text);
      return (await sarif()).results.map((result) => result.partialFingerprints['genesysOAuth/v1']);
    };
    const short = (at: string, id = ID.slice(1)) => `'${at}': '${id}'`;
    const both = frameworkWith(short('mypurecloud.com'), short('mypurecloud.ie'));
    const before = await prints(both);
    assert.equal(new Set(before).size, 2);
    assert.deepEqual(await prints(`\n\n${both}`), before);
    const other = frameworkWith(short('mypurecloud.com', ID.slice(2)), short('mypurecloud.ie', ID.slice(3)));
    assert.deepEqual(await prints(other), before);
  });

  it('tells what could not be checked', async () => {
    await project.write('genesys-scim.json', '{');
    const { invocations, results } = await sarif();
    const [{ executionSuccessful, exitCode, toolExecutionNotifications }] = invocations;
    assert.deepEqual([executionSuccessful, exitCode, results], [false, 2, []]);
    const [notification] = toolExecutionNotifications;
    assert.equal(notification?.locations[0].physicalLocation.artifactLocation.uri, 'genesys-scim.json');
  });

  it('says nothing of where the folder is on this computer', async () => {
    await project.write('framework.js', FAULTY);
    const { out } = await project.run(['check', '--format', 'sarif']);
    assert.equal(out.includes(project.path()), false);
  });

  it('takes no words of a file for a link or an argument of a message', async () => {
    await project.write('framework.js', frameworkWith(`'[a](b){0}': '${ID}'`));
    const { results } = await sarif();
    assert.match(results[0]?.message.text ?? '', /\\\[a\]\(b\)\{\{0\}\}/);
  });
});
