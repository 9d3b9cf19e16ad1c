import * as fc from 'fast-check';
import type { AlarmState } from '../../../lib/simulator/alarms/alarm-evaluation';
import { compositeRule } from '../../../lib/simulator/alarms/composite-rule';

const STATES: Record<string, AlarmState> = { Failing: 'ALARM', Fine: 'OK', New: 'INSUFFICIENT_DATA' };

const holds = (text: string) => compositeRule(text).holds(alarm => STATES[alarm]);

test.each([
  ['TRUE', true],
  ['FALSE', false],
  ['ALARM(Failing)', true],
  ['ALARM("Failing")', true],
  [' ALARM ( "Failing" ) ', true],
  ['ALARM(Fine)', false],
  ['OK(Fine)', true],
  ['INSUFFICIENT_DATA(New)', true],
  ['INSUFFICIENT_DATA(Fine)', false],
  ['NOT ALARM(Fine)', true],
  ['NOT NOT ALARM(Fine)', false],
  ['ALARM(Failing) AND NOT ALARM(Fine)', true],
  ['ALARM(Failing) AND ALARM(Fine)', false],
  ['ALARM(Fine) OR ALARM(Failing)', true],
  ['(ALARM(Fine) OR ALARM(Failing)) AND OK(Fine)', true],
  ['TRUE OR TRUE AND FALSE', true],
  ['(TRUE OR TRUE) AND FALSE', false],
  ['NOT FALSE AND FALSE', false],
  ['NOT (FALSE AND FALSE)', true],
  ['AT_LEAST(1, ALARM, (Failing, Fine, New))', true],
  ['AT_LEAST(2, ALARM, (Failing, Fine, New))', false],
  ['AT_LEAST(2, NOT ALARM, ("Failing", Fine, New))', true],
  ['AT_LEAST(50%, OK, (Failing, Fine))', true],
  ['AT_LEAST(51%, OK, (Failing, Fine))', false],
  ['AT_LEAST(1, INSUFFICIENT_DATA, (New)) AND NOT ALARM(Fine)', true],
])('%s is %s', (text, expected) => {
  expect(holds(text)).toBe(expected);
});

test.each([
  ['ALARM("arn:aws:cloudwatch:eu-central-1:111111111111:alarm:Too many, (really)") OR OK(b) OR ALARM(b)', ['arn:aws:cloudwatch:eu-central-1:111111111111:alarm:Too many, (really)', 'b']],
  [String.raw`ALARM("say \"hi\" \\ now")`, [String.raw`say "hi" \ now`]],
  ['AT_LEAST(1, OK, (a, b, "c d"))', ['a', 'b', 'c d']],
  ['TRUE', []],
])('%s refers to %j', (text, alarms) => {
  expect(compositeRule(text).alarms).toEqual(alarms);
});

test.each([
  ['', 'have a condition, e.g. ALARM(name) at its end, got: ""'],
  ['ALARM', 'have `(` at its end, got: "ALARM"'],
  ['ALARM(', 'have the name or ARN of an alarm at its end, got: "ALARM("'],
  ['ALARM()', 'have the name or ARN of an alarm there, got: ")" in "ALARM()"'],
  ['ALARM(a b)', 'have `)` there, got: "b" in "ALARM(a b)"'],
  ['ALARM("a)', 'have a second quotation mark for each first one, got: "\\"a)" in "ALARM(\\"a)"'],
  ['ALARM(a) ALARM(b)', 'be one condition, with AND or OR between its parts, got: "ALARM" in "ALARM(a) ALARM(b)"'],
  ['alarm(a)', 'have ALARM(…), OK(…), INSUFFICIENT_DATA(…), AT_LEAST(…), TRUE, FALSE or parentheses as a condition, got: "alarm" in "alarm(a)"'],
  ['ALARM(a) AND', 'have a condition, e.g. ALARM(name) at its end, got: "ALARM(a) AND"'],
  ['(ALARM(a)', 'have `)` at its end, got: "(ALARM(a)"'],
  ['AT_LEAST(0, OK, (a))', 'have a number or percentage of alarms in AT_LEAST, got: "0" in "AT_LEAST(0, OK, (a))"'],
  ['AT_LEAST(1, BAD, (a))', 'have OK, ALARM, INSUFFICIENT_DATA as a state in AT_LEAST, got: "BAD" in "AT_LEAST(1, BAD, (a))"'],
  ['AT_LEAST(1, OK, a)', 'have `(` there, got: "a" in "AT_LEAST(1, OK, a)"'],
])('refuses %j', (text, problem) => {
  expect(() => compositeRule(text)).toThrow(new RangeError(`\`AlarmRule\` must ${problem}. Write e.g. ALARM("Backlog") OR NOT OK("Failed").`));
});

test('any combination of conditions has the value that JavaScript gives it', () => {
  const { rule } = fc.letrec<{ rule: [string, string] }>(tie => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<[string, string]>(['ALARM(Failing)', 'true'], ['OK(Failing)', 'false'], ['TRUE', 'true'], ['FALSE', 'false']),
      tie('rule').map(([text, value]): [string, string] => [`NOT ${text}`, `!${value}`]),
      tie('rule').map(([text, value]): [string, string] => [`(${text})`, `(${value})`]),
      fc.tuple(tie('rule'), fc.constantFrom(['AND', '&&'], ['OR', '||']), tie('rule')).map(([one, [word, operator], other]): [string, string] => [`(${one[0]} ${word} ${other[0]})`, `(${one[1]} ${operator} ${other[1]})`]),
      fc.tuple(tie('rule'), tie('rule'), tie('rule')).map(([one, other, third]): [string, string] => [`(${one[0]} OR ${other[0]} AND ${third[0]})`, `(${one[1]} || ${other[1]} && ${third[1]})`]),
    ),
  }));
  fc.assert(fc.property(rule, ([text, value]) => {
    expect(holds(text)).toBe(new Function(`return ${value};`)());
  }));
});
