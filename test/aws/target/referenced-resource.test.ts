import { CfnParameter, Fn } from 'aws-cdk-lib';
import { pathOf, referencedResource } from '../../../lib/aws/target/referenced-resource';
import { agnosticStack, fn } from '../fixture';

describe('the resource behind a value', () => {
  test('is found by any attribute', () => {
    const stack = agnosticStack();
    const made = fn(stack);

    expect(referencedResource(made.functionName)).toBe(made.node.defaultChild);
    expect(referencedResource(made.functionArn)).toBe(made.node.defaultChild);
  });

  test('is undefined unless the value is exactly one reference', () => {
    const stack = agnosticStack();
    const { functionArn } = fn(stack);
    const parameter = new CfnParameter(stack, 'Name').valueAsString;

    expect(['orders', '', `${functionArn}:live`, parameter, Fn.importValue('Orders'), Fn.select(6, Fn.split(':', functionArn))].map(referencedResource))
      .toEqual(Array(6).fill(undefined));
  });
});

test('the path of a resource is the path of the L2 around it', () => {
  const stack = agnosticStack();
  const made = fn(stack, 'Resource');

  expect(pathOf(made.node.defaultChild!)).toBe('Stack/Resource');
  expect(pathOf(stack)).toBe('Stack');
});
