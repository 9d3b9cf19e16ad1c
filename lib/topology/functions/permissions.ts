import type { FunctionPermission } from '../nodes/function';
import type { Reader } from '../reader';

/** Who may invoke the functions, as their resource policies say. */
export function permissions(reader: Reader): FunctionPermission[] {
  return reader.all('AWS::Lambda::Permission').map(declared => {
    const { origin, properties } = declared;
    return {
      function: reader.function(properties.required('FunctionName'), declared),
      action: properties.required('Action'),
      principal: properties.required('Principal'),
      sourceArn: properties.text('SourceArn'),
      sourceAccount: properties.text('SourceAccount'),
      ...origin,
    };
  });
}
