import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { environment, replay } from './replays';
import { AsyncFunction } from '../../../lib';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, CODE, errorOf, fn } from '../fixture';

function names(stack: Stack, from: ReplaySource[]): string[] {
  replay(stack, { from, targets: [fn(stack)] });
  return environment(stack, 'Planner').REPLAY_SOURCES.map(({ name }: { name: string }) => name);
}

test('a source is named after its path in its stack', () => {
  const stack = agnosticStack();

  expect(names(stack, [ReplaySource.queue(new AsyncFunction(stack, 'Orders', CODE).failureQueue!), ReplaySource.queue(new sqs.Queue(stack, 'Failed events'))]))
    .toEqual(['Orders-Alias-FailureQueue', 'Failed-events']);
});

test('a long path keeps its end', () => {
  const stack = agnosticStack();

  expect(names(stack, [ReplaySource.queue(new sqs.Queue(stack, `${'q'.repeat(80)}-failed`))])).toEqual([`${'q'.repeat(50)}-failed`]);
});

test('you may name a source', () => {
  const stack = agnosticStack();

  expect(names(stack, [ReplaySource.queue(new sqs.Queue(stack, 'Failed'), { name: 'orders' })])).toEqual(['orders']);
});

test('sources with the same path in different stacks are told apart by a number', () => {
  const app = new App();
  const [one, other] = ['One', 'Other'].map(id => new Stack(app, id));

  expect(names(one, [one, other].map(stack => ReplaySource.queue(sqs.Queue.fromQueueArn(stack, 'Failed', `arn:aws:sqs:eu-west-1:111111111111:${stack.node.id}`)))))
    .toEqual(['Failed', 'Failed-2']);
});

test('one bus may have several archives', () => {
  const stack = agnosticStack();
  const bus = new events.EventBus(stack, 'Bus');

  expect(names(stack, ['a', 'b'].map(name => ReplaySource.archive(`arn:aws:events:eu-west-1:111111111111:archive/${name}`, bus)))).toEqual(['Bus', 'Bus-2']);
});

test('a source that is given twice is refused', () => {
  const stack = agnosticStack();
  const queue = new sqs.Queue(stack, 'Failed');

  expect(errorOf(() => names(stack, [ReplaySource.queue(queue), ReplaySource.queue(queue, { name: 'again' })]))).toBe(
    '`from` must name each source once, got: Stack/Failed twice. ' +
    'A plan that reads a queue twice at the same time finds each message in only one of the two. Remove one of the two. [Stack/Replay]',
  );
});

test('a name that is given twice is refused', () => {
  const stack = agnosticStack();

  expect(errorOf(() => names(stack, ['A', 'B'].map(id => ReplaySource.queue(new sqs.Queue(stack, id), { name: 'failed' })))))
    .toContain('got: two sources with the name failed.');
});

test('a name that is no name is refused', () => {
  const stack = agnosticStack();

  expect(errorOf(() => names(stack, [ReplaySource.queue(new sqs.Queue(stack, 'Failed'), { name: 'failed events' })])))
    .toBe('`name` must be 1 to 60 characters: letters, digits, hyphens and underscores, got: "failed events" [Stack/Replay]');
});
