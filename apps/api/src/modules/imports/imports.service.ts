import { nameKey, producerKindFromName } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { localViewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { lock } from '../../platform/database/locks.js';
import { messages } from '../../platform/errors/messages.js';
import { PlansService } from '../plans/plans.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { UnitsService } from '../units/units.service.js';
import { toNewPlan } from './new-plan.js';
import { BrokenFileError, readPlanFile, readUnitsFile, type UnitsFile } from './plan-file.js';

@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly units: UnitsService,
    private readonly plans: PlansService,
    private readonly registrations: RegistrationsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Loads the administrative units and a plan with its product list, all or nothing. A plan already there is left as it is.
   * @returns whether the plan was new
   * @throws BrokenFileError naming each line and reason
   */
  async loadPlan(unitsBytes: Uint8Array, planBytes: Uint8Array, viewer = localViewer('system')): Promise<boolean> {
    const { value: unitsFile } = readUnitsFile(unitsBytes);
    const plan = readPlanFile(planBytes);
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, 'loading');
      const townId = await this.loadUnits(unitsFile, manager);
      const planId = await this.plans.createOnce(toNewPlan(plan.value, townId, false), manager);
      if (planId === null) return false;

      const reasons: string[] = [];
      const seen = new Set<string>();
      for (const [index, product] of plan.value.products.entries()) {
        const key = `${nameKey(product.name)}|${nameKey(product.producer)}`;
        if (seen.has(key)) reasons.push(plan.at(['products', index, 'name'], messages.plan.duplicateProduct(product.name)));
        seen.add(key);
        const unitId = await this.units.findByWrittenName(product.commune, townId, manager);
        if (unitId === null) reasons.push(plan.at(['products', index, 'commune'], messages.plan.unknownUnit(product.commune)));
        const producerKind = producerKindFromName(product.producer);
        if (producerKind === null) {
          reasons.push(plan.at(['products', index, 'producer'], messages.plan.unknownProducerKind(product.producer)));
        }
        if (unitId === null || producerKind === null || reasons.length > 0) continue;
        await this.registrations.list(
          {
            planId,
            position: product.no,
            productName: product.name,
            producerName: product.producer,
            producerKind,
            unitId,
            addressAsWritten: product.commune,
            kind: product.kind,
            note: product.note ?? null,
            step: { stage: 'registered', happenedOn: plan.value.date, roundNo: null, paper: plan.value.number },
          },
          manager,
        );
      }
      if (reasons.length > 0) throw new BrokenFileError(reasons);
      await this.audit.record(manager, viewer, {
        action: 'plan-loaded', subject: 'plan', subjectId: planId, subjectName: plan.value.number, after: { products: plan.value.products.length },
      });
      return true;
    });
  }

  /** @returns the id of the town */
  async loadUnits(file: UnitsFile, manager: EntityManager): Promise<number> {
    const [provinceType, provinceName] = splitType(file.province.name);
    const provinceId = await this.units.ensureUnit(
      { ...file.province, type: provinceType, name: provinceName, level: 'province', parentId: null, aliases: [] },
      manager,
    );
    const [townType, townName] = splitType(file.town.name);
    const townId = await this.units.ensureUnit(
      { ...file.town, type: townType, name: townName, level: 'district', parentId: provinceId, successor: null, aliases: [] },
      manager,
    );
    for (const commune of file.communes) {
      await this.units.ensureUnit({ ...commune, level: 'commune', parentId: townId }, manager);
    }
    return townId;
  }
}

const unitTypes = ['Tỉnh', 'Thành phố', 'Thị xã', 'Huyện', 'Quận', 'Phường', 'Xã', 'Thị trấn'] as const;

/** “Thị xã Hương Trà” → [“Thị xã”, “Hương Trà”]. */
function splitType(fullName: string): [string, string] {
  const type = unitTypes.find((candidate) => fullName.startsWith(`${candidate} `)) ?? '';
  return [type, fullName.slice(type.length).trim()];
}
