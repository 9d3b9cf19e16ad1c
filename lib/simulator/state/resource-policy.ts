/** A permission to invoke, as AddPermission takes it. */
export interface Permission {
  readonly sid: string;

  /** The ARN of the function, alias or version. */
  readonly resource: string;
  readonly action: string;

  /** A service, an account, an ARN or `*`. */
  readonly principal: string;
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
  readonly eventSourceToken?: string;
  readonly principalOrgId?: string;
  readonly functionUrlAuthType?: string;
  readonly invokedViaFunctionUrl?: boolean;
}

/** The resource policies of a function, by qualifier and statement id; that of the function itself has no qualifier. */
export type ResourcePolicies = Map<string | undefined, Map<string, Permission>>;

/** The statement that Lambda makes of a permission. */
export function statementOf({ sid, resource, action, principal, ...conditions }: Permission): object {
  const equals = {
    'AWS:SourceAccount': conditions.sourceAccount,
    'lambda:EventSourceToken': conditions.eventSourceToken,
    'aws:PrincipalOrgID': conditions.principalOrgId,
    'lambda:FunctionUrlAuthType': conditions.functionUrlAuthType,
  };
  const operators = {
    StringEquals: Object.values(equals).some(value => value !== undefined) ? equals : undefined,
    Bool: conditions.invokedViaFunctionUrl ? { 'lambda:InvokedViaFunctionUrl': 'true' } : undefined,
    ArnLike: conditions.sourceArn === undefined ? undefined : { 'AWS:SourceArn': conditions.sourceArn },
  };
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: principalOf(principal, resource),
    Action: action,
    Resource: resource,
    Condition: Object.values(operators).some(operator => operator !== undefined) ? operators : undefined,
  };
}

function principalOf(principal: string, resource: string): unknown {
  if (principal === '*') {
    return principal;
  }
  if (/^\d{12}$/.test(principal)) {
    return { AWS: `arn:${resource.split(':')[1]}:iam::${principal}:root` };
  }
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal };
}
