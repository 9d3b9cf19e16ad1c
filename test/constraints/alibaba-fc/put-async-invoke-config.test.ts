import { Aws } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { AsyncInvokePolicyError, policyViolations, putAsyncInvokeConfigBody, type AsyncInvokePolicy } from '../../../lib/constraints/alibaba-fc/put-async-invoke-config';

const QUEUE = 'acs:mns:cn-hangzhou:1:/queues/failed/messages';
const ARCHIVE = 'acs:fc:cn-hangzhou:1:functions/archive';

function body(policy: Partial<AsyncInvokePolicy> = {}) {
  return putAsyncInvokeConfigBody({ functionName: 'orders', ...policy });
}

function violations(policy: Partial<AsyncInvokePolicy>): string[] {
  return policyViolations({ functionName: 'orders', ...policy });
}

describe('the body has every setting', () => {
  const DEFAULTS = { asyncTask: false, maxAsyncEventAgeInSeconds: 86_400, maxAsyncRetryAttempts: 3 };

  test.each<[string, Partial<AsyncInvokePolicy>, object]>([
    ['when none is given', {}, {}],
    ['of which one is given', { retryAttempts: 0 }, { maxAsyncRetryAttempts: 0 }],
    ['at its lowest', { retryAttempts: 0, maxEventAge: 1, asyncTask: false }, { maxAsyncRetryAttempts: 0, maxAsyncEventAgeInSeconds: 1 }],
    ['at its highest', { retryAttempts: 8, maxEventAge: 604_800, asyncTask: true }, { maxAsyncRetryAttempts: 8, maxAsyncEventAgeInSeconds: 604_800, asyncTask: true }],
  ])('%s', (_, policy, settings) => {
    expect(body(policy)).toEqual({ ...DEFAULTS, ...settings });
  });

  test.each<[string, Partial<AsyncInvokePolicy>, object]>([
    ['failure', { onFailure: QUEUE }, { onFailure: { destination: QUEUE } }],
    ['success', { onSuccess: ARCHIVE }, { onSuccess: { destination: ARCHIVE } }],
    ['both', { onSuccess: ARCHIVE, onFailure: QUEUE }, { onSuccess: { destination: ARCHIVE }, onFailure: { destination: QUEUE } }],
  ])('and of the destinations only those given, for the service refuses an empty one: %s', (_, policy, destinationConfig) => {
    expect(body(policy)).toStrictEqual({ ...DEFAULTS, destinationConfig });
  });
});

describe('refuses what Function Compute refuses', () => {
  test('all of it at once', () => {
    const broken = { functionName: '1', qualifier: '$LATEST', maxEventAge: 0, retryAttempts: 9, onFailure: 'failed' };

    expect(() => putAsyncInvokeConfigBody(broken)).toThrow(AsyncInvokePolicyError);
    expect(policyViolations(broken)).toEqual([
      '`functionName` must be 1 to 64 characters: letters, digits, underscores and hyphens, starting with a letter or underscore, got: "1"',
      '`qualifier` must be 1 to 128 characters: `LATEST`, a version number, or an alias name of letters, digits, underscores and hyphens, '
      + 'starting with a letter or underscore, got: "$LATEST"',
      '`maxEventAge` must be an integer between 1 and 604800 seconds, got: 0. '
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 60 and 21600 seconds',
      '`retryAttempts` must be an integer between 0 and 8, got: 9. That is the limit of Function Compute; for Lambda it must be an integer between 0 and 2',
      '`onFailure` must be the ARN of a function, of the messages of an MNS queue or topic, of an event bus or of a RocketMQ topic, got: "failed". '
      + 'Function Compute delivers to nothing else and refuses the config: "InvalidDestinationResources". '
      + 'Let `alibaba.Destination` write it, or write e.g. "acs:mns:cn-hangzhou:1234567890123456:/queues/name/messages".',
    ]);
  });

  test('and the error says it line by line', () => {
    const error = new AsyncInvokePolicyError(['one', 'two']);

    expect([error.name, error.message, error.violations]).toEqual(['AsyncInvokePolicyError', 'one\ntwo', ['one', 'two']]);
  });

  test('names the mistake in the ARN if it is known', () => {
    expect(violations({ onSuccess: 'acs:mns:cn-hangzhou:1:/queues/failed' })).toEqual([expect.stringMatching(/messages"\. The ARN of a queue or topic must end in "\/messages"\.$/)]);
  });

  test('a token of AWS by its name', () => {
    expect(violations({ onFailure: `acs:mns:${Aws.REGION}:1:/queues/failed/messages` })).toEqual([
      expect.stringMatching(/got: "acs:mns:\$\{Token\[AWS\.Region\.\d+\]\}:1:\/queues\/failed\/messages".* Function Compute cannot resolve values of CloudFormation: write the text itself\.$/),
    ]);
    expect(violations({ functionName: Aws.STACK_NAME })).toEqual([expect.stringMatching(/got: "\$\{Token\[AWS\.StackName\.\d+\]\}"$/)]);
  });

  test('an empty destination, too', () => {
    expect(violations({ onSuccess: '' })).toEqual([expect.stringContaining('`onSuccess` must be the ARN of a function, ')]);
  });
});

describe('a loop is refused', () => {
  const LOOP = 'must be another function than the one that is configured, whatever the qualifier, got: ';
  const END = '. Each record invokes the function again, without end: Function Compute does not detect loops. Use another function, or a queue.';

  test.each<[string, Partial<AsyncInvokePolicy>]>([
    ['acs:fc:cn-hangzhou:1:functions/orders', {}],
    ['acs:fc:cn-hangzhou:1:functions/orders', { qualifier: 'prod' }],
    ['acs:fc:cn-hangzhou:1:functions/orders/prod', { qualifier: 'prod' }],
    ['acs:fc:cn-hangzhou:1:functions/orders/7', {}],
    ['acs:fc:cn-hangzhou::functions/orders', { region: 'cn-hangzhou', account: '1' }],
  ])('%s', (arn, policy) => {
    expect(violations({ ...policy, onSuccess: arn, onFailure: arn })).toEqual(['onSuccess', 'onFailure'].map(side => `\`${side}\` ${LOOP}"${arn}"${END}`));
  });

  test.each<[string, Partial<AsyncInvokePolicy>]>([
    ['acs:fc:cn-hangzhou:1:functions/orders2', {}],
    ['acs:fc:cn-shanghai:1:functions/orders', { region: 'cn-hangzhou' }],
    ['acs:fc:cn-hangzhou:2:functions/orders', { account: '1' }],
    ['acs:mns:cn-hangzhou:1:/queues/orders/messages', {}],
  ])('%s is refused', (arn, policy) => {
    expect(violations({ ...policy, onFailure: arn })).toEqual([]);
  });
});

describe('unknown values', () => {
  const unknown = (value: unknown) => value === 'unknown' || value === -1;

  test('is taken over as it is', () => {
    expect(putAsyncInvokeConfigBody({ functionName: 'unknown', maxEventAge: -1, retryAttempts: -1, onFailure: 'unknown' }, unknown)).toEqual({
      asyncTask: false, maxAsyncEventAgeInSeconds: -1, maxAsyncRetryAttempts: -1, destinationConfig: { onFailure: { destination: 'unknown' } },
    });
  });

  test('is refused where everything is known', () => {
    expect(policyViolations({ functionName: 'orders', maxEventAge: -1, onFailure: 'unknown' })).toHaveLength(2);
  });
});

test('any policy within the limits is rendered as it is, and any other refused', () => {
  const age = fc.oneof(fc.integer({ min: -10, max: 700_000 }), fc.constantFrom(1, 604_800, 0.5, NaN));
  const retries = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(1.5, Infinity));

  fc.assert(fc.property(age, retries, (maxEventAge, retryAttempts) => {
    const fits = Number.isInteger(maxEventAge) && maxEventAge >= 1 && maxEventAge <= 604_800
      && Number.isInteger(retryAttempts) && retryAttempts >= 0 && retryAttempts <= 8;
    if (fits) {
      expect(body({ maxEventAge, retryAttempts })).toMatchObject({ maxAsyncEventAgeInSeconds: maxEventAge, maxAsyncRetryAttempts: retryAttempts });
    } else {
      expect(() => body({ maxEventAge, retryAttempts })).toThrow(AsyncInvokePolicyError);
    }
  }));
});
