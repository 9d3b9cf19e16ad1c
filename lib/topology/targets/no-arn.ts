import type { Target } from './target';
import { typeOf } from '../assembly/app';
import type { Resolver } from '../values/resolver';
import { partsOf, rendered, unknown, type Reference, type Text, type Unknown } from '../values/value';

/** A text in the place of an ARN that is certainly not an ARN. Its target stays unknown. */
export interface NoArn extends Unknown {
  readonly text: Text;
}

/** Whether a text in the place of an ARN is certainly not an ARN. */
export function isNoArn(target: Target | Unknown | undefined): target is NoArn {
  return target?.kind === 'unknown' && 'text' in target;
}

/** The unknown target of a reference to a resource that certainly is no function, e.g. a scaling policy. */
export interface OtherResource extends Unknown {
  readonly type: string;
}

/** Whether an unknown target certainly is no function. */
export function isNoFunction(target: Target | Unknown): boolean {
  return isNoArn(target) || (target.kind === 'unknown' && 'type' in target);
}

/** The services whose resources may be functions, or yield the ARN of one. */
const MAY_YIELD_FUNCTIONS = ['CloudFormation', 'Serverless', 'Lambda', 'SSM'];

const SCHEME = 'arn:';

/** The attributes of a queue that yield its URL. */
const URLS = ['Ref', 'QueueUrl'];

/** The unknown target of a text that is not an ARN, or may not be one. */
export function withoutArn(resolver: Resolver, text: Text): Unknown | NoArn | OtherResource {
  const nothing = unknown(`it is not an ARN: ${rendered(text)}`);
  const isCertain = text.kind === 'reference' ? isNameOrUrl(resolver, text) : beginsOtherwise(text);
  const type = text.kind === 'reference' ? typeOf(resolver.app, text.resource) : undefined;
  return isCertain ? { ...nothing, text } : type !== undefined && isOther(type) ? { ...nothing, type } : nothing;
}

function isOther(type: string): boolean {
  const [vendor, service] = type.split('::');
  return vendor === 'AWS' && !MAY_YIELD_FUNCTIONS.includes(service);
}

function isNameOrUrl({ app }: Resolver, { resource, attribute }: Reference): boolean {
  return attribute === 'Name' || (typeOf(app, resource) === 'AWS::SQS::Queue' && URLS.includes(attribute));
}

/** Whether the first piece of a text rules out an ARN. */
function beginsOtherwise(text: Text): boolean {
  const [first, ...others] = partsOf(text);
  if (typeof first !== 'string') {
    return false;
  }
  return !first.startsWith(SCHEME) && (others.length === 0 || !SCHEME.startsWith(first));
}
