import type { DestinationKind } from '../../../constraints/aws-lambda/destination';
import { causeOf, type Lineage } from '../../lineage';
import { ServiceError, type SimulatedFunction } from '../../state';
import type { Cause } from '../flow/cause';
import { Flow } from '../flow/flow';
import type { Hop } from '../flow/hop';
import type { Sources } from '../sources';

/** What those who send from within the simulation share. */
export interface SendingLambda {
  readonly sources: Sources;

  /** The run that sends a request; undefined for a sender outside the app. */
  causeOf(request: { readonly trace?: string }): Lineage | undefined;

  /** Those of some actions that a function certainly lacks. */
  lacks(fn: SimulatedFunction, actions: readonly string[], kind: DestinationKind, arn: string): readonly string[];
}

/** Who sends: a run of a function, or somebody outside the app. */
export interface Sender {
  readonly lineage: Lineage | undefined;
  readonly cause: Cause | undefined;
}

/**
 * The sender of a request, who must be allowed to make it.
 *
 * @param trace the trace header of the request
 * @param code the error code of the service for what is not allowed
 * @throws ServiceError if the role of the function certainly lacks the permission
 */
export function admitted(lambda: SendingLambda, action: string, kind: DestinationKind, arn: string, trace?: string, code = 'AccessDenied'): Sender {
  const lineage = lambda.causeOf({ trace });
  if (lineage && lambda.lacks(lineage.function, [action], kind, arn).length > 0) {
    const { role = '', name } = lineage.function.settings;
    const [, partition, , , account, roleName = ''] = role.split(':');
    const user = `arn:${partition}:sts::${account}:assumed-role/${roleName.replace(/^role\//, '')}/${name}`;
    throw new ServiceError(code, code === 'AccessDenied' ? 403 : 400, `User: ${user} is not authorized to perform: ${action} on resource: ${arn} because no identity-based policy allows the ${action} action`);
  }
  return { lineage, cause: causeOf(lineage) };
}

/** The flow that begins with a hop. */
export function flowOf(sources: Sources, hop: Hop): Flow {
  sources.begin(hop);
  return new Flow(hop, sources);
}
