import * as fc from 'fast-check';
import { Agenda } from '../../../lib/simulator/time/agenda';

interface Item {
  readonly name: number;
}

const item = (name: number): Item => ({ name });

test('an empty agenda is never due', () => {
  expect(new Agenda().nextAt).toBe(Infinity);
});

test('returns items in the order in which they are due', () => {
  const waits = fc.array(fc.oneof(fc.constantFrom(0, 60, 120), fc.nat(500)), { maxLength: 60 });
  fc.assert(fc.property(fc.array(fc.record({ waits, take: fc.nat(60) }), { maxLength: 8 }), rounds => {
    const agenda = new Agenda<Item>();
    const model: Array<{ name: number; at: number }> = [];
    let now = 0;
    let names = 0;
    for (const { waits: added, take } of rounds) {
      for (const wait of added) {
        agenda.add(item(names), now, wait);
        model.push({ name: names, at: now + wait });
        names += 1;
      }
      for (let count = 0; count < take && model.length > 0; count += 1) {
        model.sort((one, other) => one.at - other.at || one.name - other.name);
        const expected = model.shift()!;
        expect(agenda.nextAt).toBe(expected.at);
        expect(agenda.next().name).toBe(expected.name);
        now = expected.at;
      }
    }
    expect(agenda.nextAt).toBe(model.length === 0 ? Infinity : Math.min(...model.map(({ at }) => at)));
  }));
});

test('a long lane frees its memory, and keeps its order', () => {
  const agenda = new Agenda<Item>();
  for (let name = 0; name < 5000; name += 1) {
    agenda.add(item(name), name, 60);
  }
  const left = Array.from({ length: 4000 }, () => agenda.next().name);
  for (let name = 5000; name < 6000; name += 1) {
    agenda.add(item(name), name, 60);
  }
  left.push(...Array.from({ length: 2000 }, () => agenda.next().name));
  expect(left).toEqual(Array.from({ length: 6000 }, (_, name) => name));
});

test('a cleared agenda is never due', () => {
  const agenda = new Agenda<Item>();
  agenda.add(item(1), 0, 5);
  agenda.clear();
  expect(agenda.nextAt).toBe(Infinity);
  agenda.add(item(2), 0, 5);
  expect(agenda.next().name).toBe(2);
});
