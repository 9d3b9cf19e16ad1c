import { readJson } from './assembly/json-document';
import type { DocumentProblem, LocatedDocument, ReadDocument } from './assembly/located-document';
import { TopologyError } from './topology-error';

/**
 * Reads the text of a template. What begins like JSON is JSON, which YAML takes with fewer quotes.
 *
 * @param name the file as the user names it
 * @param readYaml reads a text in YAML
 * @throws TopologyError with file, line and column
 */
export function templateDocument(text: string, name: string, readYaml: ReadDocument): LocatedDocument {
  const isJson = /^\s*[{[]/.test(text) || /\.json$/i.test(name);
  const json = isJson ? readJson(text) : undefined;
  if (json && !isProblem(json)) {
    return json;
  }
  const yaml = /\.json$/i.test(name) ? undefined : readYaml(text);
  if (yaml && !isProblem(yaml)) {
    return yaml;
  }
  const { problem, position: { line, column } } = (json ?? yaml) as DocumentProblem;
  throw new TopologyError(`${name}:${line}:${column}: the template cannot be read, because ${problem}. Correct it.`);
}

function isProblem(read: LocatedDocument | DocumentProblem): read is DocumentProblem {
  return 'problem' in read;
}
