import { settingsOf, type Settings } from './settings';
import { putAsyncInvokeConfigBody } from '../../../constraints/alibaba-fc/put-async-invoke-config';
import type { ChoiceConstraint } from '../../../constraints/constraint';
import { violation } from '../../../constraints/violation';
import type { AlibabaAsyncInvokeConfigProperties } from '../../../contract/alibaba-async-invoke-config';
import type { AlibabaTarget } from '../../../contract/alibaba-target';
import { numeric, ON_DELETE, optionalViolation, refuse } from '../../property-values';
import { alibabaTarget } from '../target';

/** The properties of a config, read and checked. */
export interface WantedConfig {
  readonly target: AlibabaTarget;
  readonly settings: Settings;
  readonly onDelete: AlibabaAsyncInvokeConfigProperties['OnDelete'];
}

const ASYNC_TASK: ChoiceConstraint = {
  kind: 'choice', property: 'asyncTask', parameter: 'AsyncTask', values: ['true', 'false'], source: 'AlibabaAsyncInvokeConfigProperties',
};

/**
 * Reads the properties, and checks them as the construct does: some values are known only now.
 *
 * @throws Error that names every malformed property
 */
export function wantedConfig(properties: object): WantedConfig {
  const { MaximumEventAgeInSeconds, MaximumRetryAttempts, AsyncTask, OnSuccess, OnFailure, OnDelete } = properties as Readonly<Record<string, any>>;
  refuse(optionalViolation(ASYNC_TASK, AsyncTask), violation(ON_DELETE, OnDelete));
  const target = alibabaTarget(properties);
  const body = putAsyncInvokeConfigBody({
    functionName: target.FunctionName,
    qualifier: target.Qualifier,
    region: target.Region,
    account: target.Account,
    maxEventAge: numeric(MaximumEventAgeInSeconds) as number,
    retryAttempts: numeric(MaximumRetryAttempts) as number,
    asyncTask: AsyncTask === undefined ? undefined : AsyncTask === 'true',
    onSuccess: OnSuccess,
    onFailure: OnFailure,
  });
  return { target, settings: settingsOf(body), onDelete: OnDelete };
}
