/** A hundred thousand cases take as long as they take. What hangs is seen by its silence, and ended by the person. */
export const mochaHooks = {
  beforeEach(this: Mocha.Context) {
    this.currentTest?.timeout(0);
  },
};
