// Counts what a suite checks and ends with the line that ./run test sums.
//
//   const suite = new Suite('cli');
//   await suite.check('verify names a changed row', async () => { assert… });
//   suite.skip('the real article', 'shared data is not here');
//   suite.close();
export class Suite {
  constructor() {
    this.passed = 0;
    this.failed = 0;
    this.skipped = 0;
  }

  async check(label, body) {
    const start = Date.now();
    try {
      await body();
      this.passed += 1;
      console.log(`ok    ${label} (${Date.now() - start} ms)`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL  ${label} (${Date.now() - start} ms)\n${error.stack ?? error}`);
    }
  }

  skip(label, why) {
    this.skipped += 1;
    console.log(`skip  ${label}: ${why}`);
  }

  close() {
    const tail = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    console.log(`${this.passed} passed, ${this.failed} failed${tail}`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}
