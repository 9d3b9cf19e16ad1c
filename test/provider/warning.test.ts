import type { Rule } from '../../lib/constraints/rule';
import { warn } from '../../lib/provider/warning';
import { agnosticStack, fn, messages } from '../aws/fixture';

test('adds a warning to the resource, in the words of the rule', () => {
  const stack = agnosticStack();
  const rule: Rule = { id: 'Any', rule: 'be b', consequence: 'Otherwise c.', remedy: 'Do d.', source: 'a page', evidence: { grade: 'documented', says: 'It fails.' } };
  warn(fn(stack).node.defaultChild!, rule, 'a', 'e');

  warn(fn(stack, 'Other').node.defaultChild!, rule, 'a', 'e', { when: 'f', remedy: 'Do g.' });

  expect(messages(stack)).toEqual([
    ['/Stack/Fn/Resource', '`a` must be b, got: e. Otherwise c. Do d.'],
    ['/Stack/Other/Resource', '`a` must be b, got: e. Otherwise c. Do g.'],
  ]);
});
