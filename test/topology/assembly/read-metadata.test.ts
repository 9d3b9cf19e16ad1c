import { NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { readMetadata } from '../../../lib/topology';
import { withAssembly } from '../synthesized';

test('reads the metadata of stacks and their constructs, also in stages and nested stacks', () => {
  const acknowledged = withAssembly(app => {
    const stack = new Stack(new Stage(app, 'Prod'), 'S');
    const nested = new NestedStack(stack, 'N');
    for (const [scope, id] of [[stack, 'One'], [nested, 'Two']] as const) {
      Validations.of(scope).acknowledge({ id: `pack:${id}`, reason: 'tested' });
    }
  }, readMetadata).filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);

  expect(acknowledged.map(({ path, data }) => [path, Object.keys(data as object).join().replace(/^annotation/i, '')])).toEqual([
    ['Prod/S', '::pack:One'],
    ['Prod/S/N', '::pack:Two'],
  ]);
});
