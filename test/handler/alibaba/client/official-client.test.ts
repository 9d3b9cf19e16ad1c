import OfficialClient, * as model from '@alicloud/fc20230330';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import * as fc from 'fast-check';
import type { PutAsyncInvokeConfigBody } from '../../../../lib/constraints/alibaba-fc/put-async-invoke-config';
import type { AccessKey } from '../../../../lib/contract/alibaba-target';
import type { HttpRequest } from '../../../../lib/handler/alibaba/client/exchange';
import { FunctionCompute } from '../../../../lib/handler/alibaba/client/function-compute';
import { authorization } from '../../../../lib/handler/alibaba/client/signature';
import { pointSdkTo } from '../../loopback/environment';
import { ScriptedServer, type ReceivedRequest } from '../../loopback/scripted-server';
import { TestDeployment } from '../../test-deployment';
import { FunctionComputeServer, KEY, SESSION, type Operation } from '../loopback/function-compute-server';
import { SECRET_ARN, secretValue } from '../loopback/secret-answers';

const QUEUE = 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages';
const FULL: PutAsyncInvokeConfigBody = {
  asyncTask: true,
  maxAsyncEventAgeInSeconds: 60,
  maxAsyncRetryAttempts: 0,
  destinationConfig: { onSuccess: { destination: 'acs:fc:cn-hangzhou:1234567890123456:functions/next' }, onFailure: { destination: QUEUE } },
};
const PLAIN: PutAsyncInvokeConfigBody = { asyncTask: false, maxAsyncEventAgeInSeconds: 86400, maxAsyncRetryAttempts: 3 };

/** What differs from one request to the next, or says only who sent it. */
const OF_THE_OCCASION = ['authorization', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-credentials-provider'];

let service: FunctionComputeServer;
let secrets: ScriptedServer;
let restore: () => void;

beforeEach(async () => {
  [service, secrets] = await Promise.all([FunctionComputeServer.start(), ScriptedServer.start()]);
  service.add('orders', 'live', '7');
  restore = pointSdkTo({ SECRETS_MANAGER: secrets.url });
});

afterEach(async () => {
  restore();
  await Promise.all([service.stop(), secrets.stop()]);
});

/** The client of Alibaba Cloud. */
function official(key: AccessKey): OfficialClient {
  return new OfficialClient(new $OpenApiUtil.Config({ ...key, endpoint: service.url.slice('http://'.length), protocol: 'HTTP', regionId: 'cn-hangzhou' }) as any);
}

function ours(key: AccessKey, qualifier?: string): FunctionCompute {
  secrets.script([secretValue(key)]);
  const deployment = new TestDeployment();
  service.now = () => deployment.clock.now();
  return new FunctionCompute({
    Account: '1234567890123456',
    Region: 'cn-hangzhou',
    FunctionName: 'orders',
    Qualifier: qualifier,
    Endpoint: service.url,
    Credentials: { SecretArn: SECRET_ARN },
  }, deployment);
}

/** What is the same whoever sends it. */
function wire({ method, path, query, headers, body }: ReceivedRequest) {
  const counts = (name: string) => /^(x-acs-|x-fc-|content-type$|host$)/.test(name) && !OF_THE_OCCASION.includes(name);
  return { method, path, query: [...query], body, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => counts(name)).sort()) };
}

/** What both clients send for the same call, theirs first. */
async function bothSend(theirs: () => Promise<unknown>, own: () => Promise<unknown>): Promise<[ReceivedRequest, ReceivedRequest]> {
  service.server.requests.length = 0;
  service.now = () => Date.now();
  service.configure('orders:LATEST', PLAIN).configure('orders:live', PLAIN).configure('orders:7', PLAIN);
  await theirs();
  service.configure('orders:LATEST', PLAIN).configure('orders:live', PLAIN).configure('orders:7', PLAIN);
  await own();
  return service.server.requests as unknown as [ReceivedRequest, ReceivedRequest];
}

/** What we would have signed in place of the official client. */
function asSent({ method, path, query, headers, body }: ReceivedRequest): HttpRequest {
  const url = new URL(`http://${headers.host}${path}`);
  query.forEach((value, name) => url.searchParams.set(name, value));
  return { method: method as HttpRequest['method'], url, headers: headers as Record<string, string>, body };
}

type Calls = readonly [
  name: string,
  theirs: (client: OfficialClient, qualifier?: string) => Promise<unknown>,
  own: (client: FunctionCompute) => Promise<unknown>,
];

const OPERATIONS: readonly Calls[] = [
  ['Put of everything', put(FULL), client => client.putAsyncInvokeConfig(FULL)],
  ['Put without destinations', put(PLAIN), client => client.putAsyncInvokeConfig(PLAIN)],
  ['Get', (client, qualifier) => client.getAsyncInvokeConfig('orders', new model.GetAsyncInvokeConfigRequest({ qualifier })), client => client.getAsyncInvokeConfig()],
  [
    'Delete',
    (client, qualifier) => client.deleteAsyncInvokeConfig('orders', new model.DeleteAsyncInvokeConfigRequest({ qualifier })),
    client => client.deleteAsyncInvokeConfig(),
  ],
];

function put(body: PutAsyncInvokeConfigBody) {
  const input = new model.PutAsyncInvokeConfigInput(officially(body));
  return (client: OfficialClient, qualifier?: string) =>
    client.putAsyncInvokeConfig('orders', new model.PutAsyncInvokeConfigRequest({ qualifier, body: input }));
}

/** The models insist on being made of models. */
function officially({ destinationConfig, ...body }: PutAsyncInvokeConfigBody) {
  const { onSuccess, onFailure } = destinationConfig ?? {};
  return {
    ...body,
    ...destinationConfig && {
      destinationConfig: new model.DestinationConfig({
        ...onSuccess && { onSuccess: new model.Destination(onSuccess) },
        ...onFailure && { onFailure: new model.Destination(onFailure) },
      }),
    },
  };
}

describe.each(OPERATIONS)('%s', (_, bySdk, byUs) => {
  test.each([
    ['an AccessKey', KEY, undefined],
    ['an AccessKey, for an alias', KEY, 'live'],
    ['an AccessKey, for a version', KEY, '7'],
    ['a key that expires', SESSION, undefined],
    ['a key that expires, for an alias', SESSION, 'live'],
  ] as const)('is the same request that the official client sends with %s', async (__, key, qualifier) => {
    const [theirs, own] = await bothSend(() => bySdk(official(key), qualifier), () => byUs(ours(key, qualifier)));
    expect(asDocument(wire(own))).toEqual(asDocument(wire(theirs)));
  });

  test.each([['an AccessKey', KEY], ['a key that expires', SESSION]] as const)('is signed as the official client signs it with %s', async (__, key) => {
    const [sent] = await bothSend(() => bySdk(official(key), 'live'), async () => {});
    expect(authorization(asSent(sent), key)).toBe(sent.headers.authorization);
  });
});

/** The hash of the body is of the text, and the order of its keys does not count. */
function asDocument({ body, headers, ...rest }: ReturnType<typeof wire>) {
  const { 'x-acs-content-sha256': hash, ...others } = headers;
  return { ...rest, headers: others, body: body === '' ? '' : JSON.parse(body), hash: typeof hash };
}

test('any config means the same, whoever puts it', async () => {
  const destination = fc.constantFrom(undefined, { destination: QUEUE }, { destination: 'acs:fc:cn-hangzhou::functions/next' });
  const bodies = fc.record({
    asyncTask: fc.boolean(),
    maxAsyncEventAgeInSeconds: fc.integer({ min: 1, max: 604800 }),
    maxAsyncRetryAttempts: fc.integer({ min: 0, max: 8 }),
    sides: fc.record({ onSuccess: destination, onFailure: destination }),
  }).map(({ sides, ...body }): PutAsyncInvokeConfigBody => {
    const set = Object.fromEntries(Object.entries(sides).filter(([, side]) => side));
    return { ...body, ...Object.keys(set).length > 0 && { destinationConfig: set } };
  });
  await fc.assert(fc.asyncProperty(bodies, async body => {
    const [theirs, own] = await bothSend(() => put(body)(official(KEY)), () => ours(KEY).putAsyncInvokeConfig(body));
    expect(JSON.parse(own.body)).toEqual(JSON.parse(theirs.body));
    expect(service.config('orders:LATEST')).toEqual(body);
  }), { numRuns: 20 });
});

test('what both send, the service does', async () => {
  const done: Operation[] = ['PutAsyncInvokeConfig', 'GetAsyncInvokeConfig', 'DeleteAsyncInvokeConfig'];
  service.add('fresh');
  const client = ours(SESSION, 'live');
  await client.putAsyncInvokeConfig(FULL);
  expect(await client.getAsyncInvokeConfig()).toMatchObject(FULL);
  await client.deleteAsyncInvokeConfig();
  expect(service.config('orders:live')).toBeUndefined();
  expect(service.calls).toEqual(done.map(operation => `${operation} orders:live`));
});
