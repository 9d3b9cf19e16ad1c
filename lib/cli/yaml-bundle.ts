import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReadDocument } from '../topology';

/** The parser is a bundle beside the code, so that the package has no dependency, and only templates in YAML wait for it. */
const BUNDLE = join(__dirname, '../../assets/yaml/index.js');

/** Reads a template in YAML. */
export const readYaml: ReadDocument = text => createRequire(__filename)(BUNDLE).readYaml(text);
