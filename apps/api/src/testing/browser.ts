/** Keeps cookies of each site and follows addresses; the public address of the program leads to the test's own port. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();
  last: Response | null = null;

  /** @param own cookies of the program that it has already */
  constructor(
    private readonly publicUrl: URL,
    private readonly programOrigin: string,
    own: Record<string, string> = {},
  ) {
    this.jars.set(publicUrl.origin, new Map(Object.entries(own)));
  }

  /** The program's cookies. */
  get own(): Map<string, string> {
    return this.jars.get(this.publicUrl.origin) ?? new Map<string, string>();
  }

  /** Where an address leads. @throws Error when it leads nowhere */
  async next(address: string): Promise<string> {
    const { origin, pathname, search } = new URL(address, this.publicUrl);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const server = origin === this.publicUrl.origin ? this.programOrigin : origin;
    const response = await fetch(`${server}${pathname}${search}`, { redirect: 'manual', headers: { cookie } });
    this.last = response;
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return origin === this.publicUrl.origin ? location : new URL(location, origin).href;
  }

  /** Goes on at the other sites until it would come back to the program; gives that address. */
  async throughProvider(start: string): Promise<string> {
    let next = await this.next(start);
    while (URL.canParse(next) && new URL(next).origin !== this.publicUrl.origin) next = await this.next(next);
    return next;
  }

  /** The whole sign-in; gives where the program sends the browser at the end. */
  async signIn(start: string): Promise<string> {
    return this.next(await this.throughProvider(start));
  }
}
