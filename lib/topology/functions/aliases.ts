import { provisionedConcurrency } from './provisioned-concurrency';
import type { AliasNode } from '../nodes/function';
import type { Reader } from '../reader';
import { requalified } from '../targets/function-target';
import type { Property } from '../values/property';
import { unknown, type Text } from '../values/value';

/** The aliases that the app declares. */
export function aliases(reader: Reader): AliasNode[] {
  return reader.all('AWS::Lambda::Alias').map(declared => {
    const { origin, properties } = declared;
    const name = properties.required('Name');
    const target = reader.function(properties.required('FunctionName'), declared);
    return {
      function: target.kind === 'unknown' ? target : requalified(target, identity(name, origin.key)),
      name,
      version: properties.required('FunctionVersion'),
      additionalVersions: additionalVersions(properties.get('RoutingConfig').get('AdditionalVersionWeights')),
      provisionedConcurrency: provisionedConcurrency(properties),
      ...origin,
    };
  });
}

/** The name of the alias, or a reference to the alias if the name is unknown. */
function identity(name: Text, resource: string): Text {
  return name.kind === 'literal' ? name : { kind: 'reference', resource, attribute: 'Name' };
}

function additionalVersions(weights: Property): AliasNode['additionalVersions'] {
  return weights.unknown ?? weights.items().map(item => ({
    version: item.required('FunctionVersion'),
    weight: item.number('FunctionWeight') ?? unknown('`FunctionWeight` is missing'),
  }));
}
