import { Unplayed } from '../../../lib/simulator/deployment/unplayed';

test('is told apart from errors of the simulator', () => {
  expect(new Unplayed('the metric `x`')).toBeInstanceOf(Error);
  expect(new Error('the metric `x`')).not.toBeInstanceOf(Unplayed);
});
