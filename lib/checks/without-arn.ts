import { nameOf } from './names';
import { quoted } from '../constraints/violation';
import { isNoArn, type NoArn, type Target, type Topology, type Unknown } from '../topology';

/** What was written where an ARN belongs, when it certainly is none. */
export function writtenWithoutArn(topology: Topology, target: Target | Unknown | undefined): string | undefined {
  return isNoArn(target) ? written(topology, target) : undefined;
}

/** Of a text with slashes, which may be a URL, nothing is shown. */
function written(topology: Topology, { text }: NoArn): string {
  if (text.kind === 'reference') return `the ${text.attribute === 'Name' ? 'name' : 'URL'} of ${nameOf(topology, text.resource)}`;
  return text.kind === 'literal' && !text.value.includes('/') ? quoted(text.value) : 'a text that does not begin with `arn:`';
}
