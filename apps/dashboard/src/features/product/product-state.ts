import { productSchema, type ChangeProduct, type NewProduct, type Producer, type Product } from '@ocop/contracts';
import { optional, readAliases, typedAliases, type FormReader, type Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';

type Told = Pick<Product, 'version' | 'name' | 'aliases' | 'producerId' | 'producerName' | 'productSetNo'>;

/** The form of a product of the register. */
export interface ProductState {
  name: string;
  aliases: string;
  producerId: number | null;
  producerName: string;
  productSetNo: number | null;
  reason: string;
}
export type ChangedProductState = ProductState & { seen: Seen };

/** A producer, as far as the form of its product names it. */
export type Named = Pick<Producer, 'id' | 'name'>;

/** The form of a new product, of a producer where it is known already. */
export const newProductOf = (producer: Named | null): ProductState => ({
  name: '', aliases: '', producerId: producer?.id ?? null, producerName: producer?.name ?? '', productSetNo: null, reason: '',
});

const fieldsOf = ({ name, aliases, producerId, producerName, productSetNo }: Told) => ({ name, aliases: typedAliases(aliases), producerId, producerName, productSetNo });
const seenOf = (product: Told): Seen => ({ version: product.version, ...fieldsOf(product) });

export const changeOf = (product: Told): ChangedProductState => ({ seen: seenOf(product), ...fieldsOf(product), reason: '' });

/** The product as the API says it stands now. */
export function presentProduct(current: unknown): Seen | null {
  const read = productSchema.safeParse(current);
  return read.success ? seenOf(read.data) : null;
}

export const readProduct = ({ name, aliases, producerId, productSetNo }: ProductState, reader: FormReader): Reading<NewProduct> =>
  reader.as({ name, aliases: readAliases(aliases), producerId: reader.choice('producerId', producerId), productSetNo });

export const readProductChange = ({ seen, name, aliases, producerId, productSetNo, reason }: ChangedProductState, reader: FormReader): Reading<ChangeProduct> =>
  reader.as({ version: seen.version, name, aliases: readAliases(aliases), producerId: reader.choice('producerId', producerId), productSetNo, reason: optional(reason) });
