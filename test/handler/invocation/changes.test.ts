import { invocation } from './invocations';
import type { DeployTimeInvocationProperties } from '../../../lib/contract/deploy-time-invocation';
import { isInvokedAnew } from '../../../lib/handler/invocation/changes';

const BEFORE = invocation({
  Qualifier: 'live',
  Region: 'eu-west-1',
  LifecycleKey: 'deployment',
  ClientContext: '{}',
  TenantId: 'us',
  DurableExecutionName: 'once',
  Triggers: { schema: '7' },
});

test('the same again is nothing new', () => {
  expect(isInvokedAnew(BEFORE, { ...BEFORE })).toBe(false);
});

test.each<Partial<DeployTimeInvocationProperties>>([
  { FunctionName: 'another' },
  { Qualifier: 'next' },
  { Qualifier: undefined },
  { Region: 'us-east-1' },
  { InvocationType: 'Event' },
  { Payloads: { Create: '{"action":"up"}', Update: '{"action":"down"}' } },
  { LifecycleKey: 'another' },
  { ClientContext: '{"custom":{}}' },
  { ClientContext: undefined },
  { Payloads: { Create: '{"action":"up","id":9007199254740993}' } },
  { Payloads: { Create: '' } },
  { TenantId: 'them' },
  { DurableExecutionName: 'twice' },
  { Triggers: { schema: '8' } },
  { Triggers: { schema: '7', code: '1' } },
  { Triggers: undefined },
])('the function is invoked anew for %j', change => {
  expect(isInvokedAnew(BEFORE, { ...BEFORE, ...change })).toBe(true);
});

test.each<Partial<DeployTimeInvocationProperties>>([
  { AssumeRoleArn: 'arn:aws:iam::123456789012:role/deployer', ExternalId: 'us' },
  { InvocationTimeout: '61' },
  { SkipOnRollback: 'true' },
  { LogGroupName: '/logs/another' },
  { Attributes: ['Response.id'], KeepAttributes: 'true' },
  { Outcome: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/outcomes' } },
  { Payloads: { Create: '{"action":"other"}', Update: '{"action":"up"}', Delete: '{"action":"down"}' } },
])('the function is left alone for %j', change => {
  expect(isInvokedAnew(BEFORE, { ...BEFORE, ...change })).toBe(false);
});

test('the function is left alone if only the way changes in which JSON is written', () => {
  const before = { ...BEFORE, Payloads: { Create: '{"b":[1,{"z":1.0,"y":2}],"a":9007199254740993}' }, ClientContext: '{"env":{},"custom":{}}' };
  const after = { ...BEFORE, Payloads: { Create: '{"a": 9007199254740993, "b":[1,{"y":2,"z":1}]}' }, ClientContext: '{"custom":{},"env":{}}' };

  expect(isInvokedAnew(before, after)).toBe(false);
  expect(isInvokedAnew(before, { ...after, Payloads: { Create: '{"a":9007199254740992,"b":[1,{"y":2,"z":1}]}' } })).toBe(true);
  expect(isInvokedAnew(before, { ...after, Payloads: { Create: '{"a":9007199254740993,"b":[{"y":2,"z":1},1]}' } })).toBe(true);
});

test('the payload of the create is that of a deployment which had none for updates', () => {
  expect(isInvokedAnew({ ...BEFORE, Payloads: { Create: '{"action":"up"}' } }, BEFORE)).toBe(false);
  expect(isInvokedAnew({ ...BEFORE, Payloads: { Create: '{"action":"down"}' } }, BEFORE)).toBe(true);
});

test('no triggers are as good as empty ones', () => {
  expect(isInvokedAnew({ ...BEFORE, Triggers: undefined }, { ...BEFORE, Triggers: {} })).toBe(false);
  expect(isInvokedAnew({ ...BEFORE, Triggers: {} }, { ...BEFORE, Triggers: undefined })).toBe(false);
});

test('a deployment of which nothing is known was another one', () => {
  expect(isInvokedAnew({}, BEFORE)).toBe(true);
  expect(isInvokedAnew({ ...BEFORE, Payloads: undefined }, BEFORE)).toBe(true);
  expect(isInvokedAnew({ ...BEFORE, Payloads: undefined }, { ...BEFORE, Payloads: {} })).toBe(false);
});
