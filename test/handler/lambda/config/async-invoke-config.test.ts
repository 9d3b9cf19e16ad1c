import { createHash } from 'node:crypto';
import { TestStack } from './test-stack';
import { parseConfigId } from '../../../../lib/handler/config/memory';
import { lambdaError } from '../../loopback/lambda-answers';
import { cloudFormationError } from '../../loopback/stack-answers';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:failed';
const THEIR_QUEUE = 'arn:aws:sqs:us-east-1:123456789012:theirs';
const THEIR_TOPIC = 'arn:aws:sns:us-east-1:123456789012:theirs';
const ALL_DEFAULT = { MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 2 };
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:orders';

let stack: TestStack;

beforeEach(async () => {
  stack = await TestStack.start();
  stack.lambda.add('orders', 'live', '7').add('invoices');
});

afterEach(() => stack.stop());

describe('create', () => {
  test('puts every setting, the defaults included', async () => {
    await stack.create('Config', { Qualifier: 'live', MaximumRetryAttempts: '0', OnFailure: QUEUE });
    expect(stack.lambda.lastPut).toEqual({
      MaximumEventAgeInSeconds: 21600,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnSuccess: { Destination: '' }, OnFailure: { Destination: QUEUE } },
    });
  });

  test('checks that the function is ready, reads the config, puts, and reads back', async () => {
    await stack.create('Config', { Qualifier: 'live', MaximumRetryAttempts: '0' });
    expect(stack.lambda.calls).toEqual(['Configuration orders:live', 'Get orders:live', 'Put orders:live', 'Get orders:live']);
    expect(stack.cloudFormation.requests).toHaveLength(0);
  });

  test('returns the config as attributes', async () => {
    expect(await stack.create('Config', { Qualifier: 'live', MaximumEventAgeInSeconds: '60', OnFailure: QUEUE })).toEqual({
      IsConfigured: 'true',
      FunctionArn: `${ARN}:live`,
      MaximumEventAgeInSeconds: '60',
      MaximumRetryAttempts: '2',
      OnSuccess: '',
      OnFailure: QUEUE,
      LastModified: '2023-11-14T22:13:21.250Z',
    });
  });

  test.each([
    [{ FunctionName: 'orders' }, 'orders:$LATEST'],
    [{ FunctionName: 'orders:$LATEST' }, 'orders:$LATEST'],
    [{ FunctionName: ARN, Qualifier: '$LATEST' }, 'orders:$LATEST'],
    [{ FunctionName: 'orders:live' }, 'orders:live'],
    [{ FunctionName: `${ARN}:live`, Qualifier: 'live' }, 'orders:live'],
    [{ FunctionName: '123456789012:function:orders', Qualifier: '7' }, 'orders:7'],
  ])('%j has the physical id of %s', async (target, identity) => {
    await stack.create('Config', target);
    expect(stack.idOf('Config').split('#')[0]).toBe(`123456789012/us-east-1/${identity}`);
  });

  test('gives a durable function no destination, not even none', async () => {
    stack.lambda.functions.get('orders:live')!.DurableConfig = { ExecutionTimeout: 60 };
    await stack.create('Config', { Qualifier: 'live' });
    expect(stack.lambda.lastPut).toEqual(ALL_DEFAULT);
  });

  test('waits for a function that is being created', async () => {
    const states = ['Pending', 'Pending', 'Active'];
    stack.lambda.next('Configuration', () => {
      stack.lambda.functions.get('orders:live')!.State = states.shift() ?? 'Active';
      return undefined;
    });
    await stack.create('Config', { Qualifier: 'live' });
    expect(stack.deployment.clock.sleeps).toEqual([3000, 3000]);
  });

  test.each([
    [400, 'InvalidParameterValueException', 'The function execution role does not have permissions to call SendMessage on SQS'],
    [400, 'InvalidParameterValueException', `The destination ARN ${ARN} is invalid.`],
    [403, 'AccessDeniedException', 'not authorized to perform: lambda:PutFunctionEventInvokeConfig'],
  ])('waits 90 s for a permission to spread: %i %s %s', async (status, name, message) => {
    stack.lambda.next('Put', () => stack.deployment.elapsed < 90_000 ? lambdaError(status, name, message) : undefined);
    await stack.create('Config', { OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toMatchObject({ OnFailure: QUEUE });
  });

  test.each([
    lambdaError(409, 'ResourceConflictException'), lambdaError(429, 'TooManyRequestsException'), lambdaError(500, 'ServiceException'), 'reset' as const,
  ])('puts again what passes by itself: %j', async answer => {
    stack.lambda.next('Put', answer);
    await stack.create('Config', { OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toMatchObject({ OnFailure: QUEUE });
  });

  test('of a function that does not exist fails, and changes nothing', async () => {
    await expect(stack.create('Config', { FunctionName: 'gone' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(stack.lambda.calls).toEqual(['Configuration gone:$LATEST']);
  });

  test('reads until Lambda returns the new config', async () => {
    stack.lambda.configure('orders:$LATEST', { MaximumRetryAttempts: 1 });
    const old = { body: { FunctionArn: `${ARN}:$LATEST`, MaximumRetryAttempts: 1, LastModified: 1 } };
    stack.lambda.next('Get', old, old, old);
    expect(await stack.create('Config', { MaximumRetryAttempts: '0' })).toMatchObject({ MaximumRetryAttempts: '0' });
    expect(stack.deployment.clock.sleeps).toEqual([1000, 1000]);
  });
});

describe('a create that fails leaves what it found', () => {
  const THEIRS = { MaximumRetryAttempts: 1, OnSuccess: THEIR_TOPIC };

  beforeEach(() => stack.lambda.configure('orders:$LATEST', THEIRS));

  test('when Lambda refuses the config', async () => {
    stack.lambda.next('Put', lambdaError(400, 'InvalidParameterValueException', 'no'));
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('no');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
  });

  test('when the config is in place, but cannot be read back', async () => {
    let reads = 0;
    stack.lambda.next('Get', () => ++reads === 2 ? lambdaError(400, 'InvalidParameterValueException', 'unreadable') : undefined);
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('unreadable');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
  });

  test('and leaves a config that another person has put meanwhile', async () => {
    let reads = 0;
    stack.lambda.next('Get', () => {
      if (++reads === 2) {
        stack.lambda.configure('orders:$LATEST', { MaximumRetryAttempts: 0, OnFailure: THEIR_QUEUE });
      }
      return undefined;
    });
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow(
      new Error('Lambda accepted the config but returns another one: MaximumRetryAttempts, OnFailure differ. Stop whatever else configures this function.'));
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ MaximumRetryAttempts: 0, OnFailure: THEIR_QUEUE });
  });

  test('also when it was busy to the end: there is a minute left to undo', async () => {
    let reads = 0;
    stack.lambda.next('Get', () => {
      const busy = ++reads > 1 && stack.deployment.remaining() > 60_000;
      return busy ? lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.') : undefined;
    });
    stack.time = 180_000;
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toMatchObject({ name: 'Impatience' });
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
    expect(stack.deployment.remaining()).toBeGreaterThan(0);
  });

  test('also when it cannot be read any more', async () => {
    let reads = 0;
    stack.lambda.next('Get', () => ++reads >= 2 ? lambdaError(400, 'InvalidParameterValueException', 'unreadable') : undefined);
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('unreadable');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
    expect(stack.deployment.logged('undone blindly')).toEqual([{ error: 'InvalidParameterValueException' }]);
  });

  test('with its Delete, if it could not put it back itself', async () => {
    let puts = 0;
    stack.lambda.next('Put', () => ++puts === 2 ? lambdaError(403, 'KMSAccessDeniedException', 'refused') : undefined);
    let reads = 0;
    stack.lambda.next('Get', () => ++reads === 2 ? lambdaError(400, 'InvalidParameterValueException', 'unreadable') : undefined);
    const failure = await stack.create('Config', { OnFailure: QUEUE }).catch(error => error);
    expect(failure.message).toBe('unreadable');
    expect(stack.deployment.logged('not undone')).toEqual([{ error: 'KMSAccessDeniedException' }]);
    expect(stack.lambda.config('orders:$LATEST')).toMatchObject({ OnFailure: QUEUE });
    await stack.send('delete', 'Config', { properties: { OnFailure: QUEUE }, physicalId: failure.physicalResourceId });
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
  });
});

describe('delete', () => {
  describe.each([
    ['nothing', undefined],
    ['a config', { MaximumRetryAttempts: 0, OnFailure: THEIR_QUEUE }],
    ['a config without any setting', {}],
    ['a whole config', { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 1, OnSuccess: THEIR_TOPIC, OnFailure: THEIR_QUEUE }],
  ])('after %s was found', (_, found) => {
    beforeEach(() => found && stack.lambda.configure('orders:live', found));

    test('restores exactly that', async () => {
      await stack.create('Config', { Qualifier: 'live', OnFailure: QUEUE });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:live')).toEqual(found);
    });

    test('restores exactly that after updates, too', async () => {
      await stack.create('Config', { Qualifier: 'live', OnFailure: QUEUE });
      await stack.update('Config', { Qualifier: 'live', OnFailure: QUEUE, MaximumRetryAttempts: '1' });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:live')).toEqual(found);
    });

    test('deletes, if that was chosen', async () => {
      await stack.create('Config', { Qualifier: 'live', OnFailure: QUEUE, OnDelete: 'DELETE' });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:live')).toBeUndefined();
    });

    test('leaves it, if that was chosen', async () => {
      await stack.create('Config', { Qualifier: 'live', OnFailure: QUEUE, OnDelete: 'RETAIN' });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:live')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
    });

    test('follows the last value of onDelete', async () => {
      await stack.create('Config', { Qualifier: 'live', OnFailure: QUEUE, OnDelete: 'RETAIN' });
      await stack.update('Config', { Qualifier: 'live', OnFailure: QUEUE, OnDelete: 'RESTORE' });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:live')).toEqual(found);
    });
  });

  test('succeeds when the config is gone', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.unconfigure('orders:$LATEST');
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toBeUndefined();
  });

  test('succeeds when the function is gone', async () => {
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.next('Put', lambdaError(404, 'ResourceNotFoundException', "The function doesn't exist."));
    await stack.delete('Config');
  });

  test.each(['orders-Config-ABCDEFGHIJKL', 'failed-create:Config', '123456789012/us-east-1/orders:$LATEST'])(
    'of what was never created does nothing: %s', async physicalId => {
      stack.lambda.configure('orders:$LATEST', { OnFailure: QUEUE });
      await stack.send('delete', 'Config', { properties: { OnFailure: QUEUE }, physicalId });
      expect(stack.lambda.calls).toEqual([]);
    });

  test('leaves a config that another person has changed since', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
    expect(stack.deployment.logged('left')).toEqual([{ reason: 'the config has been changed since' }]);
  });

  test('fails as long as Lambda does', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.next('Delete', () => lambdaError(403, 'AccessDeniedException', 'no'));
    await expect(stack.delete('Config')).rejects.toMatchObject({ name: 'Impatience' });
  });
});

describe('a destination that is gone when it is to be restored', () => {
  const FOUND = { MaximumRetryAttempts: 1, OnSuccess: THEIR_TOPIC, OnFailure: THEIR_QUEUE };

  beforeEach(async () => {
    stack.lambda.configure('orders:$LATEST', FOUND);
    await stack.create('Config', { OnFailure: QUEUE });
  });

  function refuse(...gone: string[]) {
    stack.lambda.next('Put', () => {
      const sent = stack.lambda.server.requests.at(-1)!.body;
      return gone.some(arn => sent.includes(arn))
        ? lambdaError(400, 'InvalidParameterValueException', 'The function execution role does not have permissions to call it')
        : undefined;
    });
  }

  test.each([
    [[THEIR_TOPIC], { MaximumRetryAttempts: 1, OnFailure: THEIR_QUEUE }],
    [[THEIR_QUEUE], { MaximumRetryAttempts: 1, OnSuccess: THEIR_TOPIC }],
    [[THEIR_QUEUE, THEIR_TOPIC], { ...ALL_DEFAULT, MaximumRetryAttempts: 1 }],
  ])('%j is left out, the rest restored', async (gone, expected) => {
    refuse(...gone);
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(expected);
  });

  test('is logged', async () => {
    refuse(THEIR_TOPIC);
    await stack.delete('Config');
    expect(stack.deployment.logged('not restored')).toEqual([
      { lost: 'OnSuccess', reason: 'The function execution role does not have permissions to call it' },
    ]);
  });

  test('is put once more without it, if it was the only one', async () => {
    stack.lambda.configure('invoices:$LATEST', { MaximumRetryAttempts: 1, OnFailure: THEIR_QUEUE });
    await stack.create('Other', { FunctionName: 'invoices', OnFailure: QUEUE });
    refuse(THEIR_QUEUE);
    await stack.delete('Other');
    expect(stack.deployment.logged('not restored')).toEqual([
      { lost: 'OnFailure', reason: 'The function execution role does not have permissions to call it' },
    ]);
    expect(stack.lambda.config('invoices:$LATEST')).toEqual({ MaximumRetryAttempts: 1 });
  });

  test('gets two minutes before, but each part no more', async () => {
    refuse(THEIR_TOPIC, THEIR_QUEUE);
    await stack.delete('Config');
    expect(stack.deployment.elapsed).toBe(120_000);
  });

  test('fails if Lambda refuses every part of the config', async () => {
    stack.lambda.next('Put', () => lambdaError(400, 'InvalidParameterValueException', 'never'));
    await expect(stack.delete('Config')).rejects.toThrow(new Error('the found config could not be restored: never'));
  });
});

describe('update', () => {
  test('keeps the id, whatever the spelling of the target', async () => {
    await stack.create('Config', { FunctionName: 'orders:live', MaximumRetryAttempts: '0' });
    const id = stack.idOf('Config');
    for (const target of [{ FunctionName: ARN, Qualifier: 'live' }, { FunctionName: 'orders', Qualifier: 'live' }, { FunctionName: `${ARN}:live` }]) {
      await stack.update('Config', { ...target, MaximumRetryAttempts: '1' });
      expect(stack.idOf('Config')).toBe(id);
    }
  });

  test('sets a setting to its default when the properties no longer give it', async () => {
    await stack.create('Config', { MaximumRetryAttempts: '0', OnFailure: QUEUE });
    await stack.update('Config', { OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
  });

  test('puts nothing if nothing changes', async () => {
    const before = await stack.create('Config', { OnFailure: QUEUE });
    expect(await stack.update('Config', { OnFailure: QUEUE, OnDelete: 'RETAIN' })).toEqual(before);
    expect(stack.lambda.calls.filter(call => call.startsWith('Put'))).toHaveLength(1);
  });

  test('puts back a config that has drifted', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.update('Config', { OnFailure: QUEUE, OnDelete: 'DELETE' });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
  });

  test('puts back a config that another person has deleted, also one with defaults only', async () => {
    await stack.create('Config', {});
    stack.lambda.unconfigure('orders:$LATEST');
    await stack.update('Config', { OnDelete: 'DELETE' });
    expect(stack.lambda.config('orders:$LATEST')).toEqual(ALL_DEFAULT);
  });

  test('to what Lambda would refuse changes nothing', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    await expect(stack.update('Config', { OnSuccess: 'arn:aws:s3:::b' })).rejects.toThrow('`onSuccess` must be a queue, topic, event bus or function, got: "arn:aws:s3:::b".');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
  });

  test('that fails is undone by the update that follows, with the old properties', async () => {
    const [before, after] = [{ OnFailure: QUEUE }, { MaximumRetryAttempts: '0' }];
    await stack.create('Config', before);
    let reads = 0;
    stack.lambda.next('Get', () => ++reads === 2 ? lambdaError(400, 'InvalidParameterValueException', 'unreadable') : undefined);
    await expect(stack.update('Config', after)).rejects.toThrow('unreadable');
    await stack.send('update', 'Config', { properties: before, before: after, physicalId: stack.idOf('Config') });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
  });
});

describe('a target that changes', () => {
  test('is a replacement: the former one gets back what it had', async () => {
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', { FunctionName: 'invoices', OnFailure: QUEUE });
    await stack.cleanUp();
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
    expect(stack.lambda.config('invoices:$LATEST')).toMatchObject({ OnFailure: QUEUE });
  });

  test('and changes back in a rollback: leaves both configs as they were, and keeps the memory', async () => {
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE }).configure('invoices:$LATEST', { OnFailure: THEIR_TOPIC });
    await stack.create('Config', { OnFailure: QUEUE });
    const id = stack.idOf('Config');
    await stack.update('Config', { FunctionName: 'invoices', OnFailure: QUEUE });
    stack.keepReplaced();
    await stack.update('Config', { OnFailure: QUEUE });
    expect(parseConfigId(stack.idOf('Config'))).toMatchObject(parseConfigId(id)!);
    await stack.cleanUp();
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
    expect(stack.lambda.config('invoices:$LATEST')).toEqual({ OnFailure: THEIR_TOPIC });
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
  });

  test('and changes back in a later deployment: remembers the config that is there by then', async () => {
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', { FunctionName: 'invoices', OnFailure: QUEUE });
    await stack.cleanUp();
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_TOPIC });
    await stack.update('Config', { OnFailure: QUEUE });
    await stack.cleanUp();
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_TOPIC });
  });

  test('to one that refuses the config leaves both as they were', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.lambda.next('Put', lambdaError(400, 'InvalidParameterValueException', 'no'));
    await expect(stack.update('Config', { FunctionName: 'invoices', OnFailure: QUEUE })).rejects.toThrow('no');
    expect(stack.lambda.config('orders:$LATEST')).toMatchObject({ OnFailure: QUEUE });
    expect(stack.lambda.config('invoices:$LATEST')).toBeUndefined();
  });
});

describe.each([
  ['at once', {}],
  ['after an update', { MaximumRetryAttempts: '1' }],
])('two resources that mean the same config, %s', (_, changed) => {
  const OURS = { OnFailure: QUEUE, ...changed };
  const LIVE = { ...ALL_DEFAULT, OnFailure: QUEUE, ...('MaximumRetryAttempts' in changed && { MaximumRetryAttempts: 1 }) };

  beforeEach(async () => {
    stack.lambda.configure('orders:$LATEST', { OnFailure: THEIR_QUEUE });
    await stack.create('Old', { OnFailure: QUEUE });
    await stack.update('Old', OURS);
  });

  test.each(['RESTORE', 'DELETE'] as const)('a new logical id: the clean-up (%s) leaves what the new one has put', async OnDelete => {
    await stack.update('Old', { ...OURS, OnDelete });
    await stack.create('New', { ...OURS, OnDelete });
    stack.forget('Old');
    await stack.cleanUp();
    expect(stack.lambda.config('orders:$LATEST')).toEqual(LIVE);
  });

  test('a new logical id: what was there before both is restored in the end', async () => {
    await stack.create('New', OURS);
    stack.forget('Old');
    await stack.cleanUp();
    await stack.delete('New');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
  });

  test('a new logical id twice: what was there before all is restored in the end', async () => {
    for (const [old, next] of [['Old', 'New'], ['New', 'Newer']]) {
      await stack.create(next, OURS);
      stack.forget(old);
      await stack.cleanUp();
    }
    await stack.delete('Newer');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
  });

  test.each(['RESTORE', 'DELETE', 'RETAIN'] as const)('a new logical id that is rolled back (%s): the old one has its config again', async OnDelete => {
    await stack.create('New', { MaximumRetryAttempts: '0', OnDelete });
    await stack.delete('New');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(LIVE);
    await stack.delete('Old');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
  });

  test('two that swap their targets, with the same settings', async () => {
    await stack.create('Other', { ...OURS, FunctionName: 'invoices' });
    await stack.update('Old', { ...OURS, FunctionName: 'invoices' });
    await stack.update('Other', OURS);
    await stack.cleanUp();
    expect(stack.lambda.config('orders:$LATEST')).toEqual(LIVE);
    expect(stack.lambda.config('invoices:$LATEST')).toEqual(LIVE);
  });

  test('without permission to look, the values decide alone', async () => {
    stack.cloudFormation.script(() => cloudFormationError(403, 'AccessDenied'));
    await stack.delete('Old');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ OnFailure: THEIR_QUEUE });
    expect(stack.deployment.elapsed).toBe(0);
  });
});

describe('merge', () => {
  const THEIRS = { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 1, OnSuccess: THEIR_TOPIC };

  beforeEach(() => stack.lambda.configure('orders:$LATEST', THEIRS));

  test('keeps settings that are not given', async () => {
    await stack.create('Config', { Merge: 'true', OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...THEIRS, OnFailure: QUEUE });
  });

  test('takes the empty text for none', async () => {
    await stack.create('Config', { Merge: 'true', OnSuccess: '' });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 1 });
  });

  test('puts over nothing as if there were the defaults', async () => {
    await stack.create('Config', { FunctionName: 'invoices', Merge: 'true', OnFailure: QUEUE });
    expect(stack.lambda.config('invoices:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
    await stack.delete('Config');
    expect(stack.lambda.config('invoices:$LATEST')).toBeUndefined();
  });

  test('restores a setting that the properties no longer give', async () => {
    await stack.create('Config', { Merge: 'true', OnFailure: QUEUE, MaximumRetryAttempts: '0' });
    await stack.update('Config', { Merge: 'true', OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...THEIRS, OnFailure: QUEUE });
  });

  test('leaves a setting that another person has changed since', async () => {
    await stack.create('Config', { Merge: 'true', OnFailure: QUEUE, MaximumRetryAttempts: '0' });
    stack.lambda.configure('orders:$LATEST', { ...THEIRS, OnFailure: QUEUE, MaximumRetryAttempts: 2 });
    await stack.update('Config', { Merge: 'true', OnFailure: QUEUE });
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...THEIRS, OnFailure: QUEUE, MaximumRetryAttempts: 2 });
  });

  test.each([['RESTORE', { ...THEIRS, MaximumEventAgeInSeconds: 60 }], ['RETAIN', { ...THEIRS, MaximumEventAgeInSeconds: 60, OnFailure: QUEUE }]] as const)(
    'on delete (%s), what others have changed since is theirs', async (OnDelete, expected) => {
      await stack.create('Config', { Merge: 'true', OnFailure: QUEUE, OnDelete });
      stack.lambda.configure('orders:$LATEST', { ...THEIRS, OnFailure: QUEUE, MaximumEventAgeInSeconds: 60 });
      await stack.delete('Config');
      expect(stack.lambda.config('orders:$LATEST')).toEqual(expected);
    });

  test('on delete (DELETE), only ours goes', async () => {
    await stack.create('Config', { Merge: 'true', OnFailure: QUEUE, OnDelete: 'DELETE' });
    await stack.delete('Config');
    expect(stack.lambda.config('orders:$LATEST')).toEqual(THEIRS);
  });
});

describe('a found config that does not fit into a physical id', () => {
  // No real name is that wild, but the API takes any text there.
  const wild = (salt: string) => Array.from({ length: 5 }, (_, part) => createHash('sha512').update(`${salt}${part}`).digest().toString('latin1')).join('').slice(0, 300);
  const FOUND = { OnSuccess: `arn:aws:events:us-east-1:123456789012:event-bus/${wild('a')}`, OnFailure: `arn:aws:events:us-east-1:123456789012:event-bus/${wild('b')}` };

  beforeEach(() => stack.lambda.configure('orders:$LATEST', FOUND));

  test('is refused before anything is changed, if it would have to be restored', async () => {
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow(new Error(
      '`onDelete` must be DELETE or RETAIN when the config that is found is too large for a physical id of 1024 bytes, got: RESTORE. '
      + 'Only the physical id can hold that config until the resource is deleted. Nothing has been changed. '
      + 'Note down the config that is there, and set `onDelete` to DELETE or RETAIN.'));
    expect(stack.lambda.config('orders:$LATEST')).toEqual(FOUND);
  });

  test('is accepted with DELETE, and refused once RESTORE is set later', async () => {
    await stack.create('Config', { OnFailure: QUEUE, OnDelete: 'DELETE' });
    await expect(stack.update('Config', { MaximumRetryAttempts: '0' })).rejects.toThrow('`onDelete` must be DELETE or RETAIN');
    expect(stack.lambda.config('orders:$LATEST')).toEqual({ ...ALL_DEFAULT, OnFailure: QUEUE });
  });
});

describe('nothing is asked of Lambda when', () => {
  test.each([
    [{ MaximumRetryAttempts: '3' }, '`retryAttempts` must be an integer between 0 and 2, got: 3'],
    [{ MaximumEventAgeInSeconds: 'soon' }, '`maxEventAge` must be an integer between 60 and 21600 seconds, got: "soon"'],
  ])('%j is malformed', async (properties, message) => {
    await expect(stack.create('Config', properties)).rejects.toThrow(new Error(message));
    expect(stack.lambda.calls).toEqual([]);
  });
});

test('nothing is put when a destination is inadmissible', async () => {
  await expect(stack.create('Config', { OnFailure: `${ARN}:live` })).rejects.toThrow('`onFailure` must be another function than the one that is configured');
  expect(stack.lambda.config('orders:$LATEST')).toBeUndefined();
});
