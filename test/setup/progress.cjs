const { DefaultReporter } = require('@jest/reporters');

/** Test files between two lines. */
const FILES_PER_LINE = 25;

/**
 * Reporter of jest that prints what fails in full, and counts what passes.
 *
 * A terminal shows the files that run, too. The summary is that of jest: `--reporters=summary`.
 */
module.exports = class Progress extends DefaultReporter {
  start = Date.now();

  onTestResult(test, result, aggregated) {
    super.onTestResult(test, result, aggregated);
    const { numFailedTestSuites, numPassedTestSuites, numPendingTestSuites, numTotalTestSuites } = aggregated;
    const files = numFailedTestSuites + numPassedTestSuites + numPendingTestSuites;
    if (files % FILES_PER_LINE === 0 || files === numTotalTestSuites) {
      this.log(progress(files, aggregated, Date.now() - this.start));
    }
  }

  printTestFileHeader(path, config, result) {
    if (result.failureMessage || result.console?.length) super.printTestFileHeader(path, config, result);
  }
};

function progress(files, { numFailedTests, numPassedTests, numTotalTestSuites }, milliseconds) {
  const failed = numFailedTests > 0 ? `, ${numFailedTests} failed` : '';
  return `${files} of ${numTotalTestSuites} test files: ${numPassedTests} tests passed${failed}, ${Math.round(milliseconds / 1000)} s`;
}
