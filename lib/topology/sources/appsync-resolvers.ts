import { appsyncCode, appsyncTemplate } from './appsync-request';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { known, sameText, unknown, type Text, type Unknown } from '../values/value';

/** The types whose requests go to a data source. */
const TYPES = ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration'];

/** The resolvers, functions and channel namespaces of AppSync that do not wait for the function of their data source. */
export function appsyncResolvers(reader: Reader): Delivery[] {
  const sources = reader.all('AWS::AppSync::DataSource');
  return [
    ...reader.all(...TYPES).flatMap(declared => delivery(reader, sources, declared, declared.properties.text('DataSourceName'), 'DataSourceName', requestOf(reader, declared))),
    ...reader.all('AWS::AppSync::ChannelNamespace').flatMap(namespace => ['OnPublish', 'OnSubscribe'].flatMap(moment => {
      const integration = namespace.properties.get('HandlerConfigs').get(moment).get('Integration');
      const type = integration.get('LambdaConfig').word('InvokeType');
      const request = type?.kind === 'unknown' ? type : known(type) === 'EVENT';
      return delivery(reader, sources, namespace, integration.text('DataSourceName'), integration.get('DataSourceName').path, request);
    })),
  ];
}

/** Whether a request is asynchronous; unknown if only the run knows. */
function requestOf(reader: Reader, { properties }: Declared): boolean | Unknown {
  const [code, template] = [properties.text('Code'), properties.text('RequestMappingTemplate')];
  const [codeFile, templateFile] = ['CodeS3Location', 'RequestMappingTemplateS3Location'].map(name => reader.assetText(properties.text(name)));
  if (codeFile !== undefined || templateFile !== undefined) {
    return codeFile === undefined ? appsyncTemplate(templateFile!) : appsyncCode(codeFile);
  }
  if (properties.has('CodeS3Location') || properties.has('RequestMappingTemplateS3Location')) {
    return unknown('its code is in a bucket');
  }
  return code ? read(code, appsyncCode) : template ? read(template, appsyncTemplate) : false;
}

function read(text: Text, judge: (code: string) => boolean | Unknown): boolean | Unknown {
  if (text.kind === 'literal') {
    return judge(text.value);
  }
  return text.kind === 'unknown' ? text : unknown('its code is known at deploy time only');
}

function delivery(
  reader: Reader, sources: readonly Declared[], declared: Declared, name: Text | undefined, property: string, request: boolean | Unknown,
): Delivery[] {
  if (name === undefined || request === false) {
    return [];
  }
  const source = sources.find(candidate => isNamed(candidate, name, declared));
  const base = { kind: 'appsync-resolver', origin: declared.origin, property } as const;
  if (!source) {
    // Only functions have an invocation type.
    return request === true ? [{ ...base, to: name.kind === 'unknown' ? name : unknown('the app does not declare its data source') }] : [];
  }
  return known(source.properties.text('Type')) !== 'AWS_LAMBDA' ? [] : [{
    ...base,
    to: request === true ? reader.named(source.properties.get('LambdaConfig').required('LambdaFunctionArn'), source) : request,
    role: reader.target(source.properties.text('ServiceRoleArn'), source),
  }];
}

/** The name of a data source is unique in its API. */
function isNamed({ origin, properties }: Declared, name: Text, declared: Declared): boolean {
  if (name.kind === 'reference') {
    return name.resource === origin.key;
  }
  return sameText(properties.required('Name'), name) === true
    && sameText(properties.required('ApiId'), declared.properties.required('ApiId')) === true;
}
