import { runsCode } from './code/runs-code';
import { createCustomResources, type CreatedResource } from './deployment/custom-resources';
import { listen } from './endpoint';
import type { Runner } from './events/runner';
import { FunctionHandle } from './function-handle';
import { checkOptions } from './known-options';
import type { SimulatedLambda } from './simulated-lambda';
import type { DeployOptions } from './simulator-options';
import { READ_CUSTOM_RESOURCES } from '../topology';

/** Creates the custom resources of an app. Until that is done, the functions that they name run as their handlers. */
export async function deploy(lambda: SimulatedLambda, options: DeployOptions = {}): Promise<CreatedResource[]> {
  checkOptions(options, ['types', 'handler'], 'deploy');
  const { types = READ_CUSTOM_RESOURCES, handler } = options;
  const endpoint = await listen(lambda);
  const step = handler ?? runsCode({ environment: endpoint.environment });
  const former = new Map<Runner, Runner['script']>();
  try {
    return await createCustomResources(lambda.app, types, {
      newRequestId: () => lambda.newRequestId(),
      now: () => lambda.now(),
      call: async (fn, request) => {
        const runner = lambda.runnerOf(fn);
        if (!former.has(runner)) {
          former.set(runner, runner.script);
          new FunctionHandle(runner, lambda.programs).respond(step);
        }
        const outcome = lambda.offer({ function: fn, payload: JSON.stringify(request) }, undefined);
        await lambda.clock.settle();
        return outcome;
      },
    });
  } finally {
    for (const [runner, script] of former) {
      runner.script = script;
    }
    await endpoint.close();
  }
}
