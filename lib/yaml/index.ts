import { offsetOf } from './positions';
import { nodesOf, SyntaxProblem } from './syntax';
import { Values } from './values';
import { Lines, type ReadDocument } from '../topology/assembly/located-document';

/** Reads a template in YAML, as CloudFormation does: short forms, and the scalars of YAML 1.1. */
export const readYaml: ReadDocument = source => {
  const text = source.replace(/^\uFEFF/, '');
  const lines = new Lines(text);
  try {
    const root = nodesOf(text);
    const values = new Values();
    const value = values.of(root);
    const repeated = values.repeated.map(({ key, offset }) => ({ key, position: lines.at(offset) }));
    return { format: 'yaml', value, repeated, positionOf: path => lines.at(root === null ? 0 : offsetOf(values, root, path)) };
  } catch (error) {
    if (error instanceof SyntaxProblem) {
      return { problem: error.message, position: lines.at(error.offset) };
    }
    throw error;
  }
};
