import { createHash } from 'node:crypto';
import { alibabaAsyncInvokeConfig } from '../../../../lib/handler/alibaba/config/async-invoke-config';
import { parseConfigId } from '../../../../lib/handler/config/memory';
import { AlibabaStack } from '../alibaba-stack';
import { fcError, KEY } from '../loopback/function-compute-server';

const QUEUE = 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages';
const TOPIC = 'acs:mns:cn-hangzhou:1234567890123456:/topics/done/messages';
const THEIRS = { asyncTask: true, maxAsyncEventAgeInSeconds: 7, maxAsyncRetryAttempts: 8, destinationConfig: { onSuccess: { destination: TOPIC } } };
const DEFAULTS = { asyncTask: false, maxAsyncEventAgeInSeconds: 86400, maxAsyncRetryAttempts: 3 };

let stack: AlibabaStack;

beforeEach(async () => {
  stack = await AlibabaStack.start('Custom::AlibabaAsyncInvokeConfig', alibabaAsyncInvokeConfig);
  stack.service.add('orders', 'live', '7').add('invoices');
});

afterEach(() => stack.stop());

describe('create', () => {
  test('puts every scalar, and of the destinations those that are set', async () => {
    await stack.create('Config', { MaximumRetryAttempts: '0', OnFailure: QUEUE });
    expect(stack.service.config('orders:LATEST')).toEqual({ ...DEFAULTS, maxAsyncRetryAttempts: 0, destinationConfig: { onFailure: { destination: QUEUE } } });
  });

  test('puts everything that can be put', async () => {
    await stack.create('Config', { MaximumEventAgeInSeconds: '604800', MaximumRetryAttempts: '8', AsyncTask: 'true', OnSuccess: TOPIC, OnFailure: QUEUE });
    expect(stack.service.config('orders:LATEST')).toEqual({
      asyncTask: true,
      maxAsyncEventAgeInSeconds: 604800,
      maxAsyncRetryAttempts: 8,
      destinationConfig: { onSuccess: { destination: TOPIC }, onFailure: { destination: QUEUE } },
    });
  });

  test('reads, puts, and reads back, and fetches the key once', async () => {
    await stack.create('Config', { Qualifier: 'live' });
    expect(stack.service.calls).toEqual(['GetAsyncInvokeConfig orders:live', 'PutAsyncInvokeConfig orders:live', 'GetAsyncInvokeConfig orders:live']);
    expect(stack.secrets.requests).toHaveLength(1);
    expect(stack.stackList.requests).toHaveLength(0);
  });

  test.each([
    [{}, 'orders:LATEST'],
    [{ Qualifier: 'LATEST' }, 'orders:LATEST'],
    [{ Qualifier: 'live' }, 'orders:live'],
    [{ FunctionName: 'orders', Qualifier: '7' }, 'orders:7'],
  ])('%j has the physical id of %s', async (target, identity) => {
    await stack.create('Config', target);
    expect(stack.idOf('Config').split('#')[0]).toBe(`1234567890123456/cn-hangzhou/${identity}`);
  });

  test('takes no redirection for a success', async () => {
    stack.service.next('PutAsyncInvokeConfig', { status: 302 });
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow(new Error('UnknownError: an answer with status 302, and no error in it'));
  });

  test.each([
    fcError(409, 'ConcurrentUpdateError'), fcError(429, 'ResourceThrottled'), fcError(400, 'Throttling.User'), fcError(500, 'InternalServerError'),
    fcError(503, 'ServiceUnavailable'), { status: 502, body: '<html>' }, { status: 504 }, 'reset' as const, { body: '{"half', cutOff: true },
  ])('puts again what passes by itself: %j', async answer => {
    stack.service.next('PutAsyncInvokeConfig', answer);
    await stack.create('Config', { OnFailure: QUEUE });
    expect(stack.service.config('orders:LATEST')).toMatchObject({ destinationConfig: { onFailure: { destination: QUEUE } } });
  });

  test('reads again after an answer that was cut off', async () => {
    stack.service.next('GetAsyncInvokeConfig', { body: '{"maxAsyncEventAge' });
    await stack.create('Config', { OnFailure: QUEUE });
    expect(stack.service.calls.filter(call => call.startsWith('Get'))).toHaveLength(3);
  });

  test('waits 90 s for a permission of Alibaba Cloud to spread', async () => {
    const begun = stack.handler.clock.now();
    stack.service.next('GetAsyncInvokeConfig', () => stack.handler.clock.now() - begun < 90_000 ? fcError(403, 'AccessDenied') : undefined);
    await stack.create('Config');
    expect(stack.service.config('orders:LATEST')).toEqual(DEFAULTS);
  });

  test('waits as long as the service asks', async () => {
    stack.service.next('PutAsyncInvokeConfig', { ...fcError(429, 'ResourceThrottled'), headers: { 'retry-after': '7' } });
    await stack.create('Config');
    expect(stack.handler.clock.sleeps).toEqual([7000]);
  });

  test('of a function that does not exist fails', async () => {
    await expect(stack.create('Config', { FunctionName: 'gone' })).rejects.toThrow("FunctionNotFound: function 'gone' does not exist (request id 1-67-89)");
    expect(stack.service.calls).toEqual(['GetAsyncInvokeConfig gone:LATEST']);
  });

  test('reads until the service returns the new config', async () => {
    stack.service.configure('orders:LATEST', DEFAULTS);
    const old = { body: DEFAULTS };
    stack.service.next('GetAsyncInvokeConfig', old, old, old);
    await stack.create('Config', { MaximumRetryAttempts: '1' });
    expect(stack.handler.clock.sleeps).toEqual([1000, 1000]);
  });

  test('fails when something else is there afterwards', async () => {
    stack.service.next('PutAsyncInvokeConfig', { body: {} });
    stack.service.configure('orders:LATEST', DEFAULTS);
    await expect(stack.create('Config', { MaximumRetryAttempts: '1', AsyncTask: 'true' })).rejects.toThrow(
      'Function Compute accepted the config but returns another one: MaximumRetryAttempts, AsyncTask differ. Stop whatever else configures this function.');
  });
});

describe('refuses, before it sends anything,', () => {
  test.each([
    [{ MaximumEventAgeInSeconds: '604801' },
      '`maxEventAge` must be an integer between 1 and 604800 seconds, got: 604801. '
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 60 and 21600 seconds'],
    [{ MaximumRetryAttempts: 'many' },
      '`retryAttempts` must be an integer between 0 and 8, got: "many". That is the limit of Function Compute; for Lambda it must be an integer between 0 and 2'],
    [{ AsyncTask: 'yes', OnDelete: 'KEEP' },
      '`asyncTask` must be one of true, false, got: "yes"\n`onDelete` must be one of RESTORE, DELETE, RETAIN, got: "KEEP"'],
    [{ Account: 'me', Region: '?' },
      '`account` must be 1 to 32 characters: digits, the ID of the Alibaba Cloud account, got: "me"\n'
      + '`region` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "?"'],
    [{ Endpoint: 'http://fc.example' },
      '`endpoint` must be 1 to 253 characters: a host, or https:// and a host; http:// leads to this machine only, got: "http://fc.example"'],
    [{ Credentials: {} }, '`credentials` must be a secret or a role, got: neither'],
  ])('%j', async (properties, message) => {
    await expect(stack.create('Config', properties)).rejects.toThrow(new Error(message));
    expect([...stack.service.calls, ...stack.secrets.requests]).toEqual([]);
  });

  test.each([
    ['a destination on the other cloud', { OnFailure: 'arn:aws:sqs:us-east-1:123456789012:failed' }, /^`onFailure` must be the ARN of a function.*It is an ARN of AWS\.$/s],
    ['no destination at all', { OnSuccess: '' }, /^`onSuccess` must be the ARN of a function.*got: ""/s],
    ['the function itself', { OnSuccess: 'acs:fc:cn-hangzhou::functions/orders/live' }, /^`onSuccess` must be another function than the one that is configured/],
  ])('%s', async (_, properties, message) => {
    await expect(stack.create('Config', properties)).rejects.toThrow(message);
    expect(stack.service.calls).toEqual([]);
  });
});

describe.each([['merges', false], ['replaces', true]])('whether a Put %s', (_, replaces) => {
  beforeEach(() => {
    stack.service.replaces = replaces;
  });

  test('a destination that is dropped is gone', async () => {
    await stack.create('Config', { OnSuccess: TOPIC, OnFailure: QUEUE });
    await stack.update('Config', { OnFailure: QUEUE });
    expect(stack.service.config('orders:LATEST')).toEqual({ ...DEFAULTS, destinationConfig: { onFailure: { destination: QUEUE } } });
  });

  test('a setting that is dropped is the default again', async () => {
    await stack.create('Config', { MaximumEventAgeInSeconds: '5', MaximumRetryAttempts: '1', AsyncTask: 'true' });
    await stack.update('Config', {});
    expect(stack.service.config('orders:LATEST')).toEqual(DEFAULTS);
  });

  test('the settings of another person are gone', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Config', { OnFailure: QUEUE });
    expect(stack.service.config('orders:LATEST')).toEqual({ ...DEFAULTS, destinationConfig: { onFailure: { destination: QUEUE } } });
  });
});

describe('update', () => {
  const calls = () => stack.service.calls.map(call => call.replace(/AsyncInvokeConfig.*/, ''));

  test('changes the config in place, without a moment that has none', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    const id = stack.idOf('Config');
    await stack.update('Config', { OnFailure: TOPIC, OnSuccess: QUEUE });
    expect(stack.idOf('Config')).toBe(id);
    expect(calls().slice(3)).toEqual(['Get', 'Put', 'Get']);
  });

  test('puts before it deletes, and deletes only a destination that survives the put', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', {});
    expect(calls().slice(3)).toEqual(['Get', 'Put', 'Get', 'Delete', 'Put', 'Get']);
  });

  test('deletes nothing if the put removes the destination', async () => {
    stack.service.replaces = true;
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', {});
    expect(calls().slice(3)).toEqual(['Get', 'Put', 'Get', 'Get']);
  });

  test('puts nothing that is there already', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', { OnFailure: QUEUE, OnDelete: 'RETAIN' });
    expect(calls().slice(3)).toEqual(['Get']);
  });

  test('puts back a config that another person has deleted', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.service.remove('orders');
    stack.service.add('orders');
    await stack.update('Config', { OnFailure: QUEUE, MaximumRetryAttempts: '1' });
    expect(stack.service.config('orders:LATEST')).toMatchObject({ maxAsyncRetryAttempts: 1 });
  });

  test('that is refused changes nothing', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.service.next('PutAsyncInvokeConfig', fcError(400, 'InvalidArgument'));
    await expect(stack.update('Config', { OnSuccess: TOPIC })).rejects.toThrow('InvalidArgument: InvalidArgument it is. (request id 1-67-89)');
    expect(stack.service.config('orders:LATEST')).toEqual({ ...DEFAULTS, destinationConfig: { onFailure: { destination: QUEUE } } });
  });

  test('to another target is a replacement, which leaves the old one as it was found', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', { Qualifier: 'live', OnFailure: QUEUE });
    await stack.cleanUp();
    expect(stack.idOf('Config')).toContain('/orders:live#');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
    expect(stack.service.config('orders:live')).toMatchObject({ destinationConfig: { onFailure: { destination: QUEUE } } });
  });

  test('to another target that is rolled back remembers the first config', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Config', { OnFailure: QUEUE });
    const id = stack.idOf('Config');
    await stack.update('Config', { FunctionName: 'invoices', OnFailure: QUEUE });
    const replaced = stack.idOf('Config');
    await stack.update('Config', { OnFailure: QUEUE });
    expect(parseConfigId(stack.idOf('Config'))).toMatchObject({ identity: '1234567890123456/cn-hangzhou/orders:LATEST', kept: parseConfigId(id)!.kept });
    expect(replaced).not.toBe(id);
    await stack.delete('Config');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });
});

describe('delete', () => {
  test.each([
    ['RESTORE', THEIRS], ['DELETE', undefined], ['RETAIN', { ...DEFAULTS, destinationConfig: { onFailure: { destination: QUEUE } } }],
  ])('%s of a config that was found leaves %j', async (OnDelete, left) => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Config', { OnFailure: QUEUE, OnDelete });
    await stack.delete('Config');
    expect(stack.service.config('orders:LATEST')).toEqual(left);
  });

  test('leaves no config if there was none', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    await stack.update('Config', { OnSuccess: TOPIC });
    await stack.delete('Config');
    expect(stack.service.config('orders:LATEST')).toBeUndefined();
  });

  test.each([
    ['the function', () => stack.service.remove('orders')],
    ['the alias', () => stack.service.next('GetAsyncInvokeConfig', fcError(404, 'AliasNotFound'))],
    ['the config', () => stack.service.next('GetAsyncInvokeConfig', fcError(404, 'AsyncConfigNotExists'))],
    ['the config, in the last moment', () => stack.service.next('DeleteAsyncInvokeConfig', fcError(404, 'AsyncConfigNotExists'))],
    ['the function, in the last moment', () => stack.service.next('DeleteAsyncInvokeConfig', fcError(404, 'FunctionNotFound'))],
  ])('succeeds when %s is gone', async (_, go) => {
    await stack.create('Config');
    go();
    await stack.delete('Config');
    expect(stack.handler.answers.at(-1)).toMatchObject({ Status: 'SUCCESS' });
  });

  test('is not taken for done when another server says that it knows no such page', async () => {
    await stack.create('Config');
    stack.service.next('GetAsyncInvokeConfig', { status: 404, body: '<h1>Not Found</h1>' });
    await expect(stack.delete('Config')).rejects.toThrow('UnknownError: an answer with status 404, and no error in it');
  });

  test('leaves a config that another person has changed', async () => {
    await stack.create('Config', { OnFailure: QUEUE });
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.delete('Config');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });

  test.each(['3', '1'])('leaves the config of a newer resource of the stack, which restores the first config (%s)', async retries => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Old', { OnFailure: QUEUE, MaximumRetryAttempts: '3' });
    await stack.create('New', { OnFailure: QUEUE, MaximumRetryAttempts: retries });
    stack.forget('Old');
    await stack.cleanUp();
    expect(stack.service.config('orders:LATEST')).toMatchObject({ maxAsyncRetryAttempts: Number(retries) });
    await stack.delete('New');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });

  test('of a resource that is rolled back leaves the config of the one that was to go', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.create('Old', { OnFailure: QUEUE });
    await stack.create('New', { OnSuccess: QUEUE });
    await stack.delete('New');
    expect(stack.service.config('orders:LATEST')).toEqual({ ...DEFAULTS, destinationConfig: { onFailure: { destination: QUEUE } } });
    await stack.delete('Old');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });

  test.each(['never-answered-yet', 'failed-create:Config'])('of %s touches nothing', async physicalId => {
    stack.service.configure('orders:LATEST', THEIRS);
    await stack.send('Delete', 'Config', {}, { physicalId, properties: {} });
    expect([...stack.service.calls, ...stack.secrets.requests]).toEqual([]);
  });
});

describe('a create that fails leaves what it found', () => {
  test('when the service refuses the config', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    stack.service.next('PutAsyncInvokeConfig', fcError(400, 'InvalidArgument'));
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('InvalidArgument');
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });

  test.each([['a config', THEIRS], ['none', undefined]])('when the config is in place, but cannot be read back: %s', async (_, found) => {
    if (found) {
      stack.service.configure('orders:LATEST', found);
    }
    let reads = 0;
    stack.service.next('GetAsyncInvokeConfig', () => (reads += 1) === 2 ? fcError(400, 'InvalidArgument', 'never mind') : undefined);
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('never mind');
    expect(stack.service.config('orders:LATEST')).toEqual(found);
  });

  test('when the time runs out, of which enough is left to undo', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    stack.handler.runTime = 180_000;
    const begun = stack.handler.clock.now();
    stack.service.next('PutAsyncInvokeConfig', () => stack.handler.clock.now() - begun < 110_000 ? fcError(429, 'ResourceThrottled') : undefined);
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow(/^PutAsyncInvokeConfig failed \d+ times within \d+ s, at last with ResourceThrottled: /);
    expect(stack.service.config('orders:LATEST')).toEqual(THEIRS);
  });

  test('without waiting, if only the time to undo is left', async () => {
    stack.handler.runTime = 60_000;
    stack.service.next('PutAsyncInvokeConfig', { body: {} });
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('Function Compute accepted the config but returns none. Stop whatever else configures this function.');
    expect(stack.handler.clock.sleeps).toEqual([]);
  });

  test('and fails with the first error if that fails, too', async () => {
    stack.service.configure('orders:LATEST', THEIRS);
    const answers = [undefined, fcError(400, 'InvalidArgument', 'the first')];
    stack.service.next('DeleteAsyncInvokeConfig', fcError(400, 'InvalidArgument', 'the first'));
    stack.service.next('PutAsyncInvokeConfig', () => answers.length > 0 ? answers.shift() : fcError(400, 'InvalidArgument', 'the second'));
    await expect(stack.create('Config', { OnFailure: QUEUE })).rejects.toThrow('the first');
    expect(stack.handler.steps).toContain('not undone');
  });

  test('when the found config is too large', async () => {
    const long = (side: string) => ({ destination: `acs:mq:cn-hangzhou:1234567890123456:/instances/${noise(side, 600)}/topic/t` });
    const found = { ...DEFAULTS, destinationConfig: { onSuccess: long('s'), onFailure: long('f') } };
    stack.service.configure('orders:LATEST', found);
    await expect(stack.create('Config', {})).rejects.toThrow('`onDelete` must be DELETE or RETAIN when the config that is found is too large');
    expect(stack.service.config('orders:LATEST')).toEqual(found);
    await stack.create('Config', { OnDelete: 'RETAIN' });
    expect(stack.service.config('orders:LATEST')).toEqual(DEFAULTS);
    await expect(stack.update('Config', { OnDelete: 'RESTORE' })).rejects.toThrow('`onDelete` must be DELETE or RETAIN');
  });
});

/** A text that no compression makes much shorter. */
function noise(seed: string, length: number): string {
  return createHash('shake256', { outputLength: length }).update(seed).digest('base64url').slice(0, length);
}

test('nothing of the key gets into logs or answers, whatever the service says', async () => {
  stack.service.next('GetAsyncInvokeConfig', fcError(403, 'SignatureNotMatch', `StringToSign was ${KEY.accessKeySecret}`));
  await expect(stack.create('Config')).rejects.toThrow('SignatureNotMatch: StringToSign was *** (request id 1-67-89)');
  await stack.create('Config', { OnFailure: QUEUE });
  const told = [...stack.handler.lines, ...stack.handler.cloudFormation.requests.map(({ body }) => body)].join('\n');
  expect(told).not.toContain(KEY.accessKeySecret);
  expect(told).not.toContain(QUEUE);
});
