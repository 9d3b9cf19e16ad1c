import { Stack } from 'aws-cdk-lib';
import fc from 'fast-check';
import { mutilated, resourceEntries, sections, template } from './generated-templates';
import { at, ENV, functionIn, synthesized } from './synthesized';
import { resource, resources } from './templates';
import { readTemplates, TopologyError, type Topology } from '../../lib/topology';

function read(...templates: unknown[]): Topology | TopologyError {
  try {
    return readTemplates(templates.map((document, i) => ({ name: 'STU'[i], template: document, environment: 'aws://123456789012/eu-west-1' })));
  } catch (error) {
    expect(error).toBeInstanceOf(TopologyError);
    return error as TopologyError;
  }
}

/** All of it as one text, so that also the order counts. */
function serialized(topology: Topology | TopologyError): string {
  return topology instanceof TopologyError ? topology.message : JSON.stringify(topology, (_, value) => value instanceof Map ? [...value] : value);
}

describe('any template', () => {
  test('is read, and the order of its resources does not matter', () => {
    fc.assert(fc.property(resourceEntries, sections, resourceEntries, sections, (entries, others, entries2, others2) => {
      const topology = read(template(entries, others), template(entries2, others2));
      expect(topology).not.toBeInstanceOf(TopologyError);
      const unique = [...new Map(entries)];
      expect(serialized(read(template(unique.reverse(), others), template(entries2, others2)))).toBe(serialized(topology));
    }), { numRuns: 400 });
  });

  test('has the same topology in any order of stacks', () => {
    fc.assert(fc.property(resourceEntries, sections, resourceEntries, sections, (entries, others, entries2, others2) => {
      const [a, b] = [{ name: 'S', template: template(entries, others) }, { name: 'T', template: template(entries2, others2) }];
      expect(serialized(readTemplates([a, b]))).toBe(serialized(readTemplates([b, a])));
    }), { numRuns: 100 });
  });

  test('is read or refused with a clear error, even if mutilated', () => {
    fc.assert(fc.property(mutilated, mutilated, (a, b) => {
      const topology = read(a, b);
      if (topology instanceof TopologyError) {
        expect(topology.message).toMatch(/^(The|`.*`) .*stack `[ST]`.* must be .+, got: .+\. Synthesize the app again\.$/s);
      }
    }), { numRuns: 500 });
  });
});

test('distinguishes functions of the same logical id in two stacks', () => {
  const { functions } = readTemplates(['A', 'B'].map(name => ({ name, template: { Resources: { Fn: resource('Lambda::Function') } } })));
  expect([...functions.values()].map(({ target }) => target.key)).toEqual(['A.Fn:$LATEST', 'B.Fn:$LATEST']);
});

test('separates invocations of functions from other and unknown deliveries', () => {
  const { invocations, deliveries } = resources({
    Fn: resource('Lambda::Function'),
    Rule: resource('Events::Rule', { Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }, { Arn: 'arn:aws:sqs:eu-west-1:123456789012:q' }, { Arn: { 'Fn::Base64': '' } }] }),
  });
  expect(invocations.map(({ property }) => property)).toEqual(['Targets[0].Arn']);
  expect(deliveries.map(({ property, to }) => [property, to.kind])).toEqual([['Targets[1].Arn', 'queue'], ['Targets[2].Arn', 'unknown']]);
});

test('returns plain data', () => {
  const topology = synthesized(app => {
    functionIn(new Stack(app, 'S', { env: ENV }), 'Fn');
  });
  expect(structuredClone(topology)).toEqual(topology);
  expect(at(topology.functions.values(), 'S/Fn/Resource').logicalId).toMatch(/^Fn/);
});
