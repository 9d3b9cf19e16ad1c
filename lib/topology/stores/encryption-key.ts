import { typeOf } from '../assembly/app';
import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import type { Property } from '../values/property';
import { concatenated, known, literal, type Text, type Unknown } from '../values/value';

const ARN_PREFIX = 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:';

/** Finds the encryption keys of resources. */
export class EncryptionKeys {
  private readonly aliases: ReadonlyMap<string, Declared>;
  private readonly aliasesByName: ReadonlyMap<string, Declared>;

  constructor(private readonly reader: Reader) {
    const aliases = reader.all('AWS::KMS::Alias');
    this.aliases = new Map(aliases.map(alias => [alias.origin.key, alias]));
    this.aliasesByName = new Map(aliases.map(alias => [`${alias.origin.stack}:${known(alias.properties.text('AliasName'))}`, alias]));
  }

  /** The key that a property names by ARN, id or alias; `undefined` for keys that AWS manages. */
  of(property: Property, declared: Declared): Target | Unknown | undefined {
    const text = property.text();
    const name = known(text);
    if (text === undefined || name === '' || name?.startsWith('alias/aws/') || name?.includes(':alias/aws/')) {
      return undefined;
    }
    const alias = text.kind === 'reference' ? this.aliases.get(text.resource) : this.aliasesByName.get(`${declared.origin.stack}:${name}`);
    const arn = alias ? this.arn(alias.properties.required('TargetKeyId'), alias) : this.arn(text, declared);
    return this.reader.named(arn, declared);
  }

  private arn(text: Text, { stack }: Declared): Text {
    const isKey = text.kind === 'reference' && typeOf(this.reader.app, text.resource) === 'AWS::KMS::Key';
    if (isKey) {
      return { ...text, attribute: 'Arn' };
    }
    const name = known(text);
    if (name === undefined || name.startsWith('arn:')) {
      return text;
    }
    const prefix = this.reader.resolver.text({ 'Fn::Sub': ARN_PREFIX }, stack);
    return concatenated([prefix, literal(name.startsWith('alias/') ? name : `key/${name}`)]);
  }
}
