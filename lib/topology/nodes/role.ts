import type { Origin } from './resource';
import type { Grantee } from '../policies/statement';
import type { Text } from '../values/value';

/** `AWS::IAM::Role`. */
export interface RoleNode extends Origin, Grantee {
  readonly name?: Text;
}
