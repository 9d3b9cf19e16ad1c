import { Annotations, CfnResource, Validations } from 'aws-cdk-lib';
import { metadataOf } from '../../../lib/aws/checks/metadata';
import { agnosticStack } from '../fixture';

test('reads the warnings and acknowledgements of all constructs, with their paths', () => {
  const stack = agnosticStack();
  const config = new CfnResource(stack, 'Config', { type: 'Any::Kind::Resource' });
  Annotations.of(config).addWarningV2('any:Id', 'a warning');
  Validations.of(stack).acknowledge({ id: 'cdk-async-invoke:NoFailureDestination', reason: 'none' });

  expect(metadataOf(stack.node.root).map(({ path, type }) => [path, type])).toEqual([
    ['Stack', 'aws:cdk:acknowledged-rules'],
    ['Stack/Config', 'aws:cdk:warning'],
  ]);
});

test('leaves out what the plugin does not read', () => {
  const stack = agnosticStack();
  const resource = new CfnResource(stack, 'Config', { type: 'Any::Kind::Resource' });
  resource.node.addMetadata('any', 'thing');

  expect(resource.node.metadata.length).toBeGreaterThan(1);
  expect(metadataOf(stack.node.root)).toEqual([]);
});
