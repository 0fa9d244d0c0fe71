import type { Registration, RegistrationQuery } from '@ocop/contracts';
import type { Day, ProducerKind, RegistrationKind, RegistrationStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { namedColumns } from '../../platform/database/vietnamese-name.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { ProducerEntity, ProductEntity, RegistrationEntity, RegistrationStepEntity } from './product.entity.js';
import { allRegistrationsOn, registrationsOn, registrationsThatReached } from './registration.queries.js';

export interface NewRegistration {
  planId: number;
  position: number;
  productName: string;
  producerName: string;
  producerKind: ProducerKind;
  unitId: number;
  addressAsWritten: string;
  kind: RegistrationKind;
  note: string | null;
  steps: { stage: RegistrationStage; happenedOn: Day; roundNo: number | null; paper: string | null }[];
}

@Injectable()
export class ProductsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
  ) {}

  /** A page of the product list of a year, at each product's stage on a day. */
  async listRegistrations(viewer: Viewer, query: RegistrationQuery): Promise<{ items: Registration[]; total: number }> {
    authorize(viewer, 'products.read');
    const { year, asOf, ...filters } = query;
    const view = await this.plans.view(viewer.units, year, asOf);
    return registrationsOn(this.dataSource, view, filters);
  }

  /** The whole product list of a plan on a day, in its order. */
  listAllRegistrations(view: PlanView): Promise<Registration[]> {
    return allRegistrationsOn(this.dataSource, view);
  }

  listSentToProvince(view: PlanView) {
    return registrationsThatReached(this.dataSource, view, 'sent-to-province');
  }

  /** Writes a registration with its producer and product where they are new; gives the ids. */
  async register(input: NewRegistration, manager: EntityManager): Promise<{ productId: number; registrationId: number }> {
    const producer = namedColumns(input.producerName);
    const { id: producerId } =
      (await manager.findOneBy(ProducerEntity, { unitId: input.unitId, nameKey: producer.nameKey })) ??
      (await manager.save(ProducerEntity, { ...producer, unitId: input.unitId, kind: input.producerKind }));
    const product = namedColumns(input.productName);
    const { id: productId } =
      (await manager.findOneBy(ProductEntity, { producerId, nameKey: product.nameKey })) ??
      (await manager.save(ProductEntity, { ...product, producerId }));
    const { planId, position, unitId, kind, addressAsWritten, note } = input;
    const { id: registrationId } = await manager.save(RegistrationEntity, {
      planId, position, productId, unitId, kind, addressAsWritten, note,
    });
    await manager.insert(RegistrationStepEntity, input.steps.map((step) => ({ ...step, registrationId })));
    return { productId, registrationId };
  }
}
