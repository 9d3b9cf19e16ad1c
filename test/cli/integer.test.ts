import { integer } from '../../lib/cli/integer';
import { UsageError } from '../../lib/cli/usage-error';

const read = (text?: string) => integer('--times', text, 1, 1000);

test.each([[undefined, undefined], ['1', 1], ['007', 7], ['1000', 1000]])('%p is %p', (text, value) => {
  expect(read(text)).toBe(value);
});

test.each(['0', '1001', '-1', '1.5', '1e2', '0x10', ' 1', '', 'many'])('refuses %p', text => {
  expect(() => read(text)).toThrow(new UsageError(`\`--times\` must be an integer from 1 to 1000, got: ${text}`));
});
