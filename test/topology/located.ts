import { readJson, type LocatedDocument, type TemplateFile } from '../../lib/topology';

/** A value as a document in JSON, of two spaces a level. */
export function located(value: unknown): LocatedDocument {
  const read = readJson(JSON.stringify(value, undefined, 2));
  if ('problem' in read) {
    throw new Error(read.problem);
  }
  return read;
}

/** A template as a file. */
export function templateFile(file: string, Resources: unknown, sections: object = {}): TemplateFile {
  return { file, document: located({ ...sections, Resources }) };
}
