import type { Reader } from '../reader';
import type { FunctionPermission } from '../topology';

/** Who may invoke the functions, as their resource policies say. */
export function permissions(reader: Reader): FunctionPermission[] {
  return reader.all('AWS::Lambda::Permission').map(declared => {
    const { origin, properties } = declared;
    return {
      function: reader.function(properties.get('FunctionName'), declared),
      action: properties.get('Action').required(),
      principal: properties.get('Principal').required(),
      sourceArn: properties.get('SourceArn').text(),
      sourceAccount: properties.get('SourceAccount').text(),
      ...origin,
    };
  });
}
