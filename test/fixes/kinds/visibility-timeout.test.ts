import { FixContext } from '../../../lib/fixes/fix-context';
import { visibilityTimeout } from '../../../lib/fixes/kinds/visibility-timeout';
import { arnOf } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

function fixIn(fn: object, source: unknown = arnOf('Queue')) {
  const declared: Record<string, unknown> = {
    Fn: resource('Lambda::Function', fn),
    Queue: resource('SQS::Queue', { VisibilityTimeout: 1 }),
    Mapping: resource('Lambda::EventSourceMapping', { FunctionName: { Ref: 'Fn' }, EventSourceArn: source }),
  };
  const context = new FixContext(resources(declared), key => declared[key.slice('S.'.length)]);
  return visibilityTimeout({ id: 'ConsumerVisibilityTimeout', key: 'S.Mapping', stack: 'S', property: 'EventSourceArn', value: '' }, context);
}

test.each([[{ Timeout: 60 }, 60], [{}, 3]])('a function with %j takes %d seconds', (fn, seconds) => {
  expect(fixIn(fn)).toEqual({
    summary: 'Hide messages for as long as the function may run.',
    changes: [{ kind: 'set', resource: 'S.Queue', path: ['Properties', 'VisibilityTimeout'], value: seconds }],
  });
});

test.each<[string, object, unknown]>([
  ['the timeout is known at deploy time only', { Timeout: { Ref: 'Parameter' } }, arnOf('Queue')],
  ['the queue is not of the app', {}, 'arn:aws:sqs:eu-west-1:123456789012:q'],
])('is not certain if %s', (_, fn, source) => {
  expect(fixIn(fn, source)).toBeUndefined();
});
