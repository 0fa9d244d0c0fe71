import type { ForecastAnswer, YearAsOfQuery } from '@ocop/contracts';
import { forecast, newlyRecognised, recognisedProducts } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { FactsCache } from '../../platform/database/facts-cache.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { PlansService } from '../plans/plans.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';

/** “Will we make it?”, computed openly from past pass rates; by hand in docs/forecast.md. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly registrations: RegistrationsService,
    private readonly cache: FactsCache,
  ) {}

  /** @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  getForecast(viewer: Viewer, query: YearAsOfQuery): Promise<ForecastAnswer> {
    authorize(viewer, 'indicators.read');
    return this.cache.get(this.plans.cacheKey('forecast', viewer, query), () => this.compute(viewer, query));
  }

  private async compute(viewer: Viewer, { year, asOf }: YearAsOfQuery): Promise<ForecastAnswer> {
    const view = await this.plans.view(viewer, year, asOf);
    const [facts, past] = await Promise.all([this.indicators.facts(view), this.registrations.listPastFirstTime(view)]);
    const counted = newlyRecognised(facts.recognitions, year, view.asOf);
    const countedProducts = new Set(counted.map(({ productId }) => productId));
    const recognised = recognisedProducts(facts.recognitions, view.asOf);
    const contenders = facts.registrations
      .filter(({ kind, productId }) => kind === 'new' && !countedProducts.has(productId))
      .map((registration) => ({ ...registration, recognisedBefore: recognised.has(registration.productId) }));
    const answer = forecast({ value: counted.length, target: facts.newProductsMinimum, contenders, rounds: facts.rounds, past, supplementBefore: view.plan.supplementBefore, year, asOf: view.asOf });
    if (answer === null || facts.newProductsMinimum === null) return { forecast: null };
    const { needed, probability, why, rates } = answer;
    const prospects = answer.prospects.flatMap((prospect) => {
      const registration = contenders.find(({ id }) => id === prospect.id);
      if (registration === undefined) return [];
      const { productId, productName, unitName, stage } = registration;
      return [{ ...prospect, productId, productName, unitName, stage }];
    });
    return { forecast: { year, asOf: view.asOf, value: counted.length, target: facts.newProductsMinimum, needed, probability, why, rates, prospects } };
  }
}
