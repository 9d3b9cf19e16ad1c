import { dirname, join } from 'node:path';

/**
 * Folders in which code finds the packages that Lambda's Node.js runtime includes, such as the AWS SDK: the `node_modules`
 * of your project and of the folders above it.
 */
export function packageFolders(project: string): string[] {
  const parent = dirname(project);
  return [join(project, 'node_modules'), ...parent === project ? [] : packageFolders(parent)];
}

/** Regular expression for the packages that the runtime includes: the AWS SDK for JavaScript v3. */
export const RUNTIME_PACKAGES = '^@(?:aws-sdk|smithy)/[^/]+';
