import * as cdk from 'aws-cdk-lib';
import type * as library from '../lib';

/** The library as a second copy loads it, beside the same aws-cdk-lib. */
export function secondCopy(): typeof library {
  let copy: typeof library | undefined;
  jest.isolateModules(() => {
    jest.doMock('aws-cdk-lib', () => cdk);
    copy = jest.requireActual<typeof library>('../lib');
    jest.dontMock('aws-cdk-lib');
  });
  return copy!;
}
