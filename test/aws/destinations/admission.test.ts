import { App, Aws, CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DestinationType } from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { admitDestination, propertyOf } from '../../../lib/aws/destinations/admission';
import { agnosticStack, concreteStack, errorOf, fn, HERE } from '../fixture';

/** Asks for a destination of a function in the stack. */
function admit(stack: Stack, arn: string, type = DestinationType.FAILURE, source: lambda.IFunction = fn(stack)): void {
  admitDestination({ scope: stack, function: source, type, arn });
}

const UNSUPPORTED = (got: string) => `\`onFailure\` must be a queue, topic, event bus, function or bucket, got: ${got}. ` +
  'Lambda delivers to nothing else and refuses the config: the deployment fails. Send to an event bus or a function that forwards to it. [Stack]';
const FIFO_QUEUE = (got: string) => `\`onFailure\` must be a standard queue, got: ${got}. ` +
  'Lambda refuses FIFO queues as destinations: the deployment fails. Use a standard queue, or a function that writes to the FIFO queue. [Stack]';
const FIFO_TOPIC = (got: string) => `\`onFailure\` must be a standard topic, got: ${got}. ` +
  'Lambda refuses FIFO topics as destinations: the deployment fails. Use a standard topic, or a function that publishes to the FIFO topic. [Stack]';
const BUCKET = (got: string) => `\`onSuccess\` must be a queue, topic, event bus or function, got: ${got}. ` +
  'Lambda stores only records of failures in buckets and refuses the config: the deployment fails. Use the bucket as `onFailure`, or a function that writes the record to it. [Stack]';
const SELF = (got: string) => `\`onFailure\` must be another function than the one that is configured, whatever the qualifier, got: ${got}. ` +
  'Lambda refuses it: "You can\'t specify the function as a destination for itself." Use another function, or a queue that the function reads. [Stack]';
const ELSEWHERE = (got: string) => `\`onFailure\` must be in the function's Region and partition, got: ${got}. ` +
  'Lambda refuses destinations in other Regions: the deployment fails. Use a destination of the same Region; an event bus can forward to another Region of the partition. [Stack]';

test('a type of destination has the name of its property', () => {
  expect([DestinationType.FAILURE, DestinationType.SUCCESS].map(propertyOf)).toEqual(['onFailure', 'onSuccess']);
});

describe('accepts', () => {
  test.each([
    '',
    '{{resolve:ssm:/orders/queue-arn}}',
    'arn:aws:sqs:eu-west-1:111111111111:{{resolve:ssm:/orders/queue}}',
    'arn:aws:sqs:eu-west-1:111111111111:orders',
    'arn:aws:sns:eu-west-1:111111111111:orders',
    'arn:aws:events:eu-west-1:111111111111:event-bus/default',
    'arn:aws:s3:::orders',
    'arn:aws:lambda:eu-west-1:111111111111:function:other',
    'arn:aws:lambda:eu-west-1:111111111111:function:other:live',
    'arn:aws:sqs:eu-west-1:222222222222:orders',
    `arn:aws:sqs:eu-west-1:111111111111:${'a'.repeat(315)}`,
  ])('%p, in any stack', arn => {
    expect(() => admit(agnosticStack(), arn)).not.toThrow();
    expect(() => admit(concreteStack(), arn)).not.toThrow();
  });

  test.each<[string, (stack: Stack) => string]>([
    ['a queue', stack => new sqs.Queue(stack, 'Target').queueArn],
    ['a topic', stack => new sns.Topic(stack, 'Target').topicArn],
    ['a bus', stack => new events.EventBus(stack, 'Target').eventBusArn],
    ['the default bus', stack => stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })],
    ['a bucket', stack => new s3.Bucket(stack, 'Target').bucketArn],
    ['another function', stack => fn(stack, 'Target').functionArn],
    ['an alias of it', stack => fn(stack, 'Target').addAlias('live').functionArn],
    ['a version of it', stack => fn(stack, 'Target').currentVersion.functionArn],
    ['an export', () => Fn.importValue('Target')],
    ['a parameter', stack => new CfnParameter(stack, 'Target').valueAsString],
    ['an item of a list that is known only at deployment', () => Fn.select(0, Fn.split(',', Fn.importValue('Targets')))],
    ['an ARN whose service is known only at deployment', stack => `arn:aws:${new CfnParameter(stack, 'Service').valueAsString}:eu-west-1:111111111111:orders`],
    ['a bus whose name is known only at deployment', stack => stack.formatArn({ service: 'events', resource: new CfnParameter(stack, 'Bus').valueAsString })],
    ['an imported function whose name is known only at deployment', stack => lambda.Function.fromFunctionName(stack, 'Target', Fn.importValue('Target')).functionArn],
  ])('%s of the app', (_, arnIn) => {
    const stack = agnosticStack();

    expect(() => admit(stack, arnIn(stack))).not.toThrow();
  });
});

describe('refuses the malformed ARN', () => {
  test.each([
    ['orders', '"orders"'],
    ['arn:aws:sqs', '"arn:aws:sqs"'],
    ['kafka://orders', '"kafka://orders"'],
    [undefined, 'undefined'],
    [`arn:aws:sqs:eu-west-1:111111111111:${'a'.repeat(316)}`, `"arn:aws:sqs:eu-west-1:111111111111:${'a'.repeat(65)}"… (351 characters)`],
  ])('%p', (arn, got) => {
    expect(errorOf(() => admit(agnosticStack(), arn as string))).toBe(
      `\`onFailure\` must be at most 350 characters: the ARN of a queue, topic, event bus, function or bucket, got: ${got} [Stack]`,
    );
  });
});

describe('refuses the unsupported destination', () => {
  test.each([
    'arn:aws:kinesis:eu-west-1:111111111111:stream/orders',
    'arn:aws:states:eu-west-1:111111111111:stateMachine:orders',
    'arn:aws:events:eu-west-1:111111111111:rule/orders',
    'arn:aws:lambda:eu-west-1:111111111111:layer:orders',
    'arn:aws:s3:::orders/prefix',
    'arn:aws:s3:::',
  ])('%s', arn => {
    expect(errorOf(() => admit(agnosticStack(), arn))).toBe(UNSUPPORTED(`"${arn}"`));
  });

  test('of a resource of the app', () => {
    const stack = agnosticStack();

    expect(errorOf(() => admit(stack, new kinesis.Stream(stack, 'Stream').streamArn))).toBe(UNSUPPORTED('AWS::Kinesis::Stream at Stack/Stream'));
  });
});

describe('refuses FIFO', () => {
  test.each<[string, (stack: Stack) => string, string]>([
    ['for a queue of the app', stack => new sqs.Queue(stack, 'Target', { fifo: true }).queueArn, FIFO_QUEUE('AWS::SQS::Queue at Stack/Target')],
    ['for a topic of the app', stack => new sns.Topic(stack, 'Target', { fifo: true }).topicArn, FIFO_TOPIC('AWS::SNS::Topic at Stack/Target')],
    ['for the ARN of a queue', () => 'arn:aws:sqs:eu-west-1:111111111111:orders.fifo', FIFO_QUEUE('"arn:aws:sqs:eu-west-1:111111111111:orders.fifo"')],
    ['for the ARN of a topic', () => 'arn:aws:sns:eu-west-1:111111111111:orders.fifo', FIFO_TOPIC('"arn:aws:sns:eu-west-1:111111111111:orders.fifo"')],
    ['for a name whose beginning is known only at deployment', () => `arn:aws:sqs:eu-west-1:111111111111:${Aws.STACK_NAME}.fifo`,
      FIFO_QUEUE('"arn:aws:sqs:eu-west-1:111111111111:{Ref=AWS==StackName}@Stack.fifo"')],
  ])('%s', (_, arnIn, message) => {
    const stack = agnosticStack();

    expect(errorOf(() => admit(stack, arnIn(stack)))).toBe(message);
  });
});

describe('refuses a bucket on success', () => {
  test.each<[string, (stack: Stack) => string, string]>([
    ['of the app', stack => new s3.Bucket(stack, 'Target').bucketArn, BUCKET('AWS::S3::Bucket at Stack/Target')],
    ['by its ARN', () => 'arn:aws:s3:::orders', BUCKET('"arn:aws:s3:::orders"')],
    ['by a name', stack => s3.Bucket.fromBucketName(stack, 'Target', 'orders').bucketArn, BUCKET('"arn:(Stack):s3:::orders"')],
    ['by a name that is known only at deployment', stack => s3.Bucket.fromBucketName(stack, 'Target', new CfnParameter(stack, 'Name').valueAsString).bucketArn,
      BUCKET('"arn:(Stack):s3:::{Ref=Name}@Stack"')],
  ])('%s', (_, arnIn, message) => {
    const stack = agnosticStack();

    expect(errorOf(() => admit(stack, arnIn(stack), DestinationType.SUCCESS))).toBe(message);
    expect(() => admit(stack, arnIn(new Stack(new App(), 'Stack')), DestinationType.FAILURE, fn(stack, 'Other'))).not.toThrow();
  });
});

describe('refuses a function as its own destination', () => {
  test.each<[string, (made: lambda.Function) => lambda.IFunction, string]>([
    ['as it is', made => made, 'AWS::Lambda::Function at Stack/Fn'],
    ['by an alias', made => made.addAlias('live'), 'AWS::Lambda::Alias at Stack/Fn/Aliaslive'],
    ['by a version', made => made.currentVersion, 'AWS::Lambda::Version at Stack/Fn/CurrentVersion'],
    ['by `latestVersion`', made => made.latestVersion, 'Stack/Fn'],
    ['by its name', made => lambda.Function.fromFunctionName(made.stack, 'Imported', 'orders'), '"arn:(Stack):lambda:eu-west-1:111111111111:function:orders"'],
    ['by its ARN', made => lambda.Function.fromFunctionArn(made.stack, 'Imported', 'arn:aws:lambda:eu-west-1:111111111111:function:orders'), '"arn:aws:lambda:eu-west-1:111111111111:function:orders"'],
    ['by an ARN with a qualifier', made => lambda.Version.fromVersionArn(made.stack, 'Imported', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:7'), '"arn:aws:lambda:eu-west-1:111111111111:function:orders:7"'],
  ])('%s', (_, name, got) => {
    const stack = concreteStack();
    const made = fn(stack, 'Fn', { functionName: 'orders' });

    expect(errorOf(() => admit(stack, name(made).functionArn, DestinationType.FAILURE, made))).toBe(SELF(got));
  });

  test('by a name that is known only at deployment', () => {
    const stack = agnosticStack();
    const one = lambda.Function.fromFunctionArn(stack, 'One', Fn.importValue('Orders'));
    const other = lambda.Function.fromFunctionArn(stack, 'Other', Fn.importValue('Orders'));

    expect(errorOf(() => admit(stack, other.functionArn, DestinationType.FAILURE, one))).toBe(SELF('Stack/One'));
    expect(() => admit(stack, Fn.importValue('Bills'), DestinationType.FAILURE, one)).not.toThrow();
  });

  test('but accepts a function of that name in another account', () => {
    const stack = concreteStack();

    expect(() => admit(stack, 'arn:aws:lambda:eu-west-1:222222222222:function:orders', DestinationType.FAILURE, fn(stack, 'Fn', { functionName: 'orders' }))).not.toThrow();
  });

  test('and one that is named arn', () => {
    const stack = agnosticStack();
    const source = lambda.Function.fromFunctionName(stack, 'Arn', 'arn');

    expect(() => admit(stack, stack.formatArn({ service: 'sqs', resource: Fn.importValue('Queue') }), DestinationType.FAILURE, source)).not.toThrow();
  });
});

describe('refuses a destination of another Region', () => {
  test.each([
    ['arn:aws:sqs:us-east-1:111111111111:orders'],
    ['arn:aws:events:us-east-1:111111111111:event-bus/default'],
    ['arn:aws:lambda:us-east-1:111111111111:function:other'],
  ])('by the Region of %s', arn => {
    expect(errorOf(() => admit(concreteStack(), arn))).toBe(ELSEWHERE(`"${arn}"`));
  });

  test('by the Region of its stack', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: HERE });
    const other = new Stack(app, 'Other', { env: { ...HERE, region: 'us-east-1' } });

    expect(errorOf(() => admit(stack, new sqs.Queue(other, 'Queue', { queueName: 'orders' }).queueArn))).toBe(ELSEWHERE('AWS::SQS::Queue at Other/Queue'));
  });

  test('by its partition, if the stack knows its own', () => {
    const stack = concreteStack();
    jest.spyOn(stack, 'partition', 'get').mockReturnValue('aws');

    expect(errorOf(() => admit(stack, 'arn:aws-cn:s3:::orders'))).toBe(ELSEWHERE('"arn:aws-cn:s3:::orders"'));
  });

  test('but not in a stack of an unknown Region', () => {
    expect(() => admit(agnosticStack(), 'arn:aws:sqs:us-east-1:111111111111:orders')).not.toThrow();
    expect(() => admit(concreteStack(), `arn:aws:sqs:${Fn.importValue('Region')}:111111111111:orders`)).not.toThrow();
    expect(() => admit(concreteStack(), `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:111111111111:orders`)).not.toThrow();
  });
});

describe('a durable function', () => {
  const durableConfig = { executionTimeout: Duration.hours(1) };

  test('cannot have a destination', () => {
    const stack = agnosticStack();

    expect(errorOf(() => admit(stack, new sqs.Queue(stack, 'Queue').queueArn, DestinationType.FAILURE, fn(stack, 'Fn', { durableConfig })))).toBe(
      '`onFailure` must be left out for a durable function, got: a destination for Stack/Fn. Durable functions support a dead-letter queue, but no destinations. ' +
      'Leave the destination out, and set `deadLetterQueue` on the function instead. [Stack]',
    );
    expect(() => admit(stack, '', DestinationType.FAILURE, fn(stack, 'Other', { durableConfig }))).not.toThrow();
  });

  test('can be a destination by a qualifier only', () => {
    const stack = agnosticStack();
    const durable = fn(stack, 'Durable', { durableConfig });
    const source = fn(stack);

    expect(errorOf(() => admit(stack, durable.functionArn, DestinationType.SUCCESS, source))).toBe(
      '`onSuccess` must name a version, an alias or `$LATEST` of a durable function, got: AWS::Lambda::Function at Stack/Durable. ' +
      'Lambda refuses to invoke a durable function by its unqualified name or ARN. Use an alias or `currentVersion` of the function. [Stack]',
    );
    for (const named of [durable.currentVersion, durable.latestVersion, durable.addAlias('live')]) {
      expect(() => admit(stack, named.functionArn, DestinationType.SUCCESS, source)).not.toThrow();
    }
  });
});
