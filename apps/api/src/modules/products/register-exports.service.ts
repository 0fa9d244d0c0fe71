import type { ProducerExportQuery, Producer, Product, ProductExportQuery } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { messages } from '../../platform/exports/messages.js';
import { filterLines, orderLine, rowsOf, type ExportColumn } from '../../platform/exports/table-export.js';
import { UnitsService } from '../units/units.service.js';
import { ProductSetEntity } from './product.entity.js';
import { findAllProducers, findProducer, findProductIds, productsOf } from './register.queries.js';

const words = messages.columns;
const { producerKindNames } = domainMessages.vi;

const producerColumns: readonly ExportColumn<Producer>[] = [
  { header: words.producerNameOf, kind: 'text', width: 40, value: ({ name }) => name },
  { header: words.producerKind, kind: 'text', width: 18, value: ({ kind }) => producerKindNames[kind] },
  { header: words.unitName, kind: 'text', value: ({ unitName }) => unitName },
  { header: words.products, kind: 'whole', value: ({ products }) => products },
  { header: words.aliases, kind: 'text', value: ({ aliases }) => aliases.join('; ') },
];
const producerSorts = { name: words.producerNameOf, kind: words.producerKind, unitName: words.unitName, products: words.products };

const productColumns = (sets: ReadonlyMap<number, string>): readonly ExportColumn<Product>[] => [
  { header: words.productName, kind: 'text', width: 40, value: ({ name }) => name },
  { header: words.producerName, kind: 'text', width: 40, value: ({ producerName }) => producerName },
  { header: words.producerKind, kind: 'text', width: 18, value: ({ producerKind }) => producerKindNames[producerKind] },
  { header: words.unitName, kind: 'text', value: ({ unitName }) => unitName },
  { header: words.productSet, kind: 'text', width: 32, value: ({ productSetNo }) => (productSetNo === null ? null : (sets.get(productSetNo) ?? String(productSetNo))) },
  { header: words.certificate, kind: 'text', value: ({ certificate }) => messages.standings[certificate] },
  { header: words.stars, kind: 'whole', width: 6, value: ({ stars }) => stars },
  { header: words.decidedOn, kind: 'day', width: 16, value: ({ decidedOn }) => decidedOn },
  { header: words.validTo, kind: 'day', width: 16, value: ({ validTo }) => validTo },
  { header: words.aliases, kind: 'text', value: ({ aliases }) => aliases.join('; ') },
];
const productSorts = { name: words.productName, producerName: words.producerName, unitName: words.unitName, stars: words.stars, validTo: words.validTo };

/** The registers as files. */
@Injectable()
export class RegisterExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly units: UnitsService,
    private readonly exports: ExportsService,
  ) {}

  async exportProducts(viewer: Viewer, { format, ...query }: ProductExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'products.read');
    const { manager } = this.dataSource;
    const asOf = query.asOf ?? this.clock.today();
    const ids = await findProductIds(manager, await this.units.looksAt(viewer), asOf, query);
    const sets = new Map((await manager.find(ProductSetEntity)).map(({ no, name }) => [no, messages.productSet(no, name)]));
    const producer = query.producer && ((await findProducer(manager, viewer.units, query.producer))?.name ?? String(query.producer));
    return this.exports.send(viewer, format, {
      id: 'products', permission: 'products.read', title: messages.tables.products, asOf, plan: null, query, total: ids.length,
      provenance: [
        ...filterLines([
          [words.locality, viewer.locality === null ? undefined : await this.units.nameOf(viewer.locality)],
          [words.search, query.search],
          [words.certificate, query.certificate && messages.standings[query.certificate]],
          [words.unitName, query.unit && (await this.units.nameOf(query.unit))],
          [words.producerName, producer],
          [words.productSet, query.productSet && sets.get(query.productSet)],
        ]),
        orderLine(productSorts[query.sort ?? 'name'], query.order),
      ],
      columns: productColumns(sets),
      rows: rowsOf(viewer, ids, (part) => productsOf(manager, viewer.units, asOf, part)),
    });
  }

  async exportProducers(viewer: Viewer, { format, ...query }: ProducerExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'products.read');
    const producers = await findAllProducers(this.dataSource.manager, await this.units.looksAt(viewer), query);
    return this.exports.send(viewer, format, {
      id: 'producers', permission: 'products.read', title: messages.tables.producers, asOf: null, plan: null, query, total: producers.length,
      provenance: [
        ...filterLines([
          [words.locality, viewer.locality === null ? undefined : await this.units.nameOf(viewer.locality)],
          [words.search, query.search],
          [words.producerKind, query.kind && producerKindNames[query.kind]],
          [words.unitName, query.unit && (await this.units.nameOf(query.unit))],
        ]),
        orderLine(producerSorts[query.sort ?? 'name'], query.order),
      ],
      columns: producerColumns,
      rows: producers,
    });
  }
}
