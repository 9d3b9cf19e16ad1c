/** Outputs of a stack, by name. */
export type StackOutputs = Readonly<Record<string, string>>;

/** The result of an assertion, as the functions of `integ-tests-alpha` return it. */
interface AssertionResult {
  readonly status: 'success' | 'fail';
  readonly message?: string;
}

/**
 * What failed of the assertions of a stack, or `undefined` if all succeeded.
 *
 * A stack without results fails, too: a test that asserts nothing proves nothing.
 */
export function failedAssertions(outputs: StackOutputs = {}): string | undefined {
  const results = Object.entries(outputs)
    .filter(([name]) => name.startsWith('AssertionResults'))
    .map(([, value]) => resultOf(value));
  if (results.length === 0) {
    return 'has no results of assertions';
  }
  const failed = results.filter(({ status }) => status !== 'success');
  return failed.length > 0 ? failed.map(({ message = 'an assertion failed' }) => message).join('; ') : undefined;
}

/** CloudFormation gives line breaks back unescaped, which is not JSON. */
function resultOf(value: string): AssertionResult {
  return JSON.parse(value.replaceAll('\n', '\\n'));
}
