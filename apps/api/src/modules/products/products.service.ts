import type {
  Annulment, ChangeProduct, NewInspection, NewProduct, Product, ProductQuery, ProductSet, Receipt, SimilarProduct, SimilarProductQuery,
} from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { registeredName } from '../../platform/database/vietnamese-name.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { UnitsService } from '../units/units.service.js';
import { InspectionEntity, ProductEntity, ProductSetEntity } from './product.entity.js';
import { findProducer, findProduct, findProducts, findSimilarProducts, isListed } from './register.queries.js';

const described = ({ name, aliases, producerName, productSetNo }: Product) => ({ name, aliases, producer: producerName, productSet: productSetNo });

@Injectable()
export class ProductsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /** A page of the register, each product with its certificate on a day (default today). @throws AppError as-of-after-today */
  async listProducts(viewer: Viewer, query: ProductQuery): Promise<{ items: Product[]; total: number }> {
    authorize(viewer, 'products.read');
    const today = this.clock.today();
    const { asOf = today } = query;
    if (asOf > today) throw new AppError('as-of-after-today', messages.asOfAfterToday(asOf, today));
    return findProducts(this.dataSource.manager, await this.units.looksAt(viewer), asOf, query);
  }

  async listSimilar(viewer: Viewer, { name, unit }: SimilarProductQuery): Promise<{ items: SimilarProduct[]; total: number }> {
    authorize(viewer, 'products.read');
    const items = await findSimilarProducts(this.dataSource.manager, viewer.units, name, unit ?? null);
    return { items, total: items.length };
  }

  async listProductSets(viewer: Viewer): Promise<{ items: ProductSet[]; total: number }> {
    authorize(viewer, 'products.read');
    const sets = await this.dataSource.manager.find(ProductSetEntity, { order: { no: 'ASC' } });
    return { items: sets.map(({ no, sector, groupName, name }) => ({ no, sector, group: groupName, name })), total: sets.length };
  }

  /** The product as it stands today, within the viewer's units. @throws AppError not-found */
  async find(viewer: Viewer, id: number, manager: EntityManager = this.dataSource.manager): Promise<Product> {
    authorize(viewer, 'products.read');
    const product = await findProduct(manager, viewer.units, this.clock.today(), id);
    if (product === null) throw new AppError('not-found', messages.productNotFound(id));
    return product;
  }

  /** The same, which moves to no other commune until the transaction ends. @throws AppError not-found */
  async findToList(viewer: Viewer, id: number, manager: EntityManager): Promise<Product> {
    authorize(viewer, 'products.read');
    await manager.query('select 1 from product where id = $1 for share', [id]);
    // A statement of its own: the one that waited looks for the producer of before.
    await manager.query('select 1 from producer where id = (select producer_id from product where id = $1) for share', [id]);
    return this.find(viewer, id, manager);
  }

  /** @throws AppError invalid-input, already-there */
  addProduct(viewer: Viewer, input: NewProduct): Promise<Receipt> {
    authorize(viewer, 'products.write');
    return this.dataSource.transaction(async (manager) => {
      await this.check(manager, viewer, input, null);
      const { producerId, productSetNo, aliases } = input;
      const { id } = await manager.save(ProductEntity, { ...registeredName(input.name, aliases), aliases, producerId, productSetNo });
      const product = await this.find(viewer, id, manager);
      await this.audit.record(manager, viewer, { action: 'product-added', subject: 'product', subjectId: id, subjectName: product.name, after: described(product) });
      return { id, version: product.version };
    });
  }

  /** @throws AppError invalid-input, already-there, changed-meanwhile, not-found */
  changeProduct(viewer: Viewer, id: number, { version, reason, ...input }: ChangeProduct): Promise<Receipt> {
    authorize(viewer, 'products.write');
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from product where id = $1 for update', [id]);
      const before = await this.find(viewer, id, manager);
      if (before.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, before);
      await this.check(manager, viewer, input, id);
      const producer = await findProducer(manager, viewer.units, input.producerId);
      if (producer?.unitId !== before.unitId && (await isListed(manager, { productId: id }))) {
        const message = messages.movesRegistrations(before.name);
        throw new AppError('invalid-input', message, [{ path: 'producerId', message }]);
      }
      const { producerId, productSetNo, aliases } = input;
      await manager.update(ProductEntity, id, { ...registeredName(input.name, aliases), aliases, producerId, productSetNo, version: version + 1 });
      const after = await this.find(viewer, id, manager);
      const facts = difference(described(before), described(after));
      if (facts !== null) await this.audit.record(manager, viewer, { action: 'product-changed', subject: 'product', subjectId: id, subjectName: before.name, ...facts, reason });
      return { id, version: after.version };
    });
  }

  /** The product of a producer by its name, written where it is new. */
  async ensureProduct(manager: EntityManager, producerId: number, name: string): Promise<number> {
    const names = registeredName(name, []);
    const found = await manager.findOneBy(ProductEntity, { producerId, nameKey: names.nameKey });
    return (found ?? (await manager.save(ProductEntity, { ...names, producerId }))).id;
  }

  /** @throws AppError invalid-input, not-found */
  addInspection(viewer: Viewer, productId: number, input: NewInspection): Promise<Receipt> {
    authorize(viewer, 'inspections.write');
    return this.dataSource.transaction(async (manager) => {
      const { name, version } = await this.find(viewer, productId, manager);
      const faults = new Faults();
      if (input.inspectedOn > this.clock.today()) faults.add('inspectedOn', messages.inFuture('inspectedOn', this.clock.today()));
      faults.refuse();
      const { id } = await manager.save(InspectionEntity, { ...input, productId, enteredBy: viewer.accountId, enteredAt: this.clock.now() });
      await this.audit.record(manager, viewer, { action: 'inspection-entered', subject: 'product', subjectId: productId, subjectName: name, after: { inspection: id, ...input } });
      return { id, version };
    });
  }

  /** @throws AppError not-found */
  annulInspection(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'inspections.write');
    return this.dataSource.transaction(async (manager) => {
      const inspection = await manager.findOne(InspectionEntity, { where: { id, annulledAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (inspection === null) throw new AppError('not-found', messages.inspectionNotFound(id));
      const { name, version } = await this.find(viewer, inspection.productId, manager);
      await manager.update(InspectionEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
      await this.audit.record(manager, viewer, { action: 'inspection-annulled', subject: 'product', subjectId: inspection.productId, subjectName: name, before: { inspection: id }, reason });
      return { id, version };
    });
  }

  /** What only the database knows: the producer is there and in reach, its name is not taken. */
  private async check(manager: EntityManager, viewer: Viewer, { name, producerId, productSetNo }: NewProduct, id: number | null): Promise<void> {
    const faults = new Faults();
    const producer = await findProducer(manager, viewer.units, producerId);
    if (producer === null) faults.add('producerId', messages.unknownProducer(producerId));
    const known = productSetNo === null || (await manager.existsBy(ProductSetEntity, { no: productSetNo }));
    if (!known) faults.add('productSetNo', messages.unknownProductSet(productSetNo));
    faults.refuse();
    // One after the other, so that two of the same name are told so and not merely refused by the database.
    await lock(manager, 'products of a producer', producerId);
    const taken = await manager.findOneBy(ProductEntity, { producerId, nameKey: registeredName(name, []).nameKey });
    if (taken !== null && taken.id !== id) {
      const message = messages.productTaken(taken.name, producer?.name ?? '');
      throw new AppError('already-there', message, [{ path: 'name', message }]);
    }
  }
}
