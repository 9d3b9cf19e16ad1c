import { openEventBridge } from '../../../lib/invocation-record/envelopes/event-bridge';

test.each(['lambda', 'aws.lambda', 'forwarded'])('opens an event of the source %s', source => {
  expect(openEventBridge({ 'detail-type': 'any', source, 'detail': { a: 1 } })).toEqual({ via: 'eventbridge', content: { value: { a: 1 } }, attributes: new Map() });
});

test.each([{}, { source: 'lambda', detail: {} }, { 'detail-type': 'any', 'detail': {} }])('%j is not an event', value => {
  expect(openEventBridge(value)).toBeUndefined();
});
