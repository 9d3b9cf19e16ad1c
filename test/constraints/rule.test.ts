import { rules } from './tables';
import { broken, type Rule } from '../../lib/constraints/rule';

const FIFO: Rule = {
  id: 'FifoQueueDestination',
  rule: 'be a standard queue',
  consequence: 'Lambda refuses FIFO queues.',
  remedy: 'Use a standard queue.',
  source: 'AWS Lambda API reference',
};

test('a broken rule says what was found, what happens and what to do instead', () => {
  expect(broken(FIFO, 'onFailure', 'Stack/Queue')).toBe(
    '`onFailure` must be a standard queue, got: Stack/Queue. Lambda refuses FIFO queues. Use a standard queue.',
  );
});

describe.each(rules().map(({ file, name, value }) => [`${file} ${name}`, value] as const))('%s', (_, rule) => {
  test('has the id of a finding', () => {
    expect(rule.id).toMatch(/^([A-Z][a-z]+)+$/);
  });

  test('reads after "must "', () => {
    expect(rule.rule).toMatch(/^(be|belong|differ|have|leave|name|not be|not lead) .*[^.]$/);
  });

  test('says in sentences what happens and what to do', () => {
    for (const text of [rule.consequence, rule.remedy]) {
      expect(text).toMatch(/^[A-Z`].*\.["`]?$/s);
    }
  });

  test('names its source', () => {
    expect(rule.source).toMatch(/^(AWS|aws-cdk-lib,|recorded) /);
  });
});

test('only the rules of alias routing share an id, for they are one finding', () => {
  const ids = rules().map(({ value }) => value.id);
  const shared = ids.filter((id, index) => ids.indexOf(id) !== index);

  expect(new Set(shared)).toEqual(new Set(['AliasRouting']));
});
