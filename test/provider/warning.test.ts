import { warn } from '../../lib/provider/warning';
import { agnosticStack, fn, messages } from '../aws/fixture';

test('a warning stands at its resource, in the words of its rule', () => {
  const stack = agnosticStack();
  warn(fn(stack).node.defaultChild!, { id: 'Any', rule: 'be b', consequence: 'Otherwise c.', remedy: 'Do d.', source: 'a page' }, 'a', 'e');

  expect(messages(stack)).toEqual([['/Stack/Fn/Resource', '`a` must be b, got: e. Otherwise c. Do d.']]);
});
