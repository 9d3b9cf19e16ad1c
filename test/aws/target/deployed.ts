import { HERE } from '../fixture';

const ARN = `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders`;

/**
 * The text to which an expression of a template comes at deployment, where the only function of the app is `orders`,
 * its only alias `live`, its only version 7, and each parameter of Systems Manager the name of the function.
 */
export function deployed(value: any): string {
  return evaluated(value).replaceAll(/\{\{resolve:ssm:[^}]*\}\}/g, 'orders');
}

/** CloudFormation evaluates functions before it resolves dynamic references. */
function evaluated(value: any): string {
  if (typeof value !== 'object') {
    return String(value);
  }
  const [[operation, operand]] = Object.entries<any>(value);
  switch (operation) {
    case 'Ref': return PSEUDO_PARAMETERS[operand] ?? ofResource(operand, /Arn$|Alias|Live/.test(operand) ? 'Arn' : 'Ref');
    case 'Fn::GetAtt': return ofResource(operand[0], operand[1]);
    case 'Fn::ImportValue': return ofResource(operand, /Arn/.test(operand) ? 'Arn' : 'Ref');
    case 'Fn::Join': return operand[1].map(evaluated).join(operand[0]);
    case 'Fn::Select': return evaluated(operand[1]['Fn::Split'][1]).split(operand[1]['Fn::Split'][0])[operand[0]];
    default: throw new Error(`no value for ${JSON.stringify(value)}`);
  }
}

const PSEUDO_PARAMETERS: Record<string, string> = { 'AWS::Partition': 'aws', 'AWS::Region': HERE.region, 'AWS::AccountId': HERE.account };

function ofResource(name: string, attribute: string): string {
  if (attribute === 'Version') {
    return '7';
  }
  const qualifier = /Version/.test(name) ? ':7' : /Alias/.test(name) ? ':live' : '';
  return attribute === 'Ref' && qualifier === '' ? 'orders' : `${ARN}${qualifier}`;
}
