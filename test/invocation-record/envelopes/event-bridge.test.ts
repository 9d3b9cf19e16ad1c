import { openEventBridge } from '../../../lib/invocation-record/envelopes/event-bridge';

test.each(['lambda', 'aws.lambda', 'forwarded'])('an event of the source %s is opened', source => {
  expect(openEventBridge({ 'detail-type': 'any', source, 'detail': { a: 1 } })).toEqual({ via: 'eventbridge', content: { value: { a: 1 } }, attributes: new Map() });
});

test.each([{}, { source: 'lambda', detail: {} }, { 'detail-type': 'any', 'detail': {} }])('%j is no event', value => {
  expect(openEventBridge(value)).toBeUndefined();
});
