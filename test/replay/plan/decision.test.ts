import { eventOf, NOW, ORDERS } from './events';
import { decide, targetOf, type Wishes } from '../../../lib/replay/plan/decision';
import type { FailedEvent, Unreadable } from '../../../lib/replay/plan/failed-event';

const EVENT = eventOf();
const ALL: Wishes = { select: {}, now: NOW };
const { functionArn: _, ...WITHOUT_FUNCTION } = EVENT;

test('an event goes to the function and qualifier that failed', () => {
  expect(decide(EVENT, ALL)).toEqual({ event: EVENT, target: ORDERS });
});

test.each<[string, FailedEvent | Unreadable, Partial<Wishes>, object]>([
  ['unreadable', { unreadable: 'it is strange' }, {}, { left: 'unreadable', reason: 'it is strange' }],
  ['a success', { ...EVENT, advice: 'never' }, {}, { left: 'success' }],
  ['not selected', EVENT, { select: { functions: ['mail'] } }, { left: 'notSelected' }],
  ['not selected, and without its event', { ...EVENT, payload: { missing: 'noPayload' } }, { select: { functions: ['mail'] } }, { left: 'notSelected' }],
  ['without its event', { ...EVENT, payload: { missing: 'noPayload' } }, {}, { left: 'noPayload' }],
  ['parsed', { ...EVENT, payload: { missing: 'inexact' } }, {}, { left: 'inexact' }],
  ['a dead letter of a function that is not declared', WITHOUT_FUNCTION, {}, { left: 'unknownFunction' }],
  ['of another service', { ...EVENT, functionArn: 'arn:aws:sqs:eu-west-1:111122223333:queue' }, {}, { left: 'unknownFunction' }],
  ['of a function without permission', EVENT, { allowed: new Set(['arn:aws:lambda:eu-west-1:111122223333:function:mail']) }, { left: 'otherFunction' }],
])('an event is left that is %s', (_name, event, wishes, decision) => {
  expect(decide(event, { ...ALL, ...wishes })).toEqual(decision);
});

test('the permission is about the function with all its qualifiers', () => {
  expect(decide(EVENT, { ...ALL, allowed: new Set(['arn:aws:lambda:eu-west-1:111122223333:function:orders']) })).toMatchObject({ target: ORDERS });
});

test('another target needs no function of the dead letter', () => {
  expect(decide(WITHOUT_FUNCTION, { ...ALL, target: ORDERS })).toMatchObject({ target: ORDERS });
});

test.each([
  [ORDERS, undefined, ORDERS],
  [ORDERS, ':fixed', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:fixed'],
  [ORDERS, ':$LATEST', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:$LATEST'],
  ['arn:aws:lambda:eu-west-1:111122223333:function:orders', ':fixed', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:fixed'],
  [ORDERS, 'arn:aws:lambda:eu-west-1:111122223333:function:mail', 'arn:aws:lambda:eu-west-1:111122223333:function:mail'],
  [undefined, ':fixed', undefined],
  [undefined, undefined, undefined],
])('the target of %s with %s', (functionArn, instead, target) => {
  expect(targetOf(functionArn, instead)).toBe(target);
});
