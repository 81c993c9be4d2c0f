// A reporter of mocha that prints each test as a step.
module.exports = function steps(/** @type {import('node:events').EventEmitter} */ runner) {
  const tell = (/** @type {string} */ step, /** @type {boolean} */ ok, /** @type {string} */ why) =>
    process.stdout.write(`${JSON.stringify({ step, ok, why })}\n`);
  runner.on('pass', ({ title }) => tell(title, true, ''));
  runner.on('fail', ({ title }, error) => tell(title, false, String(error)));
};
