import { stack } from './fixture';
import { ConfigOnDelete } from '../../lib/provider/config-on-delete';
import { chosenOnDelete } from '../../lib/provider/on-delete';

test.each(Object.values(ConfigOnDelete))('accepts %s', choice => {
  expect(chosenOnDelete(stack(), choice)).toBe(choice);
});

test('restores by default', () => {
  expect(chosenOnDelete(stack())).toBe('RESTORE');
});

test('refuses another text', () => {
  expect(() => chosenOnDelete(stack(), 'restore' as ConfigOnDelete))
    .toThrow(new Error('`onDelete` must be one of RESTORE, DELETE, RETAIN, got: "restore" [Stack]'));
});
