// Builds the command line: one file, which starts quickly.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { languageFiles } from '../../../languageFiles.js';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..');
const root = join(cli, '..', '..');

/** These load what most starts do without: all but `check` of files. */
const LOADERS = ['load.ts', 'run.ts', 'checkCommand.ts'];
const AT_ONCE = './check/checkCommand.ts';
/** What both parts of the program share, as the later one asks for it. */
const TRANSLATOR = '@vscode/l10n';
const LANGUAGES = '#languages';

/**
 * Writes the command line into a file: what checks files, and packed beside it, as a text, all else. Node.js reads the whole
 * program at each start, letter by letter, but a text it passes over.
 *
 * @param {string} outfile
 * @param {{ readable?: boolean }} [how]
 * @returns {Promise<Pick<esbuild.Metafile, 'outputs'>>}
 */
export async function buildCommandLine(outfile, { readable = false } = {}) {
  const parts = new Set();
  // Only to see what it says: without any language.
  const first = await build(options({ outfile }, [loadLater(parts, ''), onlyWhatIsUsed('')]));
  const later = await build(laterOptions(parts));
  const texts = [first, later].map(({ text }) => bare(text)).join('');
  const small = await build({ ...laterOptions(parts), minify: !readable });
  const { metafile } = await esbuild.build({
    ...options({ outfile }, [loadLater(parts, small.text), onlyWhatIsUsed(texts)]),
    minify: !readable,
  });
  return { outputs: { ...metafile.outputs, ...small.metafile.outputs } };
}

/**
 * Builds without writing a file.
 *
 * @param {esbuild.BuildOptions} how
 */
async function build(how) {
  const { outputFiles = [], metafile = { inputs: {}, outputs: {} } } = await esbuild.build({
    ...how,
    write: false,
    metafile: true,
  });
  return { text: outputFiles.map(({ text }) => text).join(''), metafile };
}

/**
 * @param {Pick<esbuild.BuildOptions, 'outfile' | 'entryPoints' | 'stdin'>} made
 * @param {readonly esbuild.Plugin[]} plugins
 * @returns {esbuild.BuildOptions & { metafile: true }}
 */
function options({ outfile = 'later.cjs', ...from }, plugins) {
  return {
    entryPoints: [join(cli, 'main.ts')],
    ...from,
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
    plugins: [...plugins, manifestVersion, leaveOutSchemas, leaveOutValidator],
  };
}

/**
 * The second part: a module that has each of these files under its path.
 *
 * @param {ReadonlySet<string>} parts
 */
function laterOptions(parts) {
  const lines = [...parts].map((path) => `${JSON.stringify(path)}: require(${JSON.stringify(path)}),`);
  const contents = `module.exports = { ${lines.join('\n')} };`;
  const {
    alias: _,
    banner: __,
    ...common
  } = options({ entryPoints: [], stdin: { contents, resolveDir: cli, loader: 'js' } }, [
    {
      name: 'share with the first part',
      setup: ({ onResolve }) => {
        onResolve({ filter: /^@vscode\/l10n$/ }, () => ({ path: TRANSLATOR, external: true }));
        onResolve({ filter: /\/languageFiles\.ts$/ }, () => ({ path: LANGUAGES, external: true }));
      },
    },
  ]);
  return common;
}

/**
 * Has files that are loaded later come out of the second part, which is unpacked when one is first asked for. `parts` is told
 * which files these are.
 *
 * @param {Set<string>} parts
 * @param {string} later the second part
 * @returns {esbuild.Plugin}
 */
function loadLater(parts, later) {
  const namespace = 'later';
  return {
    name: 'load later',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ path, kind, importer, resolveDir }) => {
        const isLater = kind === 'dynamic-import' && LOADERS.includes(basename(importer)) && path !== AT_ONCE;
        if (!isLater) return undefined;
        const part = `./${relative(cli, join(resolveDir, path)).split(sep).join('/')}`;
        parts.add(part);
        return { path: part, namespace };
      });
      onResolve({ filter: /^#later$/ }, () => ({ path: '#later', namespace }));
      onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents:
          path === '#later'
            ? unpacking(later)
            : `module.exports = require('#later').part(${JSON.stringify(path)});`,
        loader: 'js',
        resolveDir: cli,
      }));
    },
  };
}

/** @param {string} later */
function unpacking(later) {
  return `
    const { inflateRawSync } = require('node:zlib');
    let parts;
    exports.part = (path) => {
      parts ??= unpack();
      return parts[path];
    };
    function unpack() {
      const code = inflateRawSync(Buffer.from('${deflateRawSync(later).toString('base64')}', 'base64')).toString();
      const module = { exports: {} };
      new Function('module', 'exports', 'require', code)(module, module.exports, (name) => {
        if (name === '${TRANSLATOR}') return require('${TRANSLATOR}');
        if (name === '${LANGUAGES}') return require('./languageFiles.ts');
        return require(name);
      });
      return module.exports;
    }`;
}

/**
 * Of the texts of each language, those of sentences that the program can say.
 *
 * @param {string} texts
 * @returns {esbuild.Plugin}
 */
function onlyWhatIsUsed(texts) {
  return {
    name: 'only what is used',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]cli[\\/]languageFiles\.ts$/ }, async () => {
        const languages = (await languageFiles(join(root, 'l10n'), /^bundle\.l10n\.(.+)\.json$/)).map(
          ([language, all]) => {
            const used = Object.entries(all).filter(([english]) => texts.includes(bare(english)));
            // At every start the whole program is read, letter by letter; packed, these are few.
            const packed = deflateRawSync(JSON.stringify(Object.fromEntries(used))).toString('base64');
            return `${JSON.stringify(language)}: () => unpacked('${packed}'),`;
          },
        );
        const contents = `import { inflateRawSync } from 'node:zlib';
          const unpacked = (packed) => JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
          export const textsByLanguage = { ${languages.join('\n')} };`;
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * Of the manifest, the version.
 *
 * @type {esbuild.Plugin}
 */
const manifestVersion = {
  name: 'the version of the manifest',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: `export default ${JSON.stringify({ version })};`, loader: 'js' };
    }),
};

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
