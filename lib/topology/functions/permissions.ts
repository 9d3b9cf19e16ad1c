import type { FunctionPermission } from '../nodes/function';
import type { Reader } from '../reader';

/** The permissions in the resource policies of functions. */
export function permissions(reader: Reader): FunctionPermission[] {
  return reader.all('AWS::Lambda::Permission').map(declared => {
    const { origin, properties } = declared;
    return {
      function: reader.function(properties.required('FunctionName'), declared),
      action: properties.required('Action'),
      principal: properties.required('Principal'),
      sourceArn: properties.text('SourceArn'),
      sourceAccount: properties.text('SourceAccount'),
      principalOrgId: properties.text('PrincipalOrgID'),
      eventSourceToken: properties.text('EventSourceToken'),
      functionUrlAuthType: properties.text('FunctionUrlAuthType'),
      invokedViaFunctionUrl: properties.switch('InvokedViaFunctionUrl'),
      ...origin,
    };
  });
}
