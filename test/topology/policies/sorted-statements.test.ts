import type { Statement } from '../../../lib/topology';
import { includes, sorted } from '../../../lib/topology/policies/sorted-statements';
import { literal, unknown, type Reference, type Setting } from '../../../lib/topology/values/value';

const QUEUE: Reference = { kind: 'reference', resource: 'S.Queue', attribute: 'Arn' };

function statement(effect: Setting<string>, ...resources: Statement['resources'] & object): Statement {
  return { origin: 'S.Policy', property: 'Statement[0]', effect, resources, conditional: false };
}

test('sorts allowing statements by resource, and keeps the others apart', () => {
  const [allow, both, deny, open] = [
    statement(literal('Allow'), QUEUE), statement(literal('Allow'), literal('*'), QUEUE), statement(literal('Deny'), QUEUE), statement(unknown('why'), QUEUE),
  ];
  const { allowing, allAllowing, others } = sorted([deny, allow, open, both]);

  expect([...allowing]).toEqual([['${S.Queue.Arn}', [allow, both]], ['*', [both]]]);
  expect(allAllowing).toEqual([allow, both]);
  expect(others).toEqual([deny, open]);
});

test('finds a text by its spelling, but not an unknown one', () => {
  const texts = [literal('a'), QUEUE, unknown('why')];

  expect([literal('a'), { ...QUEUE }, literal('b'), unknown('why')].map(text => includes(texts, text))).toEqual([true, true, false, false]);
});
