import { aws_lambda_event_sources as sources, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

test('reads the queue of a function', () => {
  const { eventSources } = stackOf(stack => {
    functionIn(stack, 'Fn').addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue'), { enabled: false }));
  });
  expect(eventSources).toMatchObject([{
    source: { kind: 'queue', resource: expect.stringMatching(/^S\.Queue/) },
    function: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) },
    enabled: literal(false),
    onFailure: undefined,
  }]);
});

test('marks filter criteria', () => {
  const { eventSources } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'All')));
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Some'), { filters: [{ pattern: '{}' }] }));
  });
  expect(eventSources.map(({ filtered }) => filtered)).toEqual([false, true]);
});
