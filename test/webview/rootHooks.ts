// Loaded by mocha in each process that runs tests of the page.
export { mochaHooks } from './harness.ts';
