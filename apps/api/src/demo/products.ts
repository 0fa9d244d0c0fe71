import type { ProducerKind } from '@ocop/domain';
import { COMMUNE_CODES, type DemoProducer, type DemoProduct } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { EARLIER_RECOGNITIONS, STORIES } from './stories.js';

// Cooperatives and households are the most; each kind is there.
const KINDS: readonly ProducerKind[] = [
  ...Array<ProducerKind>(6).fill('cooperative'),
  ...Array<ProducerKind>(4).fill('household'),
  ...Array<ProducerKind>(3).fill('company'),
  ...Array<ProducerKind>(2).fill('cooperative-group'),
  'farm',
];

/** Producers in every commune, of every kind; names of no real business. */
export function generateProducers(random: Random): DemoProducer[] {
  const communes = random.shuffle(COMMUNE_CODES);
  return random.shuffle(KINDS).map((kind, index) => ({
    no: index + 1,
    kind,
    name: messages.producer(kind, index + 1),
    commune: communes[index] ?? random.pick(COMMUNE_CODES),
  }));
}

/** The products of the stories; each producer has at least one. */
export function generateProducts(random: Random): DemoProduct[] {
  const last = Math.max(...[...EARLIER_RECOGNITIONS, ...STORIES].map(({ productNo }) => productNo));
  const owners = random.shuffle(
    Array.from({ length: last }, (_, index) => (index < KINDS.length ? index + 1 : random.between(1, KINDS.length))),
  );
  const goods = random.shuffle(messages.goods);
  return owners.map((producerNo, index) => ({
    no: index + 1,
    producerNo,
    name: messages.product(goods[index] ?? random.pick(messages.goods), index + 1),
  }));
}
