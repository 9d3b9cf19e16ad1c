import { EVENT_PAYLOAD, INVOKE_ASYNC_PAYLOAD, SYNCHRONOUS_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import type { SizeConstraint } from '../../constraints/constraint';
import { quoted, violation } from '../../constraints/violation';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { DeployTimeInvocationProperties, LifecycleEvent } from '../../contract/deploy-time-invocation';
import { withMember } from '../json-text';

type Request = CustomResourceRequest<DeployTimeInvocationProperties>;
type Payloads = DeployTimeInvocationProperties['Payloads'];

const LIMITS: Readonly<Record<DeployTimeInvocationProperties['InvocationType'], SizeConstraint>> = {
  RequestResponse: SYNCHRONOUS_PAYLOAD,
  DryRun: SYNCHRONOUS_PAYLOAD,
  Event: EVENT_PAYLOAD,
  InvokeAsync: INVOKE_ASYNC_PAYLOAD,
};

const ACTIONS = { Create: 'create', Update: 'update', Delete: 'delete' } as const;

/** Whether an event of the lifecycle invokes the function at all. */
export function isInvoked({ RequestType, ResourceProperties }: Request): boolean {
  return ResourceProperties.Payloads[RequestType] !== undefined;
}

/**
 * Payload for the function.
 *
 * @returns empty for none
 * @throws Error if the payload is not JSON, is too large, or has no place for the lifecycle event
 */
export function payloadOf(request: Request): string {
  const { RequestType, ResourceProperties: { Payloads, LifecycleKey, InvocationType } } = request;
  const own = Payloads[RequestType] ?? '';
  const given = parsed(own);
  const text = LifecycleKey === undefined ? own : withLifecycle(given, own || '{}', LifecycleKey, lifecycleEvent(request));
  const tooLarge = violation(LIMITS[InvocationType], text);
  if (tooLarge) {
    throw new Error(tooLarge);
  }
  return text;
}

/** The payload with which an update would have invoked, so that two deployments can be compared. */
export function payloadOfUpdate({ Update, Create }: Payloads): string | undefined {
  return Update ?? Create;
}

/** JSON text of a `LifecycleEvent`. The payloads in it stay as they are written. */
function lifecycleEvent({ RequestType, RequestId, ResourceProperties, OldResourceProperties }: Request): string {
  const deployedBefore = { Create: undefined, Update: OldResourceProperties, Delete: ResourceProperties }[RequestType];
  const previous = deployedBefore?.Payloads && payloadOfUpdate(deployedBefore.Payloads);
  const event: Omit<LifecycleEvent, 'previousPayload'> = { action: ACTIONS[RequestType], requestId: RequestId };
  const text = JSON.stringify(event);
  if (!previous) {
    return text;
  }
  parsed(previous);
  const key: keyof LifecycleEvent = 'previousPayload';
  return withMember(text, key, previous.trim());
}

function withLifecycle(payload: unknown, own: string, key: string, event: string): string {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    const got = Array.isArray(payload) ? 'a list' : payload === null ? 'null' : `a ${typeof payload}`;
    throw new Error(`\`payload\` must be an object, because the lifecycle event is added to it, got: ${got}`);
  }
  if (Object.hasOwn(payload, key)) {
    throw new Error(`\`payload\` must leave the key ${quoted(key)} to the lifecycle event, got: a payload that has it`);
  }
  return withMember(own, key, event);
}

/** Without a word about what stands there: the parser would quote it. */
function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Error('`payload` must be JSON, got: something else. Encode values as JSON before you put them into JSON text.');
  }
}
