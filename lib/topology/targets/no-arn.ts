import type { Target } from './target';
import { typeOf } from '../assembly/app';
import type { Resolver } from '../values/resolver';
import { partsOf, rendered, unknown, type Reference, type Text, type Unknown } from '../values/value';

/** What stands where an ARN belongs, and certainly is none: what it names stays unknown. */
export interface NoArn extends Unknown {
  readonly text: Text;
}

/** Whether it is certain that there is no ARN where one belongs. */
export function isNoArn(target: Target | Unknown | undefined): target is NoArn {
  return target?.kind === 'unknown' && 'text' in target;
}

const SCHEME = 'arn:';

/** The attributes of a queue that yield its URL. */
const URLS = ['Ref', 'QueueUrl'];

/** A target that a text does not tell, because it is not an ARN, or perhaps none. */
export function withoutArn(resolver: Resolver, text: Text): Unknown | NoArn {
  const nothing = unknown(`it is not an ARN: ${rendered(text)}`);
  const isCertain = text.kind === 'reference' ? isNameOrUrl(resolver, text) : beginsOtherwise(text);
  return isCertain ? { ...nothing, text } : nothing;
}

function isNameOrUrl({ app }: Resolver, { resource, attribute }: Reference): boolean {
  return attribute === 'Name' || (typeOf(app, resource) === 'AWS::SQS::Queue' && URLS.includes(attribute));
}

/** Of a text in pieces, what follows the first piece may still make an ARN of it. */
function beginsOtherwise(text: Text): boolean {
  const [first, ...others] = partsOf(text);
  if (typeof first !== 'string') return false;
  return !first.startsWith(SCHEME) && (others.length === 0 || !SCHEME.startsWith(first));
}
