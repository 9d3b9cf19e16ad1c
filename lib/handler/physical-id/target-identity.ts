import { normalizedTarget, parseFunctionReference } from '../../constraints/aws-lambda/function-reference';

/**
 * One text for all spellings of a target, to begin a physical id with: `account/Region/name:qualifier`.
 *
 * A physical id that changes with the spelling would be a replacement, and its clean-up would delete what had just been put.
 *
 * @param functionArn as Lambda answers it, with or without a qualifier
 * @param qualifier `$LATEST`, a version or an alias
 */
export function targetIdentity(functionArn: string, qualifier: string): string {
  const { account, region, name } = parseFunctionReference(functionArn, 'FunctionArn');
  return `${account}/${region}/${normalizedTarget({ name }, qualifier)}`;
}
