import { Simulator } from '../../../lib/simulator';
import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { physicalId } from '../../../lib/simulator/deployment/physical-name';
import { readTemplates } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';
import { config, lambda, resource } from '../shop';

const WHERE = { account: '123456789012', region: 'eu-west-1' };

function app(resources: Record<string, object>, environment?: string) {
  return deployed(readTemplates([{ name: 'Shop', template: { Resources: resources }, environment }]), WHERE, 0);
}

/** The value of an expression in an environment variable. */
function turnedInto(expression: unknown, resources: Record<string, object> = {}): string | undefined {
  const { topology, texts } = app({ Fn: resource('Lambda::Function', { Environment: { Variables: { IT: expression } } }), ...resources });
  return texts.of(topology.functions.get('Shop.Fn')!.code.environment.get('IT'));
}

const RESOURCES = {
  Queue: resource('SQS::Queue', {}),
  Fifo: resource('SQS::Queue', { FifoQueue: true }),
  Topic: resource('SNS::Topic', { TopicName: 'news' }),
  Bus: resource('Events::EventBus', { Name: 'shop' }),
  Bucket: resource('S3::Bucket', {}),
  Key: resource('KMS::Key', {}),
  Role: resource('IAM::Role', {}),
  Table: resource('DynamoDB::Table', {}),
  Version: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
  Second: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
  Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, Name: 'live', FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] } }),
};

test.each([
  [{ Ref: 'Queue' }, 'https://sqs.eu-west-1.amazonaws.com/123456789012/Shop-Queue'],
  [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-west-1:123456789012:Shop-Queue'],
  [{ 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'Shop-Queue'],
  [{ 'Fn::GetAtt': ['Fifo', 'QueueName'] }, 'Shop-Fifo.fifo'],
  [{ Ref: 'Topic' }, 'arn:aws:sns:eu-west-1:123456789012:news'],
  [{ 'Fn::GetAtt': ['Bus', 'Arn'] }, 'arn:aws:events:eu-west-1:123456789012:event-bus/shop'],
  [{ Ref: 'Bucket' }, 'shop-bucket'],
  [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::shop-bucket'],
  [{ 'Fn::GetAtt': ['Key', 'Arn'] }, `arn:aws:kms:eu-west-1:123456789012:key/${physicalId('Shop.Key')}`],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::123456789012:role/Shop-Role'],
  [{ Ref: 'Table' }, 'Shop-Table'],
  [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:eu-west-1:123456789012:table/Shop-Table'],
  [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Shop-Table.StreamArn'],
  [{ Ref: 'Version' }, 'arn:aws:lambda:eu-west-1:123456789012:function:Shop-Fn:2'],
  [{ 'Fn::GetAtt': ['Second', 'Version'] }, '1'],
  [{ Ref: 'Alias' }, 'arn:aws:lambda:eu-west-1:123456789012:function:Shop-Fn:live'],
  [{ 'Fn::Sub': '${AWS::Region}/${AWS::AccountId}/${AWS::Partition}/${AWS::URLSuffix}/${AWS::StackName}' }, 'eu-west-1/123456789012/aws/amazonaws.com/Shop'],
  [{ Ref: 'AWS::StackId' }, `arn:aws:cloudformation:eu-west-1:123456789012:stack/Shop/${physicalId('Shop')}`],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Fn' }]] }, 'a-Shop-Fn'],
  ['plain', 'plain'],
  [{ Ref: 'Nowhere' }, undefined],
])('%j becomes %s', (expression, text) => {
  expect(turnedInto(expression, RESOURCES)).toBe(text);
});

test('aliases point to versions, even to versions that the app does not publish', () => {
  const { functions } = app({
    ...RESOURCES,
    Fn: lambda(),
    Weighted: resource('Lambda::Alias', {
      FunctionName: { Ref: 'Fn' },
      Name: 'split',
      FunctionVersion: '7',
      RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '8', FunctionWeight: 0.25 }] },
    }),
    Pinned: config('Fn', '9', { retries: 1 }),
  });
  const fn = functions.find('Shop-Fn')!;
  expect([...fn.versions].sort()).toEqual(['1', '2', '7', '8', '9']);
  expect([...fn.aliases]).toEqual([
    ['live', { version: '2', additional: undefined }],
    ['split', { version: '7', additional: { version: '8', weight: 0.25 } }],
  ]);
  expect(fn.configs.get('9')).toMatchObject({ retryAttempts: 1, maxEventAge: undefined, onFailure: undefined });
});

test('keeps the stages of one app apart', async () => {
  const template = { Resources: { Orders: lambda(), Role: resource('IAM::Role', {}) } };
  const sim = Simulator.fromTemplates([{ name: 'Dev', template }, { name: 'Prod', template }]);
  expect(() => sim.function('Orders')).toThrow('Several functions are called `Orders`: `Dev.Orders`, `Prod.Orders`. Use one of these names.');
  expect(sim.function('Prod.Orders').name).toBe('Prod-Orders');
});

test('a policy with a literal ARN allows the resource of the app', () => {
  const { permissions, functions } = app({
    Orders: lambda(),
    Queue: resource('SQS::Queue', {}),
    Other: resource('SQS::Queue', {}),
    Role: resource('IAM::Role', {
      Policies: [{
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:eu-west-1:123456789012:Shop-Q*' },
          ],
        },
      }],
    }),
  });
  const fn = functions.find('Shop-Orders')!;
  const arn = (name: string) => `arn:aws:sqs:eu-west-1:123456789012:${name}`;
  expect(permissions.missingActions(fn, 'queue', arn('Shop-Queue'))).toEqual([]);
  expect(permissions.missingActions(fn, 'queue', arn('Shop-Other'))).toEqual(['sqs:SendMessage']);
  expect(permissions.missingActions(fn, 'queue', arn('elsewhere'))).toEqual([]);
});

test('a queue policy alone lets the role send', () => {
  const { permissions, functions } = app({
    Orders: lambda(),
    Role: resource('IAM::Role', {}),
    Queue: resource('SQS::Queue', {}),
    Policy: resource('SQS::QueuePolicy', {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*', Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
        ],
      },
    }),
  });
  expect(permissions.missingActions(functions.find('Shop-Orders')!, 'queue', 'arn:aws:sqs:eu-west-1:123456789012:Shop-Queue')).toEqual([]);
});

test('leaves a known text as it is', () => {
  const { texts } = app({});
  expect(texts.spelledOut(literal('a'))).toEqual(literal('a'));
  expect(texts.of(undefined)).toBeUndefined();
});

test('uses the domain of China there', () => {
  const Variables = { IT: { 'Fn::Sub': '${AWS::Partition}/${AWS::URLSuffix}' } };
  const template = { Resources: { Fn: resource('Lambda::Function', { Environment: { Variables } }) } };
  const { topology, texts } = deployed(readTemplates([{ name: 'Shop', template }]), { region: 'cn-north-1' }, 0);
  expect(texts.of(topology.functions.get('Shop.Fn')!.code.environment.get('IT'))).toBe('aws-cn/amazonaws.com.cn');
});

test.each<[string, object, object]>([
  ['nothing else', {}, { durable: false, tenantIsolated: false }],
  ['durable', { DurableConfig: { ExecutionTimeout: 60 } }, { durable: true, tenantIsolated: false }],
  ['not certainly durable', { DurableConfig: { 'Fn::If': ['Nobody', { ExecutionTimeout: 60 }, { Ref: 'AWS::NoValue' }] } }, { durable: false }],
  ['with tenant isolation', { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } }, { durable: false, tenantIsolated: true }],
])('a function is %s', (_, properties, settings) => {
  expect(app({ Fn: lambda(properties) }).functions.find('Shop-Fn')!.settings).toMatchObject(settings);
});
