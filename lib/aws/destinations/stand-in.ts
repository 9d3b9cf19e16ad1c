/** How the jsii kernel marks the objects that other languages hold. */
const KERNEL_MARK = /^\$__jsii__/;

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
  const delegated = [...membersOf(original)].map(key => [key, delegating(original, key as keyof T)]);
  return Object.create(Object.getPrototypeOf(original), {
    ...Object.fromEntries(delegated),
    ...Object.getOwnPropertyDescriptors(members),
  }) as T;
}

function delegating<T extends object>(original: T, key: keyof T): PropertyDescriptor {
  return {
    configurable: true,
    get() {
      const member = original[key];
      return typeof member === 'function' ? member.bind(original) : member;
    },
    set(value) {
      original[key] = value;
    },
  };
}

/** The members of each class, which are the same for all its objects. */
const MEMBERS = new WeakMap<object, readonly (string | symbol)[]>();

function membersOf(original: object): Set<string | symbol> {
  return new Set([...Reflect.ownKeys(original).filter(isMember), ...membersOfClass(Object.getPrototypeOf(original))]);
}

function membersOfClass(prototype: object | null): readonly (string | symbol)[] {
  if (prototype === null || prototype === Object.prototype) {
    return [];
  }
  const found = MEMBERS.get(prototype)
    ?? [...new Set([...Reflect.ownKeys(prototype).filter(isMember), ...membersOfClass(Object.getPrototypeOf(prototype))])];
  MEMBERS.set(prototype, found);
  return found;
}

function isMember(key: string | symbol): boolean {
  return key !== 'constructor' && !(typeof key === 'symbol' && KERNEL_MARK.test(key.description ?? ''));
}
