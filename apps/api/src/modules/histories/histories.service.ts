import type { ProductStory, Registration, RegistrationDetail } from '@ocop/contracts';
import { REGISTRATION_MOVES, type MoveKind, type RegistrationStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { ProducersService } from '../products/producers.service.js';
import { ProductsService } from '../products/products.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { decisionsOn, inspectionsOf, resultsOf, stepsOf } from './history.queries.js';

/** What is told of a row; what it belongs to is told by where it stands. */
const rest = <T extends { registrationId: number }>({ registrationId: _registrationId, ...row }: T): Omit<T, 'registrationId'> => row;
const of = <T extends { registrationId: number }>(rows: readonly T[], id: number) => rows.filter(({ registrationId }) => registrationId === id).map(rest);

const movesFrom = (stage: RegistrationStage) =>
  (Object.entries(REGISTRATION_MOVES[stage]) as [RegistrationStage, MoveKind][]).map(([to, kind]) => ({ stage: to, kind }));

/** The whole story of a product and of a registration, in time, with what was annulled or corrected. */
@Injectable()
export class HistoriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly products: ProductsService,
    private readonly producers: ProducersService,
    private readonly registrations: RegistrationsService,
  ) {}

  /** @throws AppError not-found */
  async getProduct(viewer: Viewer, id: number): Promise<ProductStory> {
    authorize(viewer, 'products.read');
    const product = await this.products.find(viewer, id);
    const [producer, registrations, inspections] = await Promise.all([
      this.producers.getProducer(viewer, product.producerId),
      this.registrations.listOfProduct(viewer, id),
      inspectionsOf(this.dataSource.manager, id),
    ]);
    const details = await this.details(registrations, id);
    return { product, producer, registrations: details, recognitions: await decisionsOn(this.dataSource.manager, id), inspections };
  }

  /** @throws AppError not-found */
  async getRegistration(viewer: Viewer, id: number): Promise<RegistrationDetail> {
    authorize(viewer, 'products.read');
    const registration = await this.registrations.findNow(viewer, id);
    const [detail] = registration === null ? [] : await this.details([registration], registration.registration.productId);
    if (detail === undefined) throw new AppError('not-found', messages.registrationNotFound(id));
    return detail;
  }

  private async details(found: readonly { registration: Registration; year: number }[], productId: number): Promise<RegistrationDetail[]> {
    const db = this.dataSource.manager;
    const ids = found.map(({ registration }) => registration.id);
    const [steps, results, decisions] = await Promise.all([stepsOf(db, ids), resultsOf(db, ids), decisionsOn(db, productId)]);
    return found.map(({ registration, year }) => ({
      registration,
      year,
      steps: of(steps, registration.id),
      evaluations: of(results, registration.id),
      recognitions: decisions.filter(({ registrationId }) => registrationId === registration.id),
      moves: movesFrom(registration.stage),
    }));
  }
}
