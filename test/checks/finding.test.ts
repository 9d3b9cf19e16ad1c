import fc from 'fast-check';
import { CHECKS, findings, RULEBOOK, type Check } from '../../lib/checks';
import type { CheckContext } from '../../lib/checks/check-context';
import type { Rule } from '../../lib/constraints/rule';
import { readTemplates, type Topology } from '../../lib/topology';
import { resourceEntries, sections, template } from '../topology/generated-templates';
import { resource, resources } from '../topology/templates';

const RULE: Rule = {
  id: 'NoQueue',
  rule: 'be no queue',
  consequence: 'It fails.',
  remedy: 'Remove it.',
  source: 'AWS, a page',
  evidence: { grade: 'documented', says: 'It fails.' },
};

const check = (rule?: Rule): Check => ({
  rule: RULE,
  severity: 'error',
  find: ({ topology }) => [...topology.queues.values()].map(origin => ({ origin, property: 'QueueName', value: 'orders', rule })),
});

test('a finding has the rule, the place, the consequence and the remedy', () => {
  const topology = resources({ Queue: resource('SQS::Queue', {}, { Metadata: { 'aws:cdk:path': 'S/Queue/Resource' } }) });

  expect(findings(topology, [check()])).toEqual([{
    id: 'NoQueue',
    severity: 'error',
    stack: 'S',
    logicalId: 'Queue',
    path: 'S/Queue/Resource',
    property: 'QueueName',
    value: 'orders',
    message: '`QueueName` must be no queue, got: orders. It fails. Remove it.',
    source: 'AWS, a page',
  }]);
});

test('a place may break another rule of the same id', () => {
  const topology = resources({ Queue: resource('SQS::Queue') });

  expect(findings(topology, [check({ ...RULE, rule: 'be short', source: 'AWS, another page' })])).toMatchObject([
    { id: 'NoQueue', message: '`QueueName` must be short, got: orders. It fails. Remove it.', source: 'AWS, another page' },
  ]);
});

test('a place may ask for another remedy of the rule', () => {
  const topology = resources({ Queue: resource('SQS::Queue') });
  const remedy = { when: 'it is empty', remedy: 'Fill it.' };
  const asking: Check = { ...check(), find: context => [...check().find(context)].map(place => ({ ...place, remedy })) };

  expect(findings(topology, [asking])).toMatchObject([{ message: '`QueueName` must be no queue, got: orders. It fails. Fill it.' }]);
});

test('the checks of one run share a context, and each run has its own', () => {
  const topology = resources({});
  const contexts: CheckContext[] = [];
  const asking: Check = { ...check(), find: context => (contexts.push(context), []) };
  findings(topology, [asking, asking]);
  findings(topology, [asking]);

  expect(contexts[0]).toBe(contexts[1]);
  expect(contexts[2]).not.toBe(contexts[0]);
});

test('nothing is found in nothing', () => {
  expect(findings(resources({}), CHECKS)).toEqual([]);
});

/** Every remedy that the page of a rule lists. */
function remediesOf(id: string): string[] {
  return RULEBOOK.find(entry => entry.id === id)!.rules.flatMap(rule => [rule, ...rule.remedies ?? []].map(({ remedy }) => remedy));
}

describe('of generated apps', () => {
  const topologyOf = (entries: ReadonlyArray<readonly [string, unknown]>, others: object): Topology =>
    readTemplates([{ name: 'S', template: template(entries, others), environment: 'aws://123456789012/eu-west-1' }]);

  test('the checks never fail, and tell the same in any order of resources', () => {
    fc.assert(fc.property(resourceEntries, sections, (entries, others) => {
      const unique = [...new Map(entries)];
      const found = findings(topologyOf(unique, others), CHECKS);

      expect(findings(topologyOf([...unique].reverse(), others), CHECKS)).toEqual(found);
    }), { numRuns: 300 });
  });

  test('every finding has all texts', () => {
    fc.assert(fc.property(resourceEntries, sections, (entries, others) => {
      for (const { id, message, property, value, source, logicalId } of findings(topologyOf(entries, others), CHECKS)) {
        for (const text of [id, message, property, value, source, logicalId]) {
          expect(text).toMatch(/./);
        }
        expect(message).not.toMatch(/undefined|\[object/);
        expect(remediesOf(id).filter(remedy => message.endsWith(remedy))).not.toEqual([]);
      }
    }), { numRuns: 300 });
  });
});
