import type { Constraint } from '../../../lib/constraints/constraint';
import type { Recording } from '../../../lib/constraints/evidence';
import { factRow, limitRow, ruleRow } from '../../../pages/evidence/rows';

const RECORDING: Recording = { operation: 'Invoke', sent: 'an event', answer: '202', date: '2025-11-25', repository: 'some/captures', file: 'a/b.json' };
const PLACE = '2025-11-25, [some/captures](https://github.com/some/captures)';

test('a recorded fact names the day and the place of its recordings, each once', () => {
  const evidence = { grade: 'recorded', recordings: [RECORDING, { ...RECORDING, sent: 'another event' }], caveat: 'Only once.' } as const;
  expect(factRow({ fact: 'It is so.', source: 'recorded from the service', evidence })).toEqual({ claim: 'It is so.', grade: 'recorded', source: PLACE, caveat: 'Only once.' });
  expect(factRow({ fact: 'It is so.', source: 'AWS guide', evidence })).toMatchObject({ source: `AWS guide; ${PLACE}` });
});

test('a rule links to its page, and the caveat of a derived one is its premises', () => {
  const rule = { id: 'One', rule: 'be so', consequence: '', remedy: '', source: 'AWS guide' };
  expect(ruleRow('One', { ...rule, evidence: { grade: 'derived', from: ['A holds.', 'B holds.'] } }))
    .toEqual({ claim: '[One](rules/One.md): must be so', grade: 'derived', source: 'AWS guide', caveat: 'A holds. B holds.' });
  expect(ruleRow('One', { ...rule, parameter: 'Name', evidence: { grade: 'documented', says: 'It is so.' } }))
    .toEqual({ claim: '[One](rules/One.md): `Name` must be so', grade: 'documented', source: 'AWS guide' });
});

const limit = { property: 'p', parameter: 'P', source: 'AWS guide' };
test.each<[Constraint, string]>([
  [{ ...limit, kind: 'number', min: 1, max: 10_000, integer: true, unit: 'items', default: 3 }, '1 to 10,000 items, 3 by default'],
  [{ ...limit, kind: 'number', min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }, 'at least 0'],
  [{ ...limit, kind: 'text', min: 12, max: 12, pattern: '\\d{12}', grammar: 'digits' }, 'exactly 12 characters: digits'],
  [{ ...limit, kind: 'size', max: 1024, unit: 'bytes' }, '0 to 1,024 bytes'],
  [{ ...limit, kind: 'count', max: 2, unit: 'entries' }, 'at most 2 entries'],
  [{ ...limit, kind: 'choice', values: ['A', 'B'] }, '`A`, `B`'],
])('the extent of %j', (constraint, extent) => {
  expect(limitRow(constraint)).toEqual({ claim: `\`P\`: ${extent}`, grade: 'documented', source: 'AWS guide', caveat: undefined });
});

test('the source of a limit decides its grade, unless it is a rule with evidence', () => {
  const recorded: Constraint = { ...limit, kind: 'size', max: 1, unit: 'bytes', source: 'recorded from the service, Invoke', note: 'The model differs.' };
  expect(limitRow(recorded)).toMatchObject({ grade: 'recorded', caveat: 'The model differs.' });
  expect(limitRow({ ...recorded, rule: { evidence: { grade: 'derived', from: [] } } })).toMatchObject({ grade: 'derived' });
});
