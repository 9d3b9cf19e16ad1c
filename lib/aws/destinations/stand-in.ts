/** How the jsii kernel marks the objects that other languages hold. */
const KERNEL_MARK = /^\$__jsii__/;

/** The original of a stand-in. */
const ORIGINAL = Symbol('cdk-async-invoke.original');

/**
 * Another object of the same class: it has the members that you give, and all others of the original.
 *
 * The original is not its prototype. The jsii kernel finds its marks on prototypes, too, so that a destination
 * written in Python, Java, .NET or Go would get the original. Methods run on the original, so whatever they
 * remember stays in one place.
 *
 * @param members those that differ; getters stay getters
 */
export function standInFor<T extends object>(original: T, members: Partial<T>): T {
  return Object.create(delegateOf(original), {
    [ORIGINAL]: { value: original },
    ...Object.getOwnPropertyDescriptors(members),
  }) as T;
}

/** A prototype of stand-ins, whose members are those of their originals. */
interface Delegate {
  /** The members that the originals have beside those of their class. */
  readonly own: readonly (string | symbol)[];
  readonly prototype: object;
}

/** The last delegate of each class: properties of its own for each stand-in took a third of the time to construct an alias. */
const DELEGATES = new WeakMap<object, Delegate>();

function delegateOf(original: object): object {
  const own = Reflect.ownKeys(original);
  const ofClass: object = Object.getPrototypeOf(original);
  const known = DELEGATES.get(ofClass);
  if (known && own.length === known.own.length && own.every((key, index) => key === known.own[index])) {
    return known.prototype;
  }
  const members = new Set([...own, ...membersOfClass(ofClass)].filter(isMember));
  const prototype = Object.create(ofClass, Object.fromEntries([...members].map(key => [key, delegating(key)])));
  DELEGATES.set(ofClass, { own, prototype });
  return prototype;
}

function delegating(key: string | symbol): PropertyDescriptor & ThisType<{ readonly [ORIGINAL]: any }> {
  return {
    configurable: true,
    get() {
      const original = this[ORIGINAL];
      const member = original[key];
      return typeof member === 'function' ? member.bind(original) : member;
    },
    set(value) {
      this[ORIGINAL][key] = value;
    },
  };
}

function membersOfClass(prototype: object | null): (string | symbol)[] {
  return prototype === null || prototype === Object.prototype
    ? []
    : [...Reflect.ownKeys(prototype), ...membersOfClass(Object.getPrototypeOf(prototype))];
}

function isMember(key: string | symbol): boolean {
  return key !== 'constructor' && key !== ORIGINAL && !(typeof key === 'symbol' && KERNEL_MARK.test(key.description ?? ''));
}
