import { known, type Text } from '../values/value';

/** The services that the usual AWS managed policies of functions allow. None of these policies allows a delivery. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': ['logs'],
  'service-role/AWSLambdaVPCAccessExecutionRole': ['logs', 'ec2'],
  'service-role/AWSLambdaENIManagementAccess': ['ec2'],
  'AWSXRayDaemonWriteAccess': ['xray'],
  'AWSXrayWriteOnlyAccess': ['xray'],
  'CloudWatchLambdaInsightsExecutionRolePolicy': ['logs'],
  'CloudWatchLambdaApplicationSignalsExecutionRolePolicy': ['xray', 'logs'],
};

/** Whether a managed policy outside the app may allow an action: yes, unless the policy is known to cover other services. */
export function mayAllow(policy: Text, action: string): boolean {
  const tail = policy.kind === 'composed' ? policy.parts.at(-1) : known(policy);
  const name = typeof tail === 'string' ? /iam::aws:policy\/(.+)$/.exec(tail)?.[1] : undefined;
  const services = name !== undefined && Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
  return services === undefined || services.includes(action.split(':')[0]);
}
