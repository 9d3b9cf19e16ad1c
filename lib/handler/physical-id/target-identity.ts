import { normalizedTarget, parseFunctionReference } from '../../constraints/aws-lambda/function-reference';

/**
 * Identity of a target, whatever its spelling: `account/Region/name:qualifier`. A physical id begins with it.
 *
 * An id that changed with the spelling would be a replacement, whose clean-up would remove the new config.
 *
 * @param functionArn ARN with or without a qualifier
 * @param qualifier `$LATEST`, a version or an alias
 */
export function targetIdentity(functionArn: string, qualifier: string): string {
  const { account, region, name } = parseFunctionReference(functionArn, 'FunctionArn');
  return `${account}/${region}/${normalizedTarget({ name }, qualifier)}`;
}
