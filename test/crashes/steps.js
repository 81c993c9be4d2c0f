// Loaded into every process of a served VS Code, by `--import`; stands between the extension and the world in the extension
// host, and does nothing in the others. Notes each step with which the extension changes something that outlives it, or asks
// an org for something, and ends the host by SIGKILL right before the step that it was told. It runs on the Node of that VS
// Code, which need not read TypeScript, so it is plain JavaScript.
import fs from 'node:fs';
import Module, { createRequire, syncBuiltinESMExports } from 'node:module';
// Before what is below stands between the extension and `fetch`.
import '../canaries/noteIssued.js';

/** @typedef {(...args: unknown[]) => unknown} Anything */

// The same names as in `watched.ts`.
const FOLDER = process.env['TEST_CRASHES_FOLDER'];
const isExtensionHost = process.argv.some((argument) => argument.includes('--type=extensionHost'));

if (FOLDER !== undefined && isExtensionHost) {
  fs.writeFileSync(`${FOLDER}/host`, String(process.pid));
  watchFetch();
  watchDisk();
  watchExtension();
}

/** Milliseconds that the steps before the one to die at have to come to their end. */
const SETTLE_MILLISECONDS = 5000;

/** @type {Set<Promise<unknown>>} */
const underWay = new Set();
/** How often each step was begun since the operation was.
 * @type {Map<string, number>} */
const begun = new Map();
/** When that was. */
let counting = 0;
/** From then on nothing is begun any more. */
let isDying = false;
const never = new Promise(() => undefined);

/**
 * Does one step, or ends the process before it.
 * @param {string} name
 * @param {() => unknown} work
 */
async function step(name, work) {
  /** @type {{ counts: boolean, time: number, dieBefore?: string }} */
  const { counts, time, dieBefore } = JSON.parse(fs.readFileSync(`${FOLDER}/plan.json`, 'utf8'));
  if (!counts) return await work();
  if (time !== counting) begun.clear();
  counting = time;
  const times = (begun.get(name) ?? 0) + 1;
  begun.set(name, times);
  const numbered = times === 1 ? name : `${name} (${times})`;
  if (isDying) return await never;
  fs.appendFileSync(`${FOLDER}/steps`, `${numbered}\n`);
  if (numbered === dieBefore) {
    isDying = true;
    const tooLate = new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
    await Promise.race([Promise.allSettled(underWay), tooLate]);
    process.kill(process.pid, 'SIGKILL');
    await never;
  }
  const working = Promise.resolve(work());
  underWay.add(working);
  return await working.finally(() => underWay.delete(working));
}

/** Requests to an org are steps. */
function watchFetch() {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const { url, method } = new Request(input instanceof Request ? input.clone() : input, init);
    const { pathname } = new URL(url);
    if (!/^\/(api|login)\//.test(pathname)) return await fetch(input, init);
    /** @type {Response | undefined} */
    let response;
    await step(`${method} ${withoutIds(pathname)}`, async () => {
      response = await fetch(input, init);
    });
    if (response === undefined) throw new Error('A step that went well has an answer.');
    return response;
  };
}

/** What the extension does to files on the disk itself. */
function watchDisk() {
  for (const name of /** @type {const} */ (['open', 'rename', 'link', 'copyFile', 'writeFile', 'rm'])) {
    const original = fs.promises[name];
    Reflect.set(fs.promises, name, (/** @type {unknown[]} */ ...args) => {
      const work = () => Reflect.apply(original, fs.promises, args);
      const path = String(name === 'rename' || name === 'link' ? args[1] : args[0]);
      const isOurs = /[/\\]dist[/\\](features|shared-)/.test(new Error().stack ?? '');
      return isOurs ? step(`${name} ${nameOf(path)}`, work) : work();
    });
  }
  syncBuiltinESMExports();
}

/** What the extension lets VS Code keep, and change. */
function watchExtension() {
  /** @type {unknown} */
  const load = Reflect.get(Module, '_load');
  if (typeof load !== 'function') throw new Error('Node.js loads modules in another way than it did.');
  Reflect.set(Module, '_load', (/** @type {unknown[]} */ ...args) => {
    const loaded = Reflect.apply(load, Module, args);
    const [request] = args;
    if (typeof request !== 'string' || !/[/\\]dist[/\\]extension\.cjs$/.test(request)) return loaded;
    const { activate } = loaded;
    return {
      ...loaded,
      activate: (/** @type {object} */ context) => {
        watchFiles(createRequire(request)('vscode').workspace);
        return activate(watchedContext(context));
      },
    };
  });
}

/** @param {object} context */
function watchedContext(context) {
  /** @type {Record<string, object>} */
  const watched = {
    secrets: withSteps(Reflect.get(context, 'secrets'), ['store', 'delete'], 'keyring'),
    workspaceState: withSteps(Reflect.get(context, 'workspaceState'), ['update'], 'workspace state'),
    globalState: withSteps(Reflect.get(context, 'globalState'), ['update'], 'shared state'),
  };
  return instead(context, (name) => watched[name] ?? Reflect.get(context, name));
}

/** @param {object} workspace */
function watchFiles(workspace) {
  const fileSystem = Reflect.get(workspace, 'fs');
  const watched = withSteps(fileSystem, ['writeFile', 'rename', 'copy', 'delete'], 'file system');
  Object.defineProperty(workspace, 'fs', { value: watched });
  const applyEdit = Reflect.get(workspace, 'applyEdit');
  Reflect.set(workspace, 'applyEdit', (/** @type {unknown[]} */ ...args) =>
    step('edit a document', () => Reflect.apply(applyEdit, workspace, args)),
  );
}

/**
 * The same object, of which these methods are steps.
 * @param {object} target
 * @param {readonly string[]} methods
 * @param {string} of
 */
function withSteps(target, methods, of) {
  return instead(target, (name) => {
    const value = Reflect.get(target, name);
    if (typeof value !== 'function') return value;
    if (!methods.includes(name)) return value.bind(target);
    return (/** @type {unknown[]} */ ...args) => {
      // What is kept is taken away by an update to nothing.
      const done = name === 'update' && args[1] === undefined ? 'forget' : name;
      return step(`${of}: ${done} ${nameOf(String(args[0]))}`, () => Reflect.apply(value, target, args));
    };
  });
}

/**
 * What stands in the place of an object, which VS Code has frozen, so that a proxy of it could not answer otherwise.
 * @param {object} target
 * @param {(name: string) => unknown} get
 * @returns {object}
 */
function instead(target, get) {
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? get(name) : Reflect.get(target, name)),
      set: (_, name, value) => Reflect.set(target, name, value),
      has: (_, name) => Reflect.has(target, name),
    },
  );
}

/** @param {string} path */
function nameOf(path) {
  return withoutIds(path.slice(path.search(/[^/\\]*$/)));
}

/** @param {string} text */
function withoutIds(text) {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}');
}
