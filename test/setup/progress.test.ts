import type { AggregatedResult, Test, TestResult } from '@jest/reporters';
import type { Config } from '@jest/types';

const Progress = jest.requireActual('./progress.cjs');

const PASSED = { testFilePath: '/test/passes.test.ts', testResults: [], skipped: false, snapshot: {} } as unknown as TestResult;
const FAILED = { ...PASSED, testFilePath: '/test/fails.test.ts', failureMessage: '  expected 1, got 2', numFailingTests: 1 } as TestResult;
const TEST = { context: { config: { rootDir: '/' } } } as Test;

describe('what the reporter prints', () => {
  test('is nothing for a file that passes', () => {
    expect(printed(PASSED, { numPassedTestSuites: 1 })).toEqual([]);
  });

  test('is the failure of a file that fails', () => {
    const [header, failure] = printed(FAILED, { numFailedTestSuites: 1 });

    expect(header).toMatch(/FAIL.*fails\.test\.ts/);
    expect(failure).toBe('  expected 1, got 2');
  });

  test('is what a file that passes prints itself', () => {
    const result = { ...PASSED, console: [{ message: 'deprecated', origin: '', type: 'warn' }] } as TestResult;

    expect(printed(result, { numPassedTestSuites: 1 }).join('\n')).toMatch(/PASS.*passes\.test\.ts[^]*deprecated/);
  });

  test('is a line after 25 files', () => {
    expect(printed(PASSED, { numPassedTestSuites: 24, numPendingTestSuites: 1, numPassedTests: 700 }))
      .toEqual([expect.stringMatching(/^25 of 378 test files: 700 tests passed, \d+ s$/)]);
  });

  test('is a line after the last file, with what failed', () => {
    expect(printed(PASSED, { numPassedTestSuites: 376, numFailedTestSuites: 2, numPassedTests: 6570, numFailedTests: 5 }))
      .toEqual([expect.stringMatching(/^378 of 378 test files: 6570 tests passed, 5 failed, \d+ s$/)]);
  });
});

/** The lines that a reporter prints after one file. */
function printed(result: TestResult, counts: Partial<AggregatedResult>): string[] {
  const lines: string[] = [];
  const [out, err] = [process.stdout.write, process.stderr.write];
  try {
    const reporter = new Progress({ rootDir: '/' } as Config.GlobalConfig);
    reporter.log = (line: string) => lines.push(line);
    reporter.testFinished = () => {};
    reporter.onTestResult(TEST, result, {
      ...{ numFailedTestSuites: 0, numPassedTestSuites: 0, numPendingTestSuites: 0, numTotalTestSuites: 378 },
      ...{ numFailedTests: 0, numPassedTests: 0 },
      ...counts,
    });
    return lines;
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
  }
}
