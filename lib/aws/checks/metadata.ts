import type { IConstruct } from 'constructs';
import { WARNING } from './annotated';
import { ACKNOWLEDGED_RULES } from '../../checks';
import type { ConstructMetadata } from '../../topology';

/** The types of metadata that the plugin reads. Most other entries are logical ids, one for each resource. */
const READ: readonly string[] = [ACKNOWLEDGED_RULES, WARNING];

/** The acknowledgements and warnings of all constructs, with the paths of these constructs. */
export function metadataOf(app: IConstruct): ConstructMetadata[] {
  const found: ConstructMetadata[] = [];
  for (const { node } of app.node.findAll()) {
    for (const { type, data } of node.metadata) {
      if (READ.includes(type)) {
        found.push({ path: node.path, type, data });
      }
    }
  }
  return found;
}
