import { FileAssetPackaging } from 'aws-cdk-lib';
import { errorOf, rosStack } from './fixture';

const MESSAGE = (got: string) => `\`asset\` must be left out of a ROS stack, got: ${got}. Assets go to the buckets and registries of AWS, which ROS cannot read. `
  + 'Refer to code in OSS, or to an image in the Container Registry. [Ros]';

test.each([
  ['by its name', { fileName: 'code.zip' }, 'code.zip'],
  ['that a command produces', { executable: ['make'] }, 'a file'],
])('refuses a file %s', (_, source, got) => {
  expect(errorOf(() => rosStack().synthesizer.addFileAsset({ sourceHash: 'x', packaging: FileAssetPackaging.FILE, ...source }))).toBe(MESSAGE(got));
});

test('refuses an image', () => {
  expect(errorOf(() => rosStack().synthesizer.addDockerImageAsset({ sourceHash: 'x', directoryName: '.' }))).toBe(MESSAGE('an image'));
});
