import type { INestApplicationContext } from '@nestjs/common';
import { searchKey } from '@ocop/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import { ActivityEntity } from '../modules/activities/activity.entity.js';
import { CommuneReportEntity } from '../modules/commune-reports/commune-report.entity.js';
import { EvaluationEntity, RecognitionEntity, RevocationEntity } from '../modules/evaluations/evaluation.entity.js';
import { FundingEntryEntity } from '../modules/funding/funding-entry.entity.js';
import { ImportsService } from '../modules/imports/imports.service.js';
import { readPlanFile, readUnitsFile } from '../modules/imports/plan-file.js';
import { FundingSourceEntity, PlanEntity } from '../modules/plans/plan.entity.js';
import { PlansService } from '../modules/plans/plans.service.js';
import { ProducerEntity, ProductEntity } from '../modules/products/product.entity.js';
import { RegistrationEntity, RegistrationStepEntity } from '../modules/registrations/registration.entity.js';
import { UnitEntity } from '../modules/units/unit.entity.js';
import { lock } from '../platform/database/locks.js';
import { namedColumns, registeredName } from '../platform/database/vietnamese-name.js';
import { toDemoPlan } from './demo-plan.js';
import { generateDemo } from './generate-demo.js';

const SEED = 1227;

/** The row a number, year or code stands for. Throws RangeError when there is none. */
function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`No row for ${String(key)}`);
  return value;
}

/** Inserts rows in one statement; gives the id of each by its number. */
async function insertNumbered<Entity extends ObjectLiteral & { id: number }>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly { no: number; columns: QueryDeepPartialEntity<Entity> }[],
): Promise<Map<number, number>> {
  const { identifiers } = await manager.insert(entity, rows.map(({ columns }) => columns));
  return new Map(rows.map(({ no }, index) => [no, Number(identifiers[index]?.['id'])]));
}

/**
 * Fills an empty database with the invented years, all or nothing; one that has a plan is left as it is.
 * @param onStart called before the first row is written
 * @throws BrokenFileError when a shipped file cannot be read
 */
export async function loadDemo(
  app: INestApplicationContext,
  unitsBytes: Uint8Array,
  planBytes: Uint8Array,
  onStart: () => void,
): Promise<void> {
  const { value: unitsFile } = readUnitsFile(unitsBytes);
  const { value: issued } = readPlanFile(planBytes);
  await app.get(DataSource).transaction(async (manager) => {
    await lock(manager, 'loading');
    if (await manager.exists(PlanEntity)) return;
    onStart();
    const data = generateDemo(SEED);

    const townId = await app.get(ImportsService).loadUnits(unitsFile, manager);
    const communes = await manager.findBy(UnitEntity, { parentId: townId });
    const communeByCode = new Map<string, UnitEntity>(communes.map((commune) => [commune.code, commune]));
    const unitIdOf = (code: string) => found(communeByCode, code).id;

    const planIds = new Map<number, number>();
    const sourceIds = new Map<string, number>();
    for (const plan of data.plans) {
      const planId = await app.get(PlansService).createOnce(toDemoPlan(plan, issued, townId), manager);
      if (planId === null) continue;
      planIds.set(plan.year, planId);
      const sources = await manager.findBy(FundingSourceEntity, { planId });
      for (const { code, id } of sources) sourceIds.set(`${plan.year} ${code}`, id);
    }

    const producers = new Map(data.producers.map((producer) => [producer.no, producer]));
    const producerIds = await insertNumbered(
      manager,
      ProducerEntity,
      data.producers.map(({ no, name, kind, commune }) => ({
        no,
        columns: { ...namedColumns(name), kind, unitId: unitIdOf(commune) },
      })),
    );
    const productIds = await insertNumbered(
      manager,
      ProductEntity,
      data.products.map(({ no, name, producerNo }) => ({
        no,
        columns: { ...namedColumns(name), producerId: found(producerIds, producerNo) },
      })),
    );
    const products = new Map(data.products.map((product) => [product.no, product]));
    const registeredOn = new Map<number, string>();
    for (const { registrationNo, happenedOn } of data.steps) {
      if (happenedOn < (registeredOn.get(registrationNo) ?? '9')) registeredOn.set(registrationNo, happenedOn);
    }
    const registrationIds = await insertNumbered(
      manager,
      RegistrationEntity,
      data.registrations.map(({ no, year, productNo, ...registration }) => {
        const commune = found(communeByCode, found(producers, found(products, productNo).producerNo).commune);
        const place = { unitId: commune.id, addressAsWritten: `${commune.type} ${commune.name}`, registeredOn: found(registeredOn, no) };
        return { no, columns: { ...registration, ...place, planId: found(planIds, year), productId: found(productIds, productNo) } };
      }),
    );

    await manager.insert(
      RegistrationStepEntity,
      data.steps.map(({ registrationNo, ...step }) => ({ ...step, registrationId: found(registrationIds, registrationNo) })),
    );
    await manager.insert(
      EvaluationEntity,
      data.evaluations.map(({ registrationNo, ...evaluation }) => ({
        ...evaluation,
        registrationId: found(registrationIds, registrationNo),
      })),
    );
    const { identifiers: decisions } = await manager.insert(
      RecognitionEntity,
      data.recognitions.map(({ productNo, registrationNo, revokedOn: _on, revocationPaper: _paper, ...recognition }) => ({
        ...recognition,
        productId: found(productIds, productNo),
        registrationId: registrationNo === null ? null : found(registrationIds, registrationNo),
      })),
    );
    await manager.insert(
      RevocationEntity,
      data.recognitions.flatMap(({ revokedOn, revocationPaper: paper }, index) =>
        revokedOn === null || paper === null ? [] : [{ recognitionId: Number(decisions[index]?.['id']), revokedOn, paper }],
      ),
    );
    await manager.insert(
      FundingEntryEntity,
      data.fundingEntries.map(({ year, sourceCode, amount, commune, ...entry }, index) => ({
        ...entry,
        posting: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
        searchKey: searchKey(entry.paperNumber),
        amount: amount.toString(),
        planId: found(planIds, year),
        sourceId: found(sourceIds, `${year} ${sourceCode}`),
        unitId: commune === null ? null : unitIdOf(commune),
      })),
    );
    await manager.insert(
      CommuneReportEntity,
      data.communeReports.map(({ year, commune, ...report }) => ({
        ...report,
        planId: found(planIds, year),
        unitId: unitIdOf(commune),
      })),
    );
    await manager.insert(
      ActivityEntity,
      data.activities.map(({ year, name, commune, ...activity }) => ({
        ...activity,
        ...registeredName(name, activity.paper === null ? [] : [activity.paper]),
        planId: found(planIds, year),
        unitId: commune === null ? null : unitIdOf(commune),
      })),
    );
  });
}
