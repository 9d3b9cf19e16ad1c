import { dirname, join } from '../../doors/files';
import { own } from '../assembly/json-walk';
import type { FunctionCode, Layer } from '../nodes/function';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import type { Text } from '../values/value';

/** The code of a function, as far as the app contains it. */
export function functionCode(reader: Reader, declared: Declared): FunctionCode {
  const { properties } = declared;
  const code = properties.get('Code');
  return {
    runtime: properties.word('Runtime'),
    handler: properties.word('Handler'),
    memorySize: properties.number('MemorySize'),
    inline: code.word('ZipFile'),
    asset: asset(reader, declared, code),
    layers: properties.texts('Layers').map(text => layer(reader, text)),
    environment: properties.has('Environment') ? environment(properties.get('Environment').get('Variables')) : NONE,
  };
}

/** Shared by all functions without variables. */
const NONE: FunctionCode['environment'] = new Map();

function environment(variables: Property): FunctionCode['environment'] {
  return new Map(variables.entries().map(([name, value]) => [name, value.required()]));
}

function layer(reader: Reader, text: Text): Layer {
  if (text.kind !== 'reference') {
    return { name: text.kind === 'literal' ? text.value : undefined };
  }
  const declared = reader.all('AWS::Lambda::LayerVersion').find(({ raw }) => raw.key === text.resource);
  return { name: declared?.raw.logicalId, asset: declared && asset(reader, declared, declared.properties.get('Content')) };
}

/** The path from the metadata, else from the hash in the object key. */
function asset(reader: Reader, { raw, stack }: Declared, code: Property): string | undefined {
  const path = own(raw.metadata, 'aws:asset:path');
  if (typeof path === 'string' && stack.file !== undefined) {
    return join(dirname(stack.file), path);
  }
  const text = code.text('S3Key');
  const hash = text?.kind === 'literal' ? /([0-9a-f]{64})\.zip$/.exec(text.value)?.[1] : undefined;
  return hash === undefined ? undefined : reader.app.assets.get(hash);
}
