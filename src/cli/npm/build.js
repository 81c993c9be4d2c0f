// Builds the command line: one file, which starts quickly.
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');

/**
 * Writes the command line into a file.
 *
 * @param {string} outfile
 * @param {{ readable?: boolean }} [how]
 * @returns {Promise<esbuild.Metafile>}
 */
export async function buildCommandLine(outfile, { readable = false } = {}) {
  const without = await esbuild.build({ ...options(outfile, ''), write: false, minify: false });
  const texts = without.outputFiles.map(({ text }) => bare(text)).join('');
  const { metafile } = await esbuild.build({ ...options(outfile, texts), minify: !readable });
  return metafile;
}

/**
 * @param {string} outfile
 * @param {string} texts All that the program holds; nothing where that is not known yet.
 * @returns {esbuild.BuildOptions & { metafile: true }}
 */
function options(outfile, texts) {
  return {
    entryPoints: [join(here, '..', 'main.ts')],
    outfile: resolve(outfile),
    bundle: true,
    // Node.js loads it in less time than an ES module.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // The whole path, because this may be started from anywhere.
    alias: { '@vscode/l10n': join(root, 'node_modules', '@vscode', 'l10n', 'dist', 'browser.js') },
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [onlyWhatIsUsed(texts), leaveOutSchemas, leaveOutValidator],
  };
}

/**
 * Of the Japanese texts, those of sentences that the program can say; of the manifest, the version.
 *
 * @param {string} texts
 * @returns {esbuild.Plugin}
 */
function onlyWhatIsUsed(texts) {
  return {
    name: 'only what is used',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]bundle\.l10n\.ja\.json$/ }, async ({ path }) => {
        /** @type {[string, string][]} */
        const all = Object.entries(JSON.parse(await readFile(path, 'utf8')));
        const used = all.filter(([english]) => texts.includes(bare(english)));
        // At every start the whole program is read, letter by letter; packed, these are few.
        const packed = deflateRawSync(JSON.stringify(Object.fromEntries(used))).toString('base64');
        const contents = `import { inflateRawSync } from 'node:zlib';
          export default JSON.parse(inflateRawSync(Buffer.from('${packed}', 'base64')).toString());`;
        return { contents, loader: 'js' };
      });
      onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
        if (path !== join(root, 'package.json')) return undefined;
        const { version } = JSON.parse(await readFile(path, 'utf8'));
        return { contents: `export default ${JSON.stringify({ version })};`, loader: 'js' };
      });
    },
  };
}

/**
 * Schemas of what nobody here reads: without a word that making one does nothing else, all of core's would be made at each
 * start.
 *
 * @type {esbuild.Plugin}
 */
const leaveOutSchemas = {
  name: 'leave out schemas that are not used',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes("from 'zod/mini'")) return undefined;
      return { contents: text.replace(/(?<![\w.])z\.(?=\w+\()/g, '/* @__PURE__ */ z.'), loader: 'ts' };
    }),
};

/**
 * The MCP SDK's validator of JSON by a schema, with what it is made of a tenth of the program: here it would only look at what
 * a person answered, which is looked at where it is used (src/cli/mcp/askBack.ts).
 *
 * @type {esbuild.Plugin}
 */
const leaveOutValidator = {
  name: 'leave out the validator of the MCP SDK',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]sdk[\\/]dist[\\/]esm[\\/]validation[\\/]ajv-provider\.js$/ }, () => ({
      contents: `export class AjvJsonSchemaValidator {
        getValidator() {
          return (data) => ({ valid: true, data, errorMessage: undefined });
        }
      }`,
      loader: 'js',
    })),
};

/**
 * A text without what differs by how it is written in a program: quotes, escapes and line ends.
 *
 * @param {string} text
 */
function bare(text) {
  return text
    .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_, four, two) =>
      String.fromCharCode(Number.parseInt(four ?? two, 16)),
    )
    .replace(/\\n|\n|["'`\\]/g, '');
}
