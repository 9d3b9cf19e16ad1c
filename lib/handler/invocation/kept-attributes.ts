import { PHYSICAL_RESOURCE_ID } from '../../constraints/aws-lambda/custom-resource';
import { statement } from '../../constraints/violation';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import { parsePhysicalId, physicalId } from '../physical-id/physical-id';
import { Failure } from '../protocol/failure';
import { largest } from '../protocol/largest';

/** What a physical id of ours remembers: what was read of the result, if the function does not run again. */
interface Kept {
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * The physical id of an invocation: the same whatever it invokes, so that no change of that is a replacement.
 *
 * @throws Failure when it has no room for what has to be kept
 */
export function invocationId({ StackId, LogicalResourceId }: CustomResourceRequest<unknown>, attributes?: Kept['attributes']): string {
  const identity = `${StackId.split('/')[1] ?? StackId}/${LogicalResourceId}`;
  const kept: Kept = { attributes };
  const id = physicalId(identity, kept);
  if (id === undefined) {
    const [name, bytes] = largest(attributes);
    throw new Failure(
      `What is read of the result must fit into the physical id of the resource, since the function runs only once; that must ${statement(PHYSICAL_RESOURCE_ID)}. `
      + `The largest is \`${name}\` with ${bytes} bytes. Read less of it, or invoke the function on update, too. The function has run.`,
    );
  }
  return id;
}

/** Whether an id is ours: CloudFormation makes one up for a create that never answered. */
export function isInvocationId(id: string | undefined): boolean {
  return parsePhysicalId(id) !== undefined;
}

/**
 * What was read when the function ran.
 *
 * @throws Failure when something was not read then
 */
export function keptAttributes(id: string | undefined, requested: readonly string[]): Record<string, string> {
  const attributes = parsePhysicalId<Kept>(id)?.kept?.attributes ?? {};
  const missing = requested.filter(name => !Object.hasOwn(attributes, name));
  if (missing.length > 0) {
    throw new Failure(
      `${missing.map(name => `\`${name}\``).join(', ')} of the result was not kept when the function ran, and an update does not run it again. `
      + 'Invoke the function on update, too, or let it run anew under another id of the construct.',
    );
  }
  return Object.fromEntries(requested.map(name => [name, attributes[name]!]));
}
