import type { ChangeProducer, NewProducer, Producer, ProducerQuery, Receipt } from '@ocop/contracts';
import type { ProducerKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { registeredName } from '../../platform/database/vietnamese-name.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { UnitsService } from '../units/units.service.js';
import { ProducerEntity } from './product.entity.js';
import { findProducer, findProducers, isListed } from './register.queries.js';

const described = ({ name, aliases, kind, unitName }: Producer) => ({ name, aliases, kind, unit: unitName });

@Injectable()
export class ProducersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  async listProducers(viewer: Viewer, query: ProducerQuery): Promise<{ items: Producer[]; total: number }> {
    authorize(viewer, 'products.read');
    return findProducers(this.dataSource.manager, await this.units.looksAt(viewer), query);
  }

  getProducer(viewer: Viewer, id: number): Promise<Producer> {
    authorize(viewer, 'products.read');
    return this.find(viewer, id, this.dataSource.manager);
  }

  /** @throws AppError invalid-input, already-there */
  addProducer(viewer: Viewer, input: NewProducer): Promise<Receipt> {
    authorize(viewer, 'producers.write');
    return this.dataSource.transaction(async (manager) => {
      await this.check(manager, viewer, input, null);
      const { kind, unitId, aliases } = input;
      const { id } = await manager.save(ProducerEntity, { ...registeredName(input.name, aliases), aliases, kind, unitId });
      const producer = await this.find(viewer, id, manager);
      await this.audit.record(manager, viewer, { action: 'producer-added', subject: 'producer', subjectId: id, subjectName: producer.name, after: described(producer) });
      return { id, version: producer.version };
    });
  }

  /** @throws AppError invalid-input, already-there, changed-meanwhile, not-found */
  changeProducer(viewer: Viewer, id: number, { version, reason, ...input }: ChangeProducer): Promise<Receipt> {
    authorize(viewer, 'producers.write');
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select 1 from producer where id = $1 for update', [id]);
      const before = await this.find(viewer, id, manager);
      if (before.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, before);
      await this.check(manager, viewer, input, id);
      if (input.unitId !== before.unitId && (await isListed(manager, { producerId: id }))) {
        const message = messages.movesRegistrations(before.name);
        throw new AppError('invalid-input', message, [{ path: 'unitId', message }]);
      }
      const { kind, unitId, aliases } = input;
      await manager.update(ProducerEntity, id, { ...registeredName(input.name, aliases), aliases, kind, unitId, version: version + 1 });
      const after = await this.find(viewer, id, manager);
      const facts = difference(described(before), described(after));
      if (facts !== null) await this.audit.record(manager, viewer, { action: 'producer-changed', subject: 'producer', subjectId: id, subjectName: before.name, ...facts, reason });
      return { id, version: after.version };
    });
  }

  /** The producer of a unit by its name, written where it is new. */
  async ensureProducer(manager: EntityManager, unitId: number, name: string, kind: ProducerKind): Promise<number> {
    const names = registeredName(name, []);
    const found = await manager.findOneBy(ProducerEntity, { unitId, nameKey: names.nameKey });
    return (found ?? (await manager.save(ProducerEntity, { ...names, unitId, kind }))).id;
  }

  private async find(viewer: Viewer, id: number, manager: EntityManager): Promise<Producer> {
    const producer = await findProducer(manager, viewer.units, id);
    if (producer === null) throw new AppError('not-found', messages.producerNotFound(id));
    return producer;
  }

  /** What only the database knows: a commune that is there today and in reach, whose producers have not this name yet. */
  private async check(manager: EntityManager, viewer: Viewer, { name, unitId }: NewProducer, id: number | null): Promise<void> {
    const faults = new Faults();
    const unit = await this.units.findCommune(unitId, manager);
    if (unit === null) faults.add('unitId', messages.unknownCommune(unitId));
    else if (viewer.units !== null && !viewer.units.includes(unitId)) faults.add('unitId', messages.communeOutOfReach(unit.fullName));
    faults.refuse();
    await lock(manager, 'producers of a unit', unitId);
    const taken = await manager.findOneBy(ProducerEntity, { unitId, nameKey: registeredName(name, []).nameKey });
    if (taken !== null && taken.id !== id) {
      const message = messages.producerTaken(taken.name, unit?.fullName ?? '');
      throw new AppError('already-there', message, [{ path: 'name', message }]);
    }
  }
}
