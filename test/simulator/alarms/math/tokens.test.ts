import { tokens } from '../../../../lib/simulator/alarms/math/tokens';

test('tells numbers, texts, ids, functions and operators apart', () => {
  expect(tokens(' IF(m_1>=1.5 && e2 OR .5, METRICS("a b")) ').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'function IF', 'operator (', 'id m_1', 'operator >=', 'number 1.5', 'operator AND', 'id e2', 'operator OR', 'number .5', 'operator ,',
    'function METRICS', 'operator (', 'string a b', 'operator )', 'operator )',
  ]);
});

test.each([['m1 $ m2', '"$ m2"'], ['"open', '"\\"open"'], ['m1 = 2', '"= 2"'], ['!m1', '"!m1"']])('refuses %j', (text, part) => {
  expect(() => tokens(text)).toThrow(new RangeError(`\`Expression\` must be a metric math expression, got: ${part} in ${JSON.stringify(text)}. Write e.g. 100 * errors / invocations.`));
});

test('reads nothing as no tokens', () => {
  expect(tokens('  ')).toEqual([]);
});
