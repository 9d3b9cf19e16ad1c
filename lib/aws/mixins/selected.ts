import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { DeclaredApp } from './declared-app';
import { FunctionSelection } from './function-selection';
import { keptBy } from '../target/kept-by';

/** The reason why a function is not selected; undefined for one that is. */
export function reasonToSkip(app: DeclaredApp, identity: string, selection: FunctionSelection): string | undefined {
  const { callers, configs } = app.of(identity);
  if (selection === FunctionSelection.INVOKED_ASYNCHRONOUSLY && callers.size === 0 && configs.size === 0) {
    return 'nothing in the app invokes it asynchronously';
  }
  return callers.size === 0 && app.runsCustomResources(identity) ? 'it runs custom resources' : undefined;
}

/** The reason why a function cannot or need not get a failure destination; undefined for one that needs it. */
export function reasonToLeave(fn: lambda.CfnFunction): string | undefined {
  if (fn.durableConfig !== undefined) {
    return 'it is durable: Lambda refuses destinations for durable functions';
  }
  // A queue under a condition may be absent, and a failure destination does no harm beside it.
  return keptBy(fn, fn.deadLetterConfig, 'targetArn') ? 'it has a dead-letter queue' : undefined;
}
