import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { guardUniqueConfigs } from '../../lib/provider/unique-configs';

class Config extends Construct {
  constructor(scope: Construct, id: string, readonly target: string) {
    super(scope, id);
    guardUniqueConfigs(this, {
      mark: Symbol.for('test.unique-configs'),
      configsWithin: root => root.node.findAll().filter((found): found is Config => found instanceof Config)
        .map(construct => ({ construct, identity: construct.target, name: `function ${construct.target}` })),
      refusal: (paths, name) => `${paths.join(' and ')} for ${name}`,
    });
  }
}

/** What aws-cdk-lib prints: it visits a construct before its children, and a stage within a stage alone. */
function refusals(construct: IConstruct): string[] {
  const { node } = construct;
  return [...node.validate().map(message => `[${node.path}] ${message}`), ...node.children.filter(child => !Stage.isStage(child)).flatMap(refusals)];
}

test('refuses two configs for one target, once', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  ['A', 'B', 'C'].forEach(id => new Config(stack, id, id === 'C' ? 'bills' : 'orders'));

  expect(refusals(app)).toEqual(['[Stack/B] Stack/A and Stack/B for function orders']);
  expect(refusals(app)).toEqual(['[Stack/B] Stack/A and Stack/B for function orders']);
});

test('refuses them in a stage, which may be synthesized alone, and across stages', () => {
  const app = new App();
  const [one, other] = ['One', 'Other'].map(id => new Stage(app, id));
  new Config(new Stack(one, 'Stack'), 'A', 'orders');
  new Config(new Stack(other, 'Stack'), 'A', 'orders');

  expect(refusals(one)).toEqual([]);
  expect(refusals(app)).toEqual(['[] One/Stack/A and Other/Stack/A for function orders']);
});

test('reports nothing any more when one of the two is removed', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  ['A', 'B'].forEach(id => new Config(stack, id, 'orders'));

  expect(refusals(app)).toHaveLength(1);
  stack.node.tryRemoveChild('A');
  expect(refusals(app)).toEqual([]);
});

test('reports all that one construct has to report', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new Config(stack, 'A', 'orders');
  const both = new Config(stack, 'B', 'orders');
  guardUniqueConfigs(both, {
    mark: Symbol.for('test.other-configs'),
    configsWithin: () => [{ construct: stack, identity: '1', name: '' }, { construct: both, identity: '1', name: 'bills' }],
    refusal: (_, name) => `again for ${name}`,
  });

  expect(refusals(app)).toEqual(['[Stack/B] Stack/A and Stack/B for function orders', '[Stack/B] again for bills']);
});

test('stands at the last config in a tree without a stage', () => {
  const root = new Stack();
  ['A', 'B'].forEach(id => new Config(root, id, 'orders'));

  expect(refusals(root.node.root)).toEqual(['[Default/B] Default/A and Default/B for function orders']);
});

test('accepts configs for different targets', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  ['A', 'B'].forEach(id => new Config(stack, id, id));

  expect(refusals(app)).toEqual([]);
});
