/**
 * The ids of the messages that a function reports as failed; undefined if its response makes all of them fail.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function reportedFailures(response: string, ids: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const parsed: unknown = JSON.parse(response);
  // Nothing, an empty object and an empty list are complete successes.
  if (parsed === null) {
    return new Set();
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    return undefined;
  }
  if (Object.keys(parsed).length === 0) {
    return new Set();
  }
  const { batchItemFailures: failures } = parsed as { batchItemFailures?: unknown };
  if (failures === null) {
    return new Set();
  }
  if (!Array.isArray(failures)) {
    return undefined;
  }
  const reported = failures.map(failure => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  return reported.every(id => typeof id === 'string' && ids.has(id)) ? new Set(reported as string[]) : undefined;
}
