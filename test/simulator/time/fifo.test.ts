import * as fc from 'fast-check';
import { Fifo } from '../../../lib/simulator/time/fifo';

test('an empty list has neither a first nor a last item', () => {
  const list = new Fifo<number>();
  expect([list.isEmpty, list.head, list.last]).toEqual([true, undefined, undefined]);
});

test('returns items in the order in which they came', () => {
  fc.assert(fc.property(fc.array(fc.record({ added: fc.nat(3000), taken: fc.nat(3000), isCleared: fc.boolean() }), { maxLength: 6 }), rounds => {
    const list = new Fifo<number>();
    let model: number[] = [];
    let next = 0;
    for (const { added, taken, isCleared } of rounds) {
      for (let count = 0; count < added; count += 1) {
        list.add(next);
        model.push(next);
        next += 1;
      }
      const expected = model.splice(0, taken);
      expect(expected.map(() => list.take())).toEqual(expected);
      if (isCleared) {
        list.clear();
        model = [];
      }
      expect([list.isEmpty, list.head, list.last]).toEqual([model.length === 0, model[0], model.at(-1)]);
    }
  }));
});
