import type { FunctionError } from './run-result';

/** How a runtime reports an error that a function throws. */
interface Runtime {
  readonly name: RegExp;

  /** The type of an error of which only the message is known. */
  readonly type: string;
  report(errorType: string, errorMessage: string, requestId: () => string): FunctionError;
}

const NODEJS: Runtime = {
  name: /^nodejs/,
  type: 'Error',
  report: (errorType, errorMessage) => ({ errorType, errorMessage, trace: [] }),
};

/**
 * The forms as they are recorded (Python) or documented.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/csharp-exceptions.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/ruby-exceptions.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/golang-exceptions.html
 */
const RUNTIMES: readonly Runtime[] = [
  NODEJS,
  {
    name: /^python/,
    type: 'Exception',
    report: (errorType, errorMessage, requestId) => ({ errorMessage, errorType, requestId: requestId(), stackTrace: [] }),
  },
  { name: /^java/, type: 'java.lang.RuntimeException', report: (errorType, errorMessage) => ({ errorMessage, errorType, stackTrace: [] }) },
  { name: /^dotnet/, type: 'Exception', report: (errorType, errorMessage) => ({ errorType, errorMessage, stackTrace: [] }) },
  { name: /^ruby/, type: 'StandardError', report: (type, errorMessage) => ({ errorMessage, errorType: `Function<${type}>`, stackTrace: [] }) },
  { name: /^(?:provided|go)/, type: 'errorString', report: (errorType, errorMessage) => ({ errorMessage, errorType }) },
];

/**
 * An error in the form of a runtime; in that of Node.js if the runtime is unknown.
 *
 * @param errorType without it, the type that the language uses for any error
 */
export function reportedBy(runtime: string | undefined, errorType: string | undefined, errorMessage: string, requestId: () => string): FunctionError {
  const { type, report } = RUNTIMES.find(({ name }) => name.test(runtime ?? '')) ?? NODEJS;
  return report(errorType ?? type, errorMessage, requestId);
}
