import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { Declared, Reader } from '../reader';
import { destinationProperty } from './destination-property';
import { declinedSides } from './event-invoke-configs';
import type { EventInvokeConfig } from '../nodes/config';
import { lambdaTarget } from '../targets/lambda-target';
import { unknown, type Unknown } from '../values/value';

/** The configs that our custom resources put during the deployment. */
export function deployTimeConfigs(reader: Reader): EventInvokeConfig[] {
  return reader.all(RESOURCE_TYPE.asyncInvokeConfig).map(declared => {
    const { origin, properties } = declared;
    const kept = keptSetting(declared);
    const onSuccess = properties.text(destinationProperty(origin, 'onSuccess'));
    const onFailure = properties.text(destinationProperty(origin, 'onFailure'));
    return {
      target: lambdaTarget(reader, declared, properties.text('Qualifier')),
      function: lambdaTarget(reader, declared),
      qualifier: properties.text('Qualifier'),
      retryAttempts: properties.number('MaximumRetryAttempts') ?? kept,
      maxEventAge: properties.number('MaximumEventAgeInSeconds') ?? kept,
      onSuccess: onSuccess === undefined ? kept : reader.target(onSuccess, declared),
      onFailure: onFailure === undefined ? kept : reader.target(onFailure, declared),
      declined: declinedSides(onSuccess, onFailure),
      merges: kept !== undefined,
      ...origin,
    };
  });
}

/** The value of an absent setting: with `Merge`, the one that the custom resource finds; otherwise Lambda's default. */
function keptSetting({ properties }: Declared): Unknown | undefined {
  const merge = properties.switch('Merge');
  return merge?.kind === 'literal' && !merge.value ? undefined : unknown('the custom resource keeps the setting that it finds');
}
