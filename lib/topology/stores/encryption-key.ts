import { typeOf } from '../assembly/app';
import type { Declared, Reader } from '../reader';
import type { OtherTarget, Target } from '../targets/target';
import { concatenated, known, literal, partsOf, rendered, textOf, unknown, type Text, type Unknown } from '../values/value';

const ARN_PREFIX = 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:';
const ALIAS = 'AWS::KMS::Alias';

/** The prefix of the aliases of keys that AWS manages. */
const OF_AWS = 'alias/aws/';

/** Finds the encryption keys of resources. */
export class EncryptionKeys {
  private readonly aliases: ReadonlyMap<string, Declared>;

  constructor(private readonly reader: Reader) {
    this.aliases = new Map(reader.all(ALIAS).map(alias => [alias.origin.key, alias]));
  }

  /** The key that a text names by ARN, id or alias; `undefined` for keys that AWS manages. */
  of(text: Text | undefined, declared: Declared): Target | Unknown | undefined {
    if (text === undefined || known(text) === '') {
      return undefined;
    }
    const named = this.named(text, declared);
    if (!isAlias(named)) {
      return named;
    }
    return beginsWith(named.name, OF_AWS) ? undefined : this.behind(named);
  }

  /** Whether a text certainly names a key that AWS manages. */
  isOfAws(text: Text | undefined, declared: Declared): boolean {
    const named = text === undefined || known(text) === '' ? undefined : this.named(text, declared);
    return named !== undefined && isAlias(named) && beginsWith(named.name, OF_AWS);
  }

  /** The key behind an alias: of an alias of the app, the key that it points to; otherwise some key of that account and Region. */
  private behind(named: OtherTarget): Target | Unknown {
    const alias = this.aliases.get(named.resource ?? '');
    if (!alias) {
      return { ...named, kind: 'key', resource: undefined, name: someKey(named) };
    }
    const key = this.named(alias.properties.required('TargetKeyId'), alias);
    return alias.origin.condition ?? (isAlias(key) ? unknown('an alias cannot point to an alias') : key);
  }

  private named(text: Text, declared: Declared): Target | Unknown {
    return this.reader.named(this.arn(text, declared), declared);
  }

  private arn(text: Text, { stack }: Declared): Text {
    if (text.kind === 'reference' && typeOf(this.reader.app, text.resource) === 'AWS::KMS::Key') {
      return { ...text, attribute: 'Arn' };
    }
    const isName = beginsWith(text, 'alias/') || (text.kind === 'reference' && typeOf(this.reader.app, text.resource) === ALIAS);
    const id = known(text);
    if (!isName && (id === undefined || id.startsWith('arn:'))) {
      return text;
    }
    const prefix = this.reader.resolver.text({ 'Fn::Sub': ARN_PREFIX }, stack);
    return concatenated([prefix, isName ? text : literal(`key/${id}`)]);
  }
}

/** Whether a target is the alias of a key, rather than a key. */
function isAlias(target: Target | Unknown): target is OtherTarget {
  return target.kind === 'other' && target.service === 'kms' && (target.name.kind === 'reference' || beginsWith(target.name, 'alias/'));
}

/** The id of the key that an alias points to, which no template tells. */
function someKey({ arn }: OtherTarget): Text {
  return textOf([{ kind: 'pseudo', name: 'key', stack: rendered(arn) }]);
}

function beginsWith(text: Text, prefix: string): boolean {
  const [first] = partsOf(text);
  return typeof first === 'string' && first.startsWith(prefix);
}
