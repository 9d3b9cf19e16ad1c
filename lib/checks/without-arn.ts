import { nameOf } from './names';
import { quoted } from '../constraints/violation';
import { isNoArn, type NoArn, type Target, type Topology, type Unknown } from '../topology';

/** A description of a text that is in the place of an ARN, but certainly is not one. */
export function writtenWithoutArn(topology: Topology, target: Target | Unknown | undefined): string | undefined {
  return isNoArn(target) ? written(topology, target) : undefined;
}

/** Does not show texts with slashes, which may be URLs. */
function written(topology: Topology, { text }: NoArn): string {
  if (text.kind === 'reference') {
    return `the ${text.attribute === 'Name' ? 'name' : 'URL'} of ${nameOf(topology, text.resource)}`;
  }
  return text.kind === 'literal' && !text.value.includes('/') ? quoted(text.value) : 'a text that does not begin with `arn:`';
}
