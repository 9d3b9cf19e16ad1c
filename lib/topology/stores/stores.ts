import type { EncryptionKeys } from './encryption-key';
import type { StoreNode } from '../nodes/store';
import type { Statement } from '../policies/statement';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import { known, unknown } from '../values/value';

type Policies = ReadonlyMap<string, readonly Statement[]>;

/** The queues of the app. */
export function queues(reader: Reader, encryptionKeys: EncryptionKeys, policies: Policies): StoreNode[] {
  return reader.all('AWS::SQS::Queue').map(declared => {
    const { properties } = declared;
    const key = properties.text('KmsMasterKeyId');
    return {
      fifo: properties.switch('FifoQueue'),
      encryptionKey: encryptionKeys.of(key, declared),
      hasKeyOfAws: encryptionKeys.isOfAws(key, declared),
      maximumMessageSize: properties.number('MaximumMessageSize'),
      visibilityTimeout: properties.number('VisibilityTimeout'),
      deadLetterQueue: properties.has('RedrivePolicy') ? behind(reader, properties.get('RedrivePolicy'), declared) : undefined,
      ...store(declared, policies, 'QueueName'),
    };
  });
}

function behind(reader: Reader, redrive: Property, declared: Declared): StoreNode['deadLetterQueue'] {
  return redrive.unknown ?? reader.target(redrive.text('deadLetterTargetArn'), declared);
}

/** The topics of the app. */
export function topics(reader: Reader, encryptionKeys: EncryptionKeys, policies: Policies): StoreNode[] {
  return reader.all('AWS::SNS::Topic').map(declared => ({
    fifo: declared.properties.switch('FifoTopic'),
    encryptionKey: encryptionKeys.of(declared.properties.text('KmsMasterKeyId'), declared),
    ...store(declared, policies, 'TopicName'),
  }));
}

/** The event buses of the app. */
export function buses(reader: Reader, encryptionKeys: EncryptionKeys, policies: Policies): StoreNode[] {
  return reader.all('AWS::Events::EventBus').map(declared => ({
    encryptionKey: encryptionKeys.of(declared.properties.text('KmsKeyIdentifier'), declared),
    ...store(declared, policies, 'Name'),
  }));
}

/** The buckets of the app. */
export function buckets(reader: Reader, encryptionKeys: EncryptionKeys, policies: Policies): StoreNode[] {
  return reader.all('AWS::S3::Bucket').map(declared => ({
    encryptionKey: bucketKey(encryptionKeys, declared),
    ...store(declared, policies, 'BucketName'),
  }));
}

function store({ origin, properties }: Declared, policies: Policies, nameProperty: string): StoreNode {
  return { name: properties.text(nameProperty), policy: policies.get(origin.key) ?? [], ...origin };
}

function bucketKey(encryptionKeys: EncryptionKeys, declared: Declared): StoreNode['encryptionKey'] {
  const rules = declared.properties.get('BucketEncryption').items('ServerSideEncryptionConfiguration');
  if (rules.length > 1) {
    return unknown('it has several encryption rules');
  }
  const standard = rules[0]?.get('ServerSideEncryptionByDefault');
  const algorithm = standard?.text('SSEAlgorithm');
  if (!standard || (algorithm?.kind === 'literal' && !known(algorithm)?.startsWith('aws:kms'))) {
    return undefined;
  }
  return encryptionKeys.of(standard.text('KMSMasterKeyID'), declared);
}
