import { attributesOf } from './attributes';
import { isInvokedAnew } from './changes';
import { NoConfig } from './config-in-force';
import { functionFailure } from './function-error';
import { invoke, TooLittleTime } from './invoke';
import { invocationId, isInvocationId, keptAttributes } from './kept-attributes';
import { follow } from './outcome';
import { isInvoked, payloadOf } from './payload';
import { readInvocation, type Invocation } from './properties';
import { isRollingBack } from './rollback';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';
import type { Continuation, Deployment, Resource, Result } from '../resource';
import { isNotFound } from '../retry/classify';

const SECOND = 1000;

/** What has not passed by now will not pass within the first seconds of another run, and there are not many runs. */
const PAUSE = 30 * SECOND;

/** To hand over to another run. */
const HANDING_OVER = 10 * SECOND;

type Request = CustomResourceRequest<DeployTimeInvocationProperties>;

/** Invokes a function on the events of the lifecycle that are listed in `Payloads`. */
export const deployTimeInvocation: Resource<DeployTimeInvocationProperties> = {
  async create(request, deployment) {
    const invocation = readInvocation(request.ResourceProperties);
    if (!isInvoked(request)) {
      return { physicalResourceId: invocationId(request), data: attributesOf({}, invocation.attributes) };
    }
    const result = await run(request, invocation, deployment);
    return 'continueWith' in result
      ? result
      : { ...result, physicalResourceId: invocationId(request, invocation.keepAttributes ? result.data : undefined) };
  },

  async update(request, deployment) {
    const { PhysicalResourceId, ResourceProperties, OldResourceProperties = {}, StackId } = request;
    const invocation = readInvocation(ResourceProperties);
    const { attributes, skipOnRollback } = invocation;
    if (!isInvoked(request)) {
      return { data: keptAttributes(PhysicalResourceId, attributes) };
    }
    // The app reads attributes, which only the function can return.
    const isRead = attributes.length > 0;
    const isWanted = isRead || isInvokedAnew(OldResourceProperties, ResourceProperties);
    if (!isWanted || (!isRead && skipOnRollback && await isRollingBack(StackId, deployment))) {
      deployment.log('not invoked', { wanted: isWanted });
      return {};
    }
    return run(request, invocation, deployment);
  },

  async delete(request, deployment) {
    if (!isInvocationId(request.PhysicalResourceId) || !isInvoked(request)) {
      return {};
    }
    const invocation = readInvocation(request.ResourceProperties);
    if (invocation.skipOnRollback && await isRollingBack(request.StackId, deployment)) {
      return {};
    }
    return runIfThere(request, invocation, deployment);
  },
};

/** If the function is gone, deletion succeeds. */
async function runIfThere(request: Request, invocation: Invocation, deployment: Deployment): Promise<Result | Continuation> {
  try {
    const result = await run(request, invocation, deployment);
    return 'continueWith' in result ? result : {};
  } catch (error) {
    if (error instanceof NoConfig) {
      deployment.log('outcome unknown');
      return runIfThere(request, { ...invocation, queueUrl: undefined }, deployment);
    }
    if (!isNotFound(error)) {
      throw error;
    }
    deployment.log('function is gone');
    return {};
  }
}

async function run(request: Request, invocation: Invocation, deployment: Deployment): Promise<Result | Continuation> {
  const payload = payloadOf(request);
  const fullTime = deployment.remaining();
  try {
    const answer = invocation.queueUrl !== undefined && invocation.type === 'Event'
      ? await follow(invocation, payload, fullTime, deployment)
      : await invoke(invocation, payload, fullTime, deployment);
    if ('continueWith' in answer) {
      return answer;
    }
    if (answer.functionError !== undefined) {
      throw await functionFailure(invocation, answer, deployment);
    }
    return { data: attributesOf(answer, invocation.attributes), noEcho: invocation.noEcho || undefined };
  } catch (error) {
    // CloudFormation waits for one more run.
    if (!(error instanceof TooLittleTime) || deployment.state !== undefined) {
      throw error;
    }
    await deployment.clock.sleep(Math.max(0, Math.min(PAUSE, deployment.remaining() - HANDING_OVER)));
    return { continueWith: null };
  }
}
