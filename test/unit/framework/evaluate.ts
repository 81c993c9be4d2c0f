import vm from 'node:vm';

/** Ends what never ends. A computer that is busy may give this process nothing for a second. */
const MOST_MILLISECONDS = 30_000;

/** How many of the last results are kept: a case asks the same of one text several times, one after the other. */
const KEPT = 16;
/** What was found of late, as JSON, by what was run for it. */
const known = new Map<string, string | undefined>();

/**
 * Runs a framework.js the way a browser would and answers what an expression is then worth, functions as
 * their source. Throws what the file throws.
 */
export function evaluate(text: string, expression: string): unknown {
  const asked = JSON.stringify([text, expression]);
  const json = known.has(asked) ? known.get(asked) : run(text, expression);
  known.delete(asked);
  known.set(asked, json);
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return json === undefined ? undefined : JSON.parse(json);
}

/** A context for each run takes most of the time; one that is used again would know what the text before has declared. */
function run(text: string, expression: string): string | undefined {
  // A Node that knows this makes a context ten times as fast with it.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext("var window = globalThis; var location = { search: '' };", context);
  vm.runInContext(text, context, { timeout: MOST_MILLISECONDS });
  const json: unknown = vm.runInContext(
    `JSON.stringify(${expression}, (key, value) => (typeof value === 'function' ? String(value) : value))`,
    context,
  );
  return typeof json === 'string' ? json : undefined;
}

/** `clientIds` of a file that has run, region by region. */
export function evaluateClientIds(text: string, at: string): Map<string, unknown> {
  const value = evaluate(text, `Object.entries(${at})`);
  return new Map(Array.isArray(value) ? value : []);
}

/** Everything that the file made, but for the value of one region. */
export function evaluateTheRest(text: string, at: string, region: string): unknown {
  return evaluate(
    `${text}\n;delete ${at}[${JSON.stringify(region)}];`,
    '[globalThis.Framework, globalThis.params, globalThis.GENESYS_CONFIG]',
  );
}
