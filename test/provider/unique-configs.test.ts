import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { guardUniqueConfigs } from '../../lib/provider/unique-configs';

class Config extends Construct {
  constructor(scope: Construct, id: string, readonly target: string) {
    super(scope, id);
    guardUniqueConfigs(this, {
      mark: Symbol.for('test.unique-configs'),
      configsWithin: root => root.node.findAll().filter((found): found is Config => found instanceof Config)
        .map(({ node, target: identity }) => ({ path: node.path, identity, name: `function ${identity}` })),
      refusal: (paths, name) => `${paths.join(' and ')} for ${name}`,
    });
  }
}

const refusals = ({ node }: IConstruct) => node.validate();

test('refuses two configs for one target, once', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  ['A', 'B', 'C'].forEach(id => new Config(stack, id, id === 'C' ? 'bills' : 'orders'));

  expect(refusals(app)).toEqual(['Stack/A and Stack/B for function orders']);
});

test('refuses them in a stage, which may be synthesized alone, and across stages', () => {
  const app = new App();
  const [one, other] = ['One', 'Other'].map(id => new Stage(app, id));
  new Config(new Stack(one, 'Stack'), 'A', 'orders');
  new Config(new Stack(other, 'Stack'), 'A', 'orders');

  expect(refusals(one)).toEqual([]);
  expect(refusals(app)).toEqual(['One/Stack/A and Other/Stack/A for function orders']);
});

test('accepts configs for different targets', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  ['A', 'B'].forEach(id => new Config(stack, id, id));

  expect(refusals(app)).toEqual([]);
});
