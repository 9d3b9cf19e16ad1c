import { sha256 } from '../../doors/hash';
import { uuidOf } from '../random';

/** A name like those that CloudFormation generates, but without a random part: the stack and the logical id. */
export function physicalName(type: string, stackName: string, logicalId: string): string {
  const { longest = 80, lowerCase = false } = NAMING[type] ?? {};
  const name = `${stackName}-${logicalId}`;
  const cased = lowerCase ? name.toLowerCase() : name;
  if (cased.length <= longest) {
    return cased;
  }
  const hash = sha256(name).slice(0, 12);
  return `${cased.slice(0, longest - hash.length - 1)}-${hash}`;
}

/** A UUID that is the same in every simulation. */
export function physicalId(key: string): string {
  return uuidOf(sha256(key));
}

const NAMING: Readonly<Record<string, { readonly longest?: number; readonly lowerCase?: boolean }>> = {
  'AWS::Lambda::Function': { longest: 64 },
  'AWS::IAM::Role': { longest: 64 },
  'AWS::S3::Bucket': { longest: 63, lowerCase: true },
};
