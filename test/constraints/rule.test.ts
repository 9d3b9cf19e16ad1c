import { rules } from './tables';
import type { Evidence } from '../../lib/constraints/evidence';
import { broken, type Rule } from '../../lib/constraints/rule';

const FIFO: Rule = {
  id: 'FifoQueueDestination',
  rule: 'be a standard queue',
  consequence: 'Lambda refuses FIFO queues.',
  remedy: 'Use a standard queue.',
  source: 'AWS Lambda API reference',
  evidence: { grade: 'documented', says: 'A destination is a standard queue.' },
};

test('the message of a broken rule has the value, the consequence and the remedy', () => {
  expect(broken(FIFO, 'onFailure', 'Stack/Queue')).toBe(
    '`onFailure` must be a standard queue, got: Stack/Queue. Lambda refuses FIFO queues. Use a standard queue.',
  );
});

test('the message may have the remedy of a case', () => {
  expect(broken(FIFO, 'onFailure', 'Stack/Queue', { remedy: 'Rename it.' })).toBe(
    '`onFailure` must be a standard queue, got: Stack/Queue. Lambda refuses FIFO queues. Rename it.',
  );
});

const all = rules().map(({ file, name, value }) => [`${file} ${name}`, value, name] as const);

/** What people look for under one id has several rules. They acknowledge findings by id: an id stays what it is. */
const SHARED: ReadonlyMap<string, string> = new Map(Object.entries({
  AlarmNeverFires: [
    'METRIC_RESOURCE', 'METRIC_FUNCTION_NAME', 'METRIC_OF_STORE', 'METRIC_OF_BUS', 'METRIC_NAME', 'METRIC_NAMESPACE', 'METRIC_UNIT', 'METRIC_OF_OTHER_REGION', 'ALARM_THRESHOLD',
  ],
  AliasRouting: [
    'PROVISIONED_WEIGHTED_ALIAS', 'WEIGHTED_LATEST', 'SAME_VERSION_TWICE', 'ALIAS_NAME', 'ALIAS_VERSION', 'ADDITIONAL_VERSIONS', 'ADDITIONAL_VERSION', 'ADDITIONAL_VERSION_WEIGHT',
  ],
  ProvisionedConcurrency: [
    'PROVISIONED_CONCURRENT_EXECUTIONS', 'PROVISIONED_LATEST', 'PROVISIONED_SNAP_START', 'PROVISIONED_TENANT_ISOLATION', 'PROVISIONED_TWICE', 'PROVISIONED_ABOVE_RESERVED',
  ],
  SettingOutOfRange: ['RETRY_ATTEMPTS', 'MAX_EVENT_AGE'],
  UnknownQualifier: ['CONFIG_QUALIFIER', 'QUALIFIER_MISSING', 'QUALIFIER_CONFLICT'],
  UnsupportedCallerDeadLetterQueue: ['CALLER_DEAD_LETTER_QUEUE_ELSEWHERE'],
  UnsupportedDeadLetterQueue: ['DEAD_LETTER_QUEUE_WITHOUT_ARN'],
  UnsupportedDestination: ['DESTINATION_WITHOUT_ARN'],
}).flatMap(([id, names]) => names.map(name => [name, id] as const)));

describe.each(all)('%s', (_, rule, name) => {
  test('has its name as the id of its finding', () => {
    const words = name.split('_').map(word => word[0] + word.slice(1).toLowerCase());

    expect(rule.id).toBe(SHARED.get(name) ?? words.join(''));
  });

  test('has a rule that follows "must "', () => {
    expect(rule.rule).toMatch(/^(be|belong|differ|equal|have|leave|name|not be|not contain|not lead|not name|support) .*[^.]$/);
  });

  test('has a sentence for the consequence and one for the remedy', () => {
    for (const text of [rule.consequence, rule.remedy, ...(rule.remedies ?? []).map(({ remedy }) => remedy)]) {
      expect(text).toMatch(/^[A-Z`].*\.["`]?$/s);
    }
  });

  test('has a clause for the case of each further remedy', () => {
    for (const { when } of rule.remedies ?? []) {
      expect(when).toMatch(/^[a-z`].*[^.]$/);
    }
  });

  test('has evidence in complete sentences', () => {
    expect(facts(rule.evidence)).not.toEqual([]);
    for (const fact of facts(rule.evidence)) {
      expect(fact).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test('names its source', () => {
    expect(rule.source).toMatch(/^(AWS|aws-cdk-lib,|Alibaba Cloud|recorded) /);
  });
});

/** The sentences of an evidence. */
function facts(evidence: Evidence): readonly string[] {
  switch (evidence.grade) {
    case 'recorded': return [...evidence.recordings.map(({ sent }) => `Recorded with ${sent}.`), ...evidence.caveat === undefined ? [] : [evidence.caveat]];
    case 'documented': return [evidence.says];
    case 'derived': return evidence.from;
  }
}
