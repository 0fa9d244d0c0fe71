/** While one waits for the disk, the next is checked. */
const AT_ONCE = 2;

/**
 * Work of which one piece waits for another anyway, done together: whatever arrives while some is being done waits, and is then done at once.
 * Nothing waits when nothing else is being done.
 */
export class WriteQueue<T, R> {
  private readonly waiting: { item: T; done: (outcome: PromiseSettledResult<R>) => void }[] = [];
  private working = 0;

  /** @param write gives an outcome for each item, in their order, and never throws */
  constructor(
    private readonly most: number,
    private readonly write: (items: readonly T[]) => Promise<PromiseSettledResult<R>[]>,
  ) {}

  /** @throws what the outcome of this item is rejected with */
  async add(item: T): Promise<R> {
    const outcome = await new Promise<PromiseSettledResult<R>>((done) => {
      this.waiting.push({ item, done });
      if (this.working < AT_ONCE) void this.work();
    });
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  private async work(): Promise<void> {
    this.working += 1;
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, this.most);
      const outcomes = await this.write(together.map(({ item }) => item));
      together.forEach(({ done }, index) => {
        const outcome = outcomes[index];
        if (outcome !== undefined) done(outcome);
      });
    }
    this.working -= 1;
  }
}
