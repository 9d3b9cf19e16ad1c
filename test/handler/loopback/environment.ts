/** What the SDK finds in Lambda, as far as it reads it before the first request. */
const LAMBDA_RUNTIME = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_EC2_METADATA_DISABLED: 'true' };

/** Lets the SDK find its way to servers of a test, e.g. `{ LAMBDA: server.url }`; undo it with what this returns. */
export function pointSdkTo(endpoints: Readonly<Record<string, string>>): () => void {
  const variables = {
    ...LAMBDA_RUNTIME,
    ...Object.fromEntries(Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
  };
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => before.forEach(([name, value]) => value === undefined ? delete process.env[name] : process.env[name] = value);
}
