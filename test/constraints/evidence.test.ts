import { quoting, type Recording } from '../../lib/constraints/evidence';

const RECORDING: Recording = { operation: 'CreateAlias', sent: 'two versions', answer: 'Too many', date: '2025-11-25', repository: 'owner/name', file: 'a.json' };

test.each([
  ['Too many', 'Lambda refuses it: "Too many".'],
  ['Too many.', 'Lambda refuses it: "Too many."'],
])('quotes the answer %j in a sentence with one full stop', (answer, sentence) => {
  expect(quoting('Lambda refuses it', { ...RECORDING, answer })).toBe(sentence);
});
