/** A request as an SDK sends it, made by hand, so that tests see every byte. */
export async function send(url: string, operation: string, request: Readonly<Record<string, any>>, region = 'us-east-1'): Promise<Sent> {
  const { FunctionName, Qualifier, Name, Marker, MaxItems, ...members } = request;
  const [method, template] = PATHS[operation];
  const inBody = template.endsWith('/aliases') ? { Name } : template.endsWith('/functions') ? { FunctionName } : {};
  const path = template.replace('*', encodeURIComponent(FunctionName)).replace('+', encodeURIComponent(Name));
  const query = new URLSearchParams(Object.entries({ Qualifier, Marker, MaxItems }).filter(([, value]) => value !== undefined));
  const response = await fetch(`${url}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers: { ...headersOf(members), Authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260914/${region}/lambda/aws4_request, SignedHeaders=host, Signature=0` },
    body: method === 'GET' || method === 'DELETE' ? undefined : bodyOf(operation, { ...members, ...inBody }),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** The response. */
export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const PATHS: Readonly<Record<string, readonly [method: string, path: string]>> = {
  Invoke: ['POST', '/2015-03-31/functions/*/invocations'],
  InvokeAsync: ['POST', '/2014-11-13/functions/*/invoke-async/'],
  PutFunctionEventInvokeConfig: ['PUT', '/2019-09-25/functions/*/event-invoke-config'],
  UpdateFunctionEventInvokeConfig: ['POST', '/2019-09-25/functions/*/event-invoke-config'],
  GetFunctionEventInvokeConfig: ['GET', '/2019-09-25/functions/*/event-invoke-config'],
  DeleteFunctionEventInvokeConfig: ['DELETE', '/2019-09-25/functions/*/event-invoke-config'],
  ListFunctionEventInvokeConfigs: ['GET', '/2019-09-25/functions/*/event-invoke-config/list'],
  CreateFunction: ['POST', '/2015-03-31/functions'],
  GetFunction: ['GET', '/2015-03-31/functions/*'],
  GetFunctionConfiguration: ['GET', '/2015-03-31/functions/*/configuration'],
  UpdateFunctionConfiguration: ['PUT', '/2015-03-31/functions/*/configuration'],
  DeleteFunction: ['DELETE', '/2015-03-31/functions/*'],
  CreateAlias: ['POST', '/2015-03-31/functions/*/aliases'],
  UpdateAlias: ['PUT', '/2015-03-31/functions/*/aliases/+'],
  GetAlias: ['GET', '/2015-03-31/functions/*/aliases/+'],
  DeleteAlias: ['DELETE', '/2015-03-31/functions/*/aliases/+'],
  ListAliases: ['GET', '/2015-03-31/functions/*/aliases'],
  AddPermission: ['POST', '/2015-03-31/functions/*/policy'],
  GetPolicy: ['GET', '/2015-03-31/functions/*/policy'],
  RemovePermission: ['DELETE', '/2015-03-31/functions/*/policy/+'],
  PublishVersion: ['POST', '/2015-03-31/functions/*/versions'],
  ListVersionsByFunction: ['GET', '/2015-03-31/functions/*/versions'],
  PutFunctionConcurrency: ['PUT', '/2017-10-31/functions/*/concurrency'],
  GetFunctionConcurrency: ['GET', '/2019-09-30/functions/*/concurrency'],
  PutFunctionRecursionConfig: ['PUT', '/2024-08-31/functions/*/recursion-config'],
  GetFunctionRecursionConfig: ['GET', '/2024-08-31/functions/*/recursion-config'],
  DeleteFunctionConcurrency: ['DELETE', '/2017-10-31/functions/*/concurrency'],
};

function headersOf({ InvocationType, LogType, ClientContext, TenantId, DurableExecutionName }: Record<string, any>): Record<string, string> {
  return Object.fromEntries(Object.entries({
    'X-Amz-Invocation-Type': InvocationType,
    'X-Amz-Log-Type': LogType,
    'X-Amz-Client-Context': ClientContext,
    'X-Amz-Tenant-Id': TenantId,
    'X-Amz-Durable-Execution-Name': DurableExecutionName,
  }).filter(([, value]) => value !== undefined));
}

function bodyOf(operation: string, { Payload, PayloadBase64, InvokeArgs, ...members }: Record<string, any>): string | Buffer {
  if (operation === 'InvokeAsync') {
    return InvokeArgs;
  }
  if (operation !== 'Invoke') {
    return JSON.stringify(members);
  }
  if (PayloadBase64 !== undefined) {
    return Buffer.from(PayloadBase64, 'base64');
  }
  if (Payload === '<300 KB>') {
    return JSON.stringify({ text: 'x'.repeat(300 * 1024) });
  }
  return typeof Payload === 'string' || Payload === undefined ? Payload ?? '' : JSON.stringify(Payload);
}
