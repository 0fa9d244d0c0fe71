import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin } from './plan-view.js';
import { plansInSight, type PlanInSight, type Sight } from './plans-in-sight.query.js';

export type { PlanInSight, Sight } from './plans-in-sight.query.js';

type Db = Pick<EntityManager, 'query'>;

/** Which plan is meant by a year: an installation holds those of many localities. */
@Injectable()
export class PlansInSightService {
  constructor(private readonly dataSource: DataSource) {}

  /** The plan of a year: of the locality chosen, else the nearest. @throws AppError unknown-year, locality-needed, unknown-locality */
  async find(sight: Sight, year: number, db: Db = this.dataSource): Promise<PlanInSight> {
    const nearest = (await plansInSight(db, sight, year)).filter((plan) => plan.nearest);
    const [plan] = nearest;
    if (plan !== undefined && nearest.length === 1) return plan;
    const refusal = (code: 'locality-needed' | 'unknown-locality', message: string) => new AppError(code, message, [{ path: 'locality', message }]);
    if (plan !== undefined) throw refusal('locality-needed', messages.localityNeeded(year, nearest));
    const years = await this.years(sight, db);
    if (sight.locality !== null && years.length === 0) throw refusal('unknown-locality', messages.unknownLocality(sight.locality));
    throw new AppError('unknown-year', messages.unknownYear(year, years));
  }

  /** Of each locality the newest up to a year, among those that `find` gives; who shows all of them needs no locality chosen. */
  async newest(sight: Sight, year: number): Promise<PlanInSight[]> {
    const plans = (await this.list(sight)).filter((plan) => plan.nearest && plan.year <= year);
    return plans.filter(({ unitId }, index) => plans.findIndex((newer) => newer.unitId === unitId) === index);
  }

  /** All of the locality chosen, else of every one, newest year first. */
  list(sight: Sight): Promise<PlanInSight[]> {
    return plansInSight(this.dataSource, sight, null);
  }

  /** Years that have a plan, oldest first. */
  async years(sight: Sight, db: Db = this.dataSource): Promise<number[]> {
    const plans = await plansInSight(db, sight, null);
    return [...new Set(plans.map(({ year }) => year))].reverse();
  }

  /** The unit whose reports somebody plans and sends: that of the newest plan seen whole. @throws AppError not-found for who sees no plan whole, locality-needed, unknown-locality */
  async office(sight: Sight): Promise<number> {
    const newest = (await this.list(sight)).find((plan) => unitsWithin(plan, sight.units) === null);
    if (newest === undefined) throw new AppError('not-found', messages.noPlan);
    return (await this.find(sight, newest.year)).unitId;
  }
}
