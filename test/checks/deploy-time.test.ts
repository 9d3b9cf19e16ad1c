import { arnOf, config, FN } from './small-templates';
import { CHECKS, findings } from '../../lib/checks';
import { deployTimeConfig, invocation } from '../topology/custom-templates';
import { resource, resources } from '../topology/templates';

const ALIAS = resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' });

function found(declared: Record<string, unknown>): string[] {
  return findings(resources({ Fn: FN, ...declared }), CHECKS).map(({ id, logicalId, property, value }) => `${id} at ${logicalId}.${property}: ${value}`);
}

describe('an event that a deployment sends is one like any other', () => {
  test('it is lost where nothing stores it', () => {
    expect(found({ Call: invocation() })).toEqual(['NoFailureDestination at Fn.DeadLetterConfig: nothing for S.Fn, which S.Call invokes']);
  });

  test('it needs the config of exactly the qualifier that it is sent to', () => {
    expect(found({ Live: ALIAS, Config: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }), Call: invocation({ Qualifier: 'live' }) }))
      .toEqual(['AliasNotConfigured at Live.Name: S.Fn:live, which S.Call invokes']);
  });

  test('it is lost where nothing may run', () => {
    expect(found({ Fn: resource('Lambda::Function', { ReservedConcurrentExecutions: 0 }), Config: deployTimeConfig({ OnFailure: '' }), Call: invocation() }))
      .toEqual(['ZeroReservedConcurrency at Fn.ReservedConcurrentExecutions: 0 for what S.Call invokes']);
  });
});

describe('a config that a deployment puts is one like any other', () => {
  test('it may say too little', () => {
    expect(found({ Config: deployTimeConfig({ MaximumRetryAttempts: '0' }), Call: invocation() }))
      .toEqual(['NoFailureDestination at Config.OnFailure: nothing for S.Fn, which S.Call invokes']);
  });

  test('it may send records where Lambda does not', () => {
    expect(found({ Queue: resource('SQS::Queue', { FifoQueue: true }), Config: deployTimeConfig({ OnFailure: arnOf('Queue') }) }))
      .toEqual(['FifoQueueDestination at Config.OnFailure: S.Queue']);
  });

  test('it may be one of two', () => {
    expect(found({ A: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }), B: deployTimeConfig() }))
      .toEqual(['DuplicateConfig at B.FunctionName: S.Fn:$LATEST, which S.A configures, too']);
  });

  test('it may be for an alias that the function does not have, whatever other configs it waits for', () => {
    const other = deployTimeConfig({ MaximumRetryAttempts: '0' });
    expect(found({ Other: other, Config: { ...deployTimeConfig({ Qualifier: 'prod' }), DependsOn: 'Other' } }))
      .toEqual(['UnknownQualifier at Config.Qualifier: "prod"']);
  });

  test('it may be said in vain for an alias', () => {
    expect(found({ Live: ALIAS, Config: deployTimeConfig({ OnFailure: '' }), Call: invocation({ Qualifier: 'live' }) }))
      .toEqual(['AliasNotConfigured at Live.Name: S.Fn:live, which S.Call invokes']);
  });
});

describe('innocent', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a config that says nothing: it puts the defaults', { Config: deployTimeConfig() }],
    ['a config that changes another one', { A: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }), B: deployTimeConfig({ Merge: 'true', MaximumEventAgeInSeconds: '60' }) }],
    ['a config that may keep the destination that others have put', { Config: deployTimeConfig({ Merge: 'true' }), Call: invocation() }],
    ['a config of the same name in another Region', { A: config({ Ref: 'Fn' }, { MaximumRetryAttempts: 0 }), B: deployTimeConfig({ Region: 'us-east-1' }) }],
    ['an event for a function in another Region', { Call: invocation({ Region: 'us-east-1' }) }],
  ])('%s', (_, declared) => {
    expect(found(declared)).toEqual([]);
  });
});
