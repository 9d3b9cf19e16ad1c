import { NestedStack, Stack, Stage, type App } from 'aws-cdk-lib';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import type { Arrangement, Template } from './arrangements/arrangement';
import { inRole, managed } from './arrangements/policies';
import { asWritten, byJoin, bySub, byVariable } from './arrangements/references';
import { byExport, byStackOutput, laterPolicies } from './arrangements/stacks';
import { CHECKS, findings } from '../../lib/checks';
import { readTemplates, type Topology } from '../../lib/topology';
import { exampleOf } from '../../pages/rules/example';
import { newApp } from '../aws/validated';
import { ENV, synthesized } from '../topology/synthesized';

/** Every rule, by the id that people see. */
const IDS = [...new Set(CHECKS.map(({ rule }) => rule.id))].sort();

const ARRANGEMENTS: Readonly<Record<string, Arrangement>> = {
  'as aws-cdk-lib writes it': asWritten,
  'with names by Fn::Sub': bySub,
  'with names by variables of Fn::Sub': byVariable,
  'with names by Fn::Join': byJoin,
  'with policies in roles': inRole,
  'with managed policies': managed,
  'with policies in a later stack': laterPolicies,
  'with stores in another stack, by export': byExport,
  'with stores in another stack, by Fn::GetStackOutput': byStackOutput,
};

const SCOPES: Readonly<Record<string, (app: App) => Stack>> = {
  'in a stage': app => new Stack(new Stage(app, 'Prod', { env: ENV }), 'S'),
  'in a nested stack': app => new NestedStack(new Stack(app, 'S', { env: ENV }), 'Inner'),
};

type Half = 'found' | 'innocent';

/** The examples as one template; undefined if one needs several stacks. */
const TEMPLATES = new Map(IDS.map(id => [id, { found: templateOf(id, 'found'), innocent: templateOf(id, 'innocent') }]));

function templateOf(id: string, half: Half): Template | undefined {
  const app = newApp();
  const stack = new Stack(app, 'S', { env: ENV });
  exampleOf(id)[half](stack);
  return app.node.children.length > 1 ? undefined : Assertions.fromStack(stack).toJSON() as Template;
}

function isFound(topology: Topology, id: string): boolean {
  return findings(topology, CHECKS).some(finding => finding.id === id);
}

/** What stays silent, and why. */
const SILENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ConfigBeforePermission: {
    'with policies in roles': 'the policy comes with the role, so nothing is missing when the config is put',
    'with policies in a later stack': 'the order of stacks is unknown, so the check assumes that policies of other stacks exist',
  },
};

test('each arrangement changes some of the apps', () => {
  const templates = [...TEMPLATES.values()].flatMap(({ found }) => found ?? []);
  for (const arrangement of Object.values(ARRANGEMENTS).slice(1)) {
    expect(templates.filter(template => JSON.stringify(arrangement(template)) !== JSON.stringify(asWritten(template))).length).toBeGreaterThan(5);
  }
});

describe.each(Object.entries(ARRANGEMENTS))('%s,', (name, arrangement) => {
  test.each(IDS)('%s finds its defect, and nothing in its neighbour', id => {
    const [found, innocent] = (['found', 'innocent'] as const).map(half => {
      const template = TEMPLATES.get(id)![half];
      return template && isFound(readTemplates(arrangement(template)), id);
    });
    const isSilent = SILENT[id]?.[name] !== undefined;
    expect([found, innocent]).toEqual([found === undefined ? undefined : !isSilent, innocent === undefined ? undefined : false]);
  });
});

describe.each(Object.entries(SCOPES))('%s,', (name, scope) => {
  test.each(IDS)('%s finds its defect, and nothing in its neighbour', id => {
    const [found, innocent] = (['found', 'innocent'] as const).map(half => isFound(synthesized(app => exampleOf(id)[half](scope(app))), id));
    expect([found, innocent]).toEqual([SILENT[id]?.[name] === undefined, false]);
  });
});
