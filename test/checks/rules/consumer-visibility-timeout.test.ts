import { CfnParameter, Duration, Stack, aws_lambda as lambda, aws_lambda_event_sources as sources, aws_sqs as sqs } from 'aws-cdk-lib';
import { findings } from '../../../lib/checks';
import { consumerVisibilityTimeout } from '../../../lib/checks/rules/consumer-visibility-timeout';
import * as example from '../../../pages/rules/examples/consumer-visibility-timeout';
import { ENV, functionIn } from '../../topology/synthesized';
import { resource, resources } from '../../topology/templates';
import { checked, checkedApp, liveAlias, of } from '../checked-apps';
import { arnOf, AT_DEPLOY, MAYBE } from '../small-templates';

const ID = 'ConsumerVisibilityTimeout';

test('ConsumerVisibilityTimeout is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'ConsumerVisibilityTimeout',
      severity: 'error',
      path: 'S/Fn/SqsEventSource:SQueue229CFA3F/Resource',
      property: 'EventSourceArn',
      value: 'S/Queue, which hides messages for 30 seconds from S/Fn, whose timeout is 60 seconds',
      message: '`EventSourceArn` must be a queue whose visibility timeout is at least the function\'s timeout, got: S/Queue, which hides messages for 30 seconds from S/Fn, whose timeout is 60 seconds. Lambda refuses the event source mapping: "Queue visibility timeout: 30 seconds is less than Function timeout: 120 seconds". Raise `visibilityTimeout` of the queue, best to six times the function\'s timeout, or lower the timeout.',
    },
  ]);
});

describe('the visibility timeout', () => {
  test.each([
    [59, 60, 1],
    [60, 60, 0],
    [61, 60, 0],
    [0, 3, 1],
    [2, undefined, 1],
    [3, undefined, 0],
    [undefined, 30, 0],
    [undefined, 31, 1],
  ])('of %p seconds for a timeout of %p has %p findings', (VisibilityTimeout, Timeout, count) => {
    expect(found({ Queue: resource('SQS::Queue', { VisibilityTimeout }), Fn: resource('Lambda::Function', { Timeout }) })).toHaveLength(count);
  });
});

describe('also found is', () => {
  test('an alias of a version of the app', () => {
    const values = of(ID, checked(stack => {
      liveAlias(functionIn(stack, 'Fn', { timeout: Duration.minutes(1) })).addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    })).map(({ value }) => value);

    expect(values).toEqual(['S/Queue, which hides messages for 30 seconds from S/Fn:live, whose timeout is 60 seconds']);
  });

  test('a version of the app', () => {
    expect(found({ Version: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }) }, { FunctionName: { Ref: 'Version' } })).toHaveLength(1);
  });

  test('a queue of another stack', () => {
    const values = of(ID, checkedApp(app => {
      const queue = new sqs.Queue(new Stack(app, 'Stores', { env: ENV }), 'Queue');
      functionIn(new Stack(app, 'S', { env: ENV }), 'Fn', { timeout: Duration.minutes(1) }).addEventSource(new sources.SqsEventSource(queue));
    })).map(({ value }) => value);

    expect(values).toEqual(['Stores/Queue, which hides messages for 30 seconds from S/Fn, whose timeout is 60 seconds']);
  });

  test('a queue by its ARN', () => {
    expect(found({ Queue: resource('SQS::Queue', { QueueName: 'work' }) }, { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:work' })).toHaveLength(1);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a longer visibility timeout', example.innocent],
    ['a queue outside the app', stack => {
      const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:orders');
      functionIn(stack, 'Fn', { timeout: Duration.minutes(1) }).addEventSource(new sources.SqsEventSource(queue));
    }],
    ['a timeout that a parameter sets', stack => {
      const fn = functionIn(stack, 'Fn');
      (fn.node.defaultChild as lambda.CfnFunction).timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;
      fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    }],
    ['a mapping that is disabled', stack => {
      const fn = functionIn(stack, 'Fn', { timeout: Duration.minutes(1) });
      fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue'), { enabled: false }));
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  const alias = (FunctionVersion: unknown) => resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, Name: 'live', FunctionVersion });

  test.each<[string, Record<string, unknown>, object]>([
    ['a function that is not of the app', {}, { FunctionName: 'orders' }],
    ['an alias of a version that was published before', { Live: alias('7') }, { FunctionName: { Ref: 'Live' } }],
    ['an alias of an unknown version', { Live: alias(AT_DEPLOY) }, { FunctionName: { Ref: 'Live' } }],
    ['a version that was published before', {}, { FunctionName: { 'Fn::Sub': '${Fn}:7' } }],
    ['a visibility timeout that is unknown', { Queue: resource('SQS::Queue', { VisibilityTimeout: AT_DEPLOY }) }, {}],
    ['a queue that may not exist', { Queue: resource('SQS::Queue', {}, { Condition: 'Maybe' }) }, {}],
    ['another kind of source', { Table: resource('DynamoDB::Table') }, { EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] } }],
  ])('%s', (_, declared, mapping) => {
    expect(found(declared, mapping)).toEqual([]);
  });
});

function found(declared: Record<string, unknown>, mapping: object = {}) {
  return findings(resources({
    Queue: resource('SQS::Queue'),
    Fn: resource('Lambda::Function', { Timeout: 60 }),
    ...declared,
    Mapping: resource('Lambda::EventSourceMapping', { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'Fn' }, ...mapping }),
  }, MAYBE), [consumerVisibilityTimeout]);
}
