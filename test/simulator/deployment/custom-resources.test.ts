import { runsCode, Simulator } from '../../../lib/simulator';
import { arn, config, lambda, resource } from '../shop';

type Request = Record<string, any>;

/** Puts an answer at the `ResponseURL`, as a handler does. */
async function put({ ResponseURL }: Request, answer: object | string): Promise<void> {
  await fetch(ResponseURL, { method: 'PUT', body: typeof answer === 'string' ? answer : JSON.stringify(answer) });
}

function success({ RequestId, StackId, LogicalResourceId }: Request, PhysicalResourceId: string, Data = {}): object {
  return { Status: 'SUCCESS', RequestId, StackId, LogicalResourceId, PhysicalResourceId, Data };
}

function app(things: Record<string, object>, resources: Record<string, object> = {}): Simulator {
  const custom = (properties: object) => ({ Type: 'Custom::Thing', Properties: { ServiceToken: arn('Handler'), ...properties } });
  return Simulator.fromTemplates([{
    name: 'Shop',
    template: {
      Resources: {
        Handler: lambda(),
        Role: resource('IAM::Role', {}),
        Queue: resource('SQS::Queue', {}),
        ...resources,
        ...Object.fromEntries(Object.entries(things).map(([id, properties]) => [id, 'Type' in properties ? properties : custom(properties)])),
      },
    },
  }]);
}

const types = ['Custom::Thing'];

test('sends the request of CloudFormation, with all values resolved', async () => {
  const requests: Request[] = [];
  const created = await app({ Thing: { Count: 3, On: true, Names: [{ 'Fn::GetAtt': ['Queue', 'QueueName'] }], Stack: { Ref: 'AWS::StackName' } } }).deploy({
    types,
    handler: async request => {
      requests.push(request);
      await put(request, success(request, 'thing-1', { Size: 'L' }));
    },
  });

  expect(requests).toEqual([{
    RequestType: 'Create',
    RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ResponseURL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
    ResourceType: 'Custom::Thing',
    StackId: expect.stringMatching(/^arn:aws:cloudformation:us-east-1:123456789012:stack\/Shop\//),
    LogicalResourceId: 'Thing',
    ResourceProperties: {
      ServiceToken: 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Handler',
      Count: '3',
      On: 'true',
      Names: ['Shop-Queue'],
      Stack: 'Shop',
    },
  }]);
  expect(created).toEqual([{ logicalId: 'Thing', path: undefined, type: 'Custom::Thing', physicalId: 'thing-1', attributes: { Size: 'L' } }]);
});

test('resources and functions that wait for a resource see its attributes', async () => {
  const sim = app(
    { Last: { Size: { 'Fn::GetAtt': ['Thing', 'Sizes.0'] }, Name: { Ref: 'Thing' } }, Thing: {} },
    {
      Reader: lambda({
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => process.env.SIZE;' },
        Environment: { Variables: { SIZE: { 'Fn::GetAtt': ['Thing', 'Sizes.0'] } } },
      }),
    },
  );
  const asked: Record<string, unknown> = {};
  await sim.deploy({
    types,
    handler: async request => {
      asked[request.LogicalResourceId] = request.ResourceProperties;
      await put(request, success(request, 'thing-1', { 'Sizes.0': 'XL' }));
    },
  });
  sim.function('Reader').respond(runsCode());
  const outcome = await sim.invoke('Reader');
  await sim.clock.settle();
  await sim.close();

  expect(asked).toMatchObject({ Last: { Size: 'XL', Name: 'thing-1' } });
  expect(outcome.response).toBe('XL');
});

test('retries a handler that fails, like any function', async () => {
  let calls = 0;
  const sim = app({ Thing: {} });
  await sim.deploy({
    types,
    handler: async request => {
      calls += 1;
      if (calls === 1) {
        throw new Error('not yet');
      }
      await put(request, success(request, 'thing-1'));
    },
  });

  expect([calls, sim.clock.now]).toEqual([2, new Date('2026-01-01T00:01:00.000Z')]);
});

test('the code of the handler finds Lambda in the simulator', async () => {
  const sim = app({ Thing: {} }, {
    Handler: lambda({
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: {
        ZipFile: `exports.handler = async ({ ResponseURL, ResourceProperties: { ServiceToken } }) => {
      const { Configuration } = await (await fetch(process.env.AWS_ENDPOINT_URL_LAMBDA + '/2015-03-31/functions/' + ServiceToken)).json();
      await fetch(ResponseURL, { method: 'PUT', body: JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: Configuration.FunctionName }) });
    };`,
      },
    }),
  });
  const created = await sim.deploy({ types });
  await sim.close();

  expect(created).toMatchObject([{ physicalId: 'Shop-Handler', attributes: {} }]);
});

test('restores the behaviour of the handler afterwards', async () => {
  const sim = app({ Thing: {}, Another: {} });
  sim.function('Handler').respond(() => 'mine');
  await sim.deploy({ types, handler: async request => put(request, success(request, 'thing-1')) });
  const outcome = await sim.invoke('Handler');
  await sim.clock.settle();

  expect(outcome.response).toBe('mine');
});

test('leaves out other types', async () => {
  expect(await app({ Thing: {} }).deploy()).toEqual([]);
});

describe('the config of a custom resource', () => {
  const ours = {
    Type: 'Custom::LambdaAsyncInvokeConfig',
    Properties: {
      ServiceToken: arn('Handler'), FunctionName: { Ref: 'Orders' }, MaximumRetryAttempts: 0, Merge: 'true', OnDelete: 'RESTORE',
    },
  };

  async function retriesThere(resources: Record<string, object>): Promise<unknown> {
    const sim = app({ Ours: ours }, { Orders: lambda(), ...resources });
    let found: unknown;
    await sim.deploy({
      handler: async request => {
        found = sim.service.functions.find('Shop-Orders')!.configs.get('$LATEST')?.retryAttempts;
        await put(request, success(request, 'ours'));
      },
    });
    return found;
  }

  test('does not exist before', async () => {
    expect(await retriesThere({})).toBeUndefined();
  });

  test('does not remove the config of another resource', async () => {
    expect(await retriesThere({ Theirs: config('Orders', '$LATEST', { retries: 1 }) })).toBe(1);
  });
});

describe('a failed deployment tells why', () => {
  const token = { Type: 'Custom::Thing', Properties: { ServiceToken: 'arn:aws:sns:us-east-1:123456789012:topic' } };

  test.each<[string, object, (request: Request) => unknown, string | RegExp]>([
    ['the handler says', {}, request => put(request, { Status: 'FAILED', Reason: 'disk full' }), '`Shop.Thing` failed: disk full'],
    ['the handler says nothing', {}, request => put(request, { Status: 'FAILED' }), '`Shop.Thing` failed: it gave no reason'],
    ['the handler answers an unknown status', {}, request => put(request, { Status: 'success' }), '`Shop.Thing` failed: it gave no reason'],
    ['no answer came', {}, () => {}, /^`Shop\.Thing` got no answer: CloudFormation would wait until it times out\.\nHandler [0-9a-f-]+\n {2}0:00:00 {2}accepted\n/],
    ['the answer is no JSON', {}, request => put(request, 'done'), '`Shop.Thing` got an answer that is not JSON.'],
    ['a property is not known', { Zones: { All: [{ 'Fn::GetAZs': '' }] } }, () => {},
      '`Zones.All[0]` of `Shop.Thing` is unknown: `Fn::GetAZs` is known at deploy time only.'],
    ['the service token is unknown', token, () => {},
      '`ServiceToken` of `Shop.Thing` must be a function of the app, got: arn:aws:sns:us-east-1:123456789012:topic. Leave out `Custom::Thing` with the option `types`.'],
    ['there is no service token', { Type: 'Custom::Thing', Properties: {} }, () => {},
      '`ServiceToken` of `Shop.Thing` must be a function of the app, got: unknown, because `ServiceToken` is missing. '
      + 'Leave out `Custom::Thing` with the option `types`.'],
  ])('%s', async (_, thing, handler, message) => {
    await expect(app({ Thing: thing }).deploy({ types, handler })).rejects.toThrow(message instanceof RegExp ? message : new Error(message));
  });

  test('takes the first PUT as the answer', async () => {
    const handler = async (request: Request) => {
      await fetch(request.ResponseURL);
      await put(request, success(request, 'first'));
      await put(request, { Status: 'FAILED' });
    };

    expect(await app({ Thing: {} }).deploy({ types, handler })).toMatchObject([{ physicalId: 'first' }]);
  });

  test('by the construct path, if there is one', async () => {
    const thing = { Type: 'Custom::Thing', Properties: { ServiceToken: arn('Handler') }, Metadata: { 'aws:cdk:path': 'Shop/Mine/Resource/Default' } };

    await expect(app({ Thing: thing }).deploy({ types, handler: request => put(request, { Status: 'FAILED', Reason: 'no' }) })).rejects.toThrow('`Shop/Mine` failed: no');
  });
});
