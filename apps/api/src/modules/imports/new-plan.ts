import type { NewPlan } from '../plans/plans.service.js';
import type { PlanFile } from './plan-file.js';

/** The rows of a plan from its file. */
export function toNewPlan(file: PlanFile, unitId: number, demo: boolean): NewPlan {
  return {
    plan: {
      unitId,
      year: file.year,
      number: file.number,
      issuedOn: file.date,
      title: file.title,
      issuerName: file.issuer.name,
      issuerShortName: file.issuer.shortName,
      place: file.issuer.place,
      provinceName: file.issuer.province,
      supplementBefore: file.productListSupplementBefore,
      legalBasis: file.legalBasis,
      signature: file.issuer.signatory,
      recipients: file.recipients,
      demo,
    },
    targets: file.targets.map(({ id, ...target }) => ({ ...target, indicatorId: id })),
    rounds: file.rounds,
    reports: file.communeReports.map((report) => ({ ...report, dueBefore: report.dueBefore ?? null })),
    workAreas: file.workAreas,
    fundingSources: file.fundingSources.map(({ id, principal, ...source }, index) => ({
      ...source,
      code: id,
      principal: principal ?? false,
      position: index + 1,
    })),
  };
}
