import type { AssemblyFiles } from './assembly-file';
import { isObject, own } from './json-walk';
import type { Artifact } from './manifest';
import { join } from '../../doors/files';

/** The file assets of an app, by the hash in `TemplateURL` or `S3Key`. */
export function fileAssets(files: AssemblyFiles, found: readonly Artifact[]): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  for (const { type, raw, directory } of found) {
    const file = own(own(raw, 'properties'), 'file');
    if (type !== 'cdk:asset-manifest' || typeof file !== 'string' || !files.has(join(directory, file))) {
      continue;
    }
    const entries = own(files.json(join(directory, file), 'an asset manifest'), 'files');
    for (const [hash, asset] of Object.entries(isObject(entries) ? entries : {})) {
      const path = own(own(asset, 'source'), 'path');
      if (typeof path === 'string') {
        assets.set(hash, join(directory, path));
      }
    }
  }
  return assets;
}
