/** The services that the endpoint serves, as SDKs name them in variables. One of them has an older name, too. */
const SERVICES = ['LAMBDA', 'SQS', 'SNS', 'EVENTBRIDGE', 'CLOUDWATCH_EVENTS', 'S3'];

/**
 * The environment variables by which SDKs find the endpoint. There is none for all services at once, so that code reaches
 * others as before.
 */
export function environmentOf(url: string): Record<string, string> {
  return Object.fromEntries(SERVICES.map(service => [`AWS_ENDPOINT_URL_${service}`, url]));
}
