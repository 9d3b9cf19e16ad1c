import type { Rule } from '../rule';

export const VERSION_OF_OTHER_STACK: Rule = {
  id: 'VersionOfOtherStack',
  rule: 'not be the current version of a function of another stack',
  consequence: 'Each change of the code replaces the version and its export. CloudFormation refuses to delete an export that another stack imports.',
  remedy: 'Declare the construct in the stack of the function, or pass an alias that is declared there. ' +
    'A `DeployTimeInvocation` can also set `executeOnHandlerChange: false`.',
  source: 'AWS CloudFormation user guide, "Get exported outputs from a deployed CloudFormation stack"',
  evidence: { grade: 'documented', says: 'You cannot delete a stack output, or modify its value, while another stack imports it.' },
};
