import { Variables } from '../../../lib/fixes/snippets/variables';

test.each([
  ['Fn/Resource', 'fn'], ['Fn/EventInvokeConfig/Resource', 'fnEventInvokeConfig'], ['my-queue', 'myQueue'], ['Default', 'resourceDefault'], ['1st', 'resource1st'], ['New', 'resourceNew'],
])('%s is called %s', (path, name) => {
  expect(new Variables().of('key', path)).toBe(name);
});

test('a resource keeps its variable, and another one gets another', () => {
  const variables = new Variables();

  expect([variables.of('a', 'Fn'), variables.of('b', 'fn'), variables.of('a', 'Other')]).toEqual(['fn', 'fn2', 'fn']);
  expect([variables.has('a'), variables.has('c')]).toEqual([true, false]);
});
