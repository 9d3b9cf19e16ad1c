import { VERSION_OF_OTHER_STACK } from '../../../lib/constraints/aws-lambda/version-of-other-stack';
import { broken } from '../../../lib/constraints/rule';

test('the current version of a function of another stack is refused with the way out', () => {
  expect(broken(VERSION_OF_OTHER_STACK, 'function', 'Functions/Fn/CurrentVersion in stack Other')).toBe(
    '`function` must not be the current version of a function of another stack, got: Functions/Fn/CurrentVersion in stack Other. ' +
    'Each change of the code replaces the version and its export. CloudFormation refuses to delete an export that another stack imports. ' +
    'Declare the construct in the stack of the function, or pass an alias that is declared there. ' +
    'A `DeployTimeInvocation` can also set `executeOnHandlerChange: false`.',
  );
});
