import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { DeclaredApp } from './declared-app';
import { FunctionSelection } from './function-selection';

/** The reason why a function is not selected; undefined for one that is. */
export function reasonToSkip(app: DeclaredApp, identity: string, selection: FunctionSelection): string | undefined {
  const { callers, configs } = app.of(identity);
  if (selection === FunctionSelection.INVOKED_ASYNCHRONOUSLY && callers.size === 0 && configs.size === 0) {
    return 'nothing in the app invokes it asynchronously';
  }
  return callers.size === 0 && app.runsCustomResources(identity) ? 'it runs custom resources' : undefined;
}

/** The reason why a function cannot or need not get a failure destination; undefined for one that needs it. */
export function reasonToLeave({ durableConfig, deadLetterConfig }: lambda.CfnFunction): string | undefined {
  if (durableConfig !== undefined) {
    return 'it is durable: Lambda refuses destinations for durable functions';
  }
  return deadLetterConfig === undefined ? undefined : 'it has a dead-letter queue';
}
