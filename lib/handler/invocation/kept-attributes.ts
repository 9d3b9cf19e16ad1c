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
 * Physical id of an invocation. It does not depend on the target, so a new target is not a replacement.
 *
 * @throws Failure if the attributes do not fit
 */
export function invocationId({ StackId, LogicalResourceId }: CustomResourceRequest<unknown>, attributes?: Kept['attributes']): string {
  const identity = `${StackId.split('/')[1] ?? StackId}/${LogicalResourceId}`;
  const kept: Kept = { attributes };
  const id = physicalId(identity, kept);
  if (id === undefined) {
    const [name, bytes] = largest(attributes);
    throw new Failure(
      `The attributes that the app reads must fit into the physical id of the resource, because the function runs only once; that must ${statement(PHYSICAL_RESOURCE_ID)}. `
      + `The largest is \`${name}\` with ${bytes} bytes. Read fewer attributes, or invoke the function on update, too. The function has run.`,
    );
  }
  return id;
}

/** Whether an id is ours: CloudFormation makes one up for a create that never answered. */
export function isInvocationId(id: string | undefined): boolean {
  return parsePhysicalId(id) !== undefined;
}

/**
 * Attributes that the id keeps from the run of the function.
 *
 * @throws Failure if an attribute was not kept
 */
export function keptAttributes(id: string | undefined, requested: readonly string[]): Record<string, string> {
  const attributes = parsePhysicalId<Kept>(id)?.kept?.attributes ?? {};
  const missing = requested.filter(name => !Object.hasOwn(attributes, name));
  if (missing.length > 0) {
    throw new Failure(
      `${missing.map(name => `\`${name}\``).join(', ')} was not kept when the function ran, and an update does not run it again. `
      + 'Invoke the function on update, too, or give the construct another id so that the function runs again.',
    );
  }
  return Object.fromEntries(requested.map(name => [name, attributes[name]!]));
}
