import type { Finding } from './finding';
import { idOf } from './rule-id';
import type { ConstructMetadata } from '../topology';

/** Under this aws-cdk-lib notes what `Validations.of(scope).acknowledge()` was told. */
const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';

/** aws-cdk-lib writes it before every id that names no plugin; before 2.262.1 in small letters. */
const ANNOTATION_PREFIX = /^annotation::/i;

/** What people have accepted, and where. */
export class Acknowledgements {
  private readonly pathsOf = new Map<string, Set<string>>();

  constructor(metadata: Iterable<ConstructMetadata>) {
    for (const { path, type, data } of metadata) {
      if (type !== ACKNOWLEDGED_RULES || typeof data !== 'object' || data === null) continue;
      for (const key of Object.keys(data)) this.add(key.replace(ANNOTATION_PREFIX, ''), path);
    }
  }

  /** Whether the rule is acknowledged at the construct of the finding or at any scope around it. */
  cover({ id, path, stack }: Finding): boolean {
    const paths = this.pathsOf.get(id);
    return paths !== undefined && scopes(path ?? stack).some(scope => paths.has(scope));
  }

  private add(key: string, path: string): void {
    const id = idOf(key);
    if (id === key) return;
    const paths = this.pathsOf.get(id);
    if (paths) {
      paths.add(path);
    } else {
      this.pathsOf.set(id, new Set([path]));
    }
  }
}

/** A construct path and those of all scopes around it; that of the app is empty. */
function scopes(path: string): string[] {
  const names = path.split('/');
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}
