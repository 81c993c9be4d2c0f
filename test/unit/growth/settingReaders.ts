import { readFilePatterns, readGlob } from '../../../src/core/framework/filePatterns.ts';
import { readCliConfig } from '../../../src/core/signIn/found.ts';
import { readMemory } from '../../../src/core/wizard/recalled.ts';
import { corpusId } from '../framework/corpusOrgs.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf, manyOf } from './readers.ts';

const REGION = 'mypurecloud.jp';
const NOW = new Date('2026-11-22T09:00:00Z');

const PATHS: Readonly<Record<string, (size: number) => unknown>> = {
  stars: (size) => ['*'.repeat(size)],
  'stars and letters': (size) => [`${'*a'.repeat(size)}b`],
  folders: (size) => [`${'**/a/'.repeat(size)}b`],
  'braces in braces': (size) => ['{'.repeat(size) + '}'.repeat(size)],
  'braces beside braces': (size) => ['{a,b}'.repeat(size)],
  alternatives: (size) => [`{${listOf(size, (index) => `a${index}`, ',')}}`],
  brackets: (size) => ['['.repeat(size)],
  patterns: (size) => manyOf(size, (index) => `a${index}`),
  'a path from here': (size) => ['./'.repeat(size)],
};

const CLI: Readonly<Record<string, (size: number) => string>> = {
  profiles: (size) =>
    listOf(
      size,
      (index) =>
        `[p${index}]\nclient_credentials = "${corpusId(index)}"\nclient_secret = "x"\nenvironment = "${REGION}"`,
      '\n',
    ),
  'tables in tables': (size) => `[${listOf(size, () => 'a', '.')}]\nb = 1`,
};

const PATH_TEXTS = {
  'a path of one letter': (size: number) => 'a'.repeat(size),
  'a path of many folders': (size: number) => 'a/'.repeat(size),
};

/** As another version may have stored it. */
const MEMORY: Readonly<Record<string, (size: number) => unknown>> = {
  'steps that nobody knows': (size) => ({ attempted: manyOf(size, (index) => `step ${index}`) }),
  'members that nobody knows': (size) =>
    Object.fromEntries(manyOf(size, (index) => [`member${index}`, index])),
  'answers of another kind': (size) => ({
    draft: { scopes: manyOf(size, (index) => index), redirectUris: manyOf(size, () => null) },
  }),
  'former drafts of one ID': (size) => ({
    formerDrafts: manyOf(size, () => ({
      id: 1,
      procedure: 'scim',
      step: 'connect',
      draft: {},
      attempted: [],
    })),
  }),
};

export const SETTING_READERS: readonly Growth[] = [
  ...eachOn({ 'file patterns': readFilePatterns }, PATHS, 256),
  ...eachOn({ 'a pattern': (path) => readGlob('**/*a*b')?.(path) }, PATH_TEXTS, 256),
  ...eachOn({ 'what the wizard remembered': readMemory }, MEMORY, 64),
  ...eachOn({ 'config.toml': (text) => readCliConfig(text, NOW) }, CLI, 16),
];
