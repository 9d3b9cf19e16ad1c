import type { InvocationRecord } from '../contract/invocation-record';

/** The function that was invoked, as the caller named it. */
export interface InvokedFunction {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;

  /** An alias, a version or `$LATEST`. Records of Lambda always have it. */
  readonly qualifier?: string;
}

/** The function of a record; undefined if `functionArn` is not the ARN of a function. */
export function functionOf(record: InvocationRecord): InvokedFunction | undefined {
  const [arn, partition, service, region, account, type, name, qualifier, ...more] = record.requestContext.functionArn.split(':');
  const isFunction = arn === 'arn' && service === 'lambda' && type === 'function' && more.length === 0;
  return isFunction && partition && region && account && name && qualifier !== ''
    ? { partition, region, account, name, ...qualifier !== undefined && { qualifier } }
    : undefined;
}
