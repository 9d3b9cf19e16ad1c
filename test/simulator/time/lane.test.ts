import { Lane } from '../../../lib/simulator/time/lane';

test('what came together is one stretch', () => {
  const lane = new Lane<string>(60);
  lane.add('a', 60, 0);
  lane.add('b', 60, 1);
  expect(lane.take()).toBe('a');
  expect([lane.isAtNewStretch, lane.dueAt, lane.first]).toEqual([false, 60, 'b']);
});

test.each([
  ['at another time', 70, 1],
  ['after an item of another lane', 60, 2],
])('what came %s begins a stretch', (_, dueAt, order) => {
  const lane = new Lane<string>(60);
  lane.add('a', 60, 0);
  lane.add('b', dueAt, order);
  lane.take();
  expect([lane.isAtNewStretch, lane.dueAt]).toEqual([true, dueAt]);
});

test('the earlier one is first, and of those at the same time the one that came first', () => {
  const [one, other] = [new Lane<string>(60), new Lane<string>(0)];
  one.add('a', 60, 0);
  other.add('b', 60, 1);
  expect([one.isBefore(other), other.isBefore(one)]).toEqual([true, false]);
  one.take();
  one.add('c', 90, 2);
  expect([one.isBefore(other), other.isBefore(one)]).toEqual([false, true]);
});

test('a cleared lane is empty', () => {
  const lane = new Lane<string>(60);
  lane.add('a', 60, 0);
  lane.clear();
  expect([lane.isEmpty, lane.first]).toEqual([true, undefined]);
});
