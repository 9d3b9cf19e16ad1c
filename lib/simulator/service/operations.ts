import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases';
import { deleteFunctionConcurrency, getFunctionConcurrency, putFunctionConcurrency } from './concurrency';
import { createFunction } from './create-function';
import { deleteEventInvokeConfig, getEventInvokeConfig, listEventInvokeConfigs, putEventInvokeConfig, updateEventInvokeConfig } from './event-invoke-configs';
import { deleteFunction, getFunction, getFunctionConfiguration } from './functions';
import { invoke } from './invoke';
import { invokeAsync } from './invoke-async';
import { addPermission, getPolicy, removePermission } from './permissions';
import { getFunctionRecursionConfig, putFunctionRecursionConfig } from './recursion';
import type { Operation } from './request';
import { updateFunctionConfiguration } from './update-function-configuration';
import { listVersions, publishVersion } from './versions';
import { SYNCHRONOUS_PAYLOAD } from '../../constraints/aws-lambda/invoke';

/** The operations that the simulator serves, by method and path. `*` stands for the function, `+` for an alias or a statement. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST 2015-03-31/functions/*/invocations': invoke,
  'POST 2014-11-13/functions/*/invoke-async': invokeAsync,

  'PUT 2019-09-25/functions/*/event-invoke-config': putEventInvokeConfig,
  'POST 2019-09-25/functions/*/event-invoke-config': updateEventInvokeConfig,
  'GET 2019-09-25/functions/*/event-invoke-config': getEventInvokeConfig,
  'DELETE 2019-09-25/functions/*/event-invoke-config': deleteEventInvokeConfig,
  'GET 2019-09-25/functions/*/event-invoke-config/list': listEventInvokeConfigs,

  'POST 2015-03-31/functions': createFunction,
  'GET 2015-03-31/functions/*': getFunction,
  'GET 2015-03-31/functions/*/configuration': getFunctionConfiguration,
  'PUT 2015-03-31/functions/*/configuration': updateFunctionConfiguration,
  'DELETE 2015-03-31/functions/*': deleteFunction,

  'POST 2015-03-31/functions/*/aliases': createAlias,
  'GET 2015-03-31/functions/*/aliases': listAliases,
  'PUT 2015-03-31/functions/*/aliases/+': updateAlias,
  'GET 2015-03-31/functions/*/aliases/+': getAlias,
  'DELETE 2015-03-31/functions/*/aliases/+': deleteAlias,

  'POST 2015-03-31/functions/*/versions': publishVersion,
  'GET 2015-03-31/functions/*/versions': listVersions,

  'POST 2015-03-31/functions/*/policy': addPermission,
  'GET 2015-03-31/functions/*/policy': getPolicy,
  'DELETE 2015-03-31/functions/*/policy/+': removePermission,

  'PUT 2017-10-31/functions/*/concurrency': putFunctionConcurrency,
  'DELETE 2017-10-31/functions/*/concurrency': deleteFunctionConcurrency,
  'GET 2019-09-30/functions/*/concurrency': getFunctionConcurrency,

  'PUT 2024-08-31/functions/*/recursion-config': putFunctionRecursionConfig,
  'GET 2024-08-31/functions/*/recursion-config': getFunctionRecursionConfig,
};

/** The longest body that an operation reads, in bytes. */
export const LONGEST_BODY = SYNCHRONOUS_PAYLOAD.max;
