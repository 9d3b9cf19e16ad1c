import { functionCode } from './function-code';
import type { FunctionNode } from '../nodes/function';
import type { Declared, Reader } from '../reader';
import type { FunctionTarget } from '../targets/target';
import type { Property } from '../values/property';
import type { Text } from '../values/value';

/** The functions of the app. */
export function functions(reader: Reader): FunctionNode[] {
  return reader.all('AWS::Lambda::Function').map(declared => {
    const { origin, properties } = declared;
    return {
      target: itself(reader, declared),
      name: properties.text('FunctionName'),
      timeout: properties.number('Timeout'),
      reservedConcurrency: properties.number('ReservedConcurrentExecutions'),
      deadLetterQueue: reader.target(properties.text('DeadLetterConfig', 'TargetArn'), declared),
      durable: properties.has('DurableConfig') ? durable(properties.get('DurableConfig')) : undefined,
      tenancy: properties.word('TenancyConfig', 'TenantIsolationMode'),
      recursiveLoop: properties.word('RecursiveLoop'),
      snapStart: properties.word('SnapStart', 'ApplyOn'),
      role: reader.target(properties.text('Role'), declared),
      capacityProvider: properties.has('CapacityProviderConfig'),
      code: functionCode(reader, declared),
      ...origin,
    };
  });
}

function durable(config: Property): FunctionNode['durable'] {
  return config.unknown ?? { executionTimeout: config.number('ExecutionTimeout') };
}

function itself(reader: Reader, declared: Declared): FunctionTarget {
  const name: Text = { kind: 'reference', resource: declared.origin.key, attribute: 'Name' };
  return reader.function(name, declared) as FunctionTarget;
}
