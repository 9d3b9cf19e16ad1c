import { textsOfAssembly, type GivenValues, type TemplateFile } from '../topology';

/** The metadata of constructs that a page reads: paths and acknowledgements. The rest is most of a manifest. */
const READ_METADATA = new Set<unknown>(['aws:cdk:logicalId', 'aws:cdk:acknowledged-rules']);

/**
 * The files of an assembly that a page needs, without what it does not read.
 *
 * @throws TopologyError if the assembly cannot be read
 */
export function assemblyFiles(directory: string, given: GivenValues): Record<string, string> {
  return Object.fromEntries([...textsOfAssembly(directory, given)].map(([path, text]) => [path, /(^|[\\/])(manifest|[^\\/]*\.metadata)\.json$/.test(path) ? slim(text) : compact(text)]));
}

/** Templates as JSON, whatever their format is. */
export function templateFiles(files: readonly TemplateFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ file, document }) => [file, JSON.stringify(document.value)]));
}

/** A JSON text without spaces; a text in another format unchanged. */
function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** A manifest or metadata file without the entries that a page does not read, and without stack traces. */
function slim(text: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isEntry)
    ? value.filter(({ type }) => READ_METADATA.has(type)).map(({ type, data }) => ({ type, data }))
    : value);
}

function isEntry(value: unknown): value is { readonly type: unknown; readonly data?: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && String(value.type).startsWith('aws:cdk:');
}
