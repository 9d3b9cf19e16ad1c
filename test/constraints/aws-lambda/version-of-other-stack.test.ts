import { VERSION_OF_OTHER_STACK } from '../../../lib/constraints/aws-lambda/version-of-other-stack';
import { broken } from '../../../lib/constraints/rule';

test('the version of another stack is refused with the reason and the ways out', () => {
  expect(broken(VERSION_OF_OTHER_STACK, 'function', 'Functions/Orders')).toBe(
    '`function` must not be the current version of a function of another stack, got: Functions/Orders. ' +
    'Each change of the code replaces the version and its export. CloudFormation refuses to delete an export that another stack imports. ' +
    'Declare the construct in the stack of the function, or pass an alias that is declared there. ' +
    'A `DeployTimeInvocation` can also set `executeOnHandlerChange: false`.',
  );
});
