import type { PlanFile } from '../modules/imports/plan-file.js';
import type { NewPlan } from '../modules/plans/plans.service.js';
import type { DemoPlan } from './demo-data.js';

/** An invented plan in the frame of the issued one: its issuer, targets, work areas, sources of funds and reports. */
export function toDemoPlan(demo: DemoPlan, issued: PlanFile, unitId: number): NewPlan {
  const { issuer } = issued;
  const roundClause = issued.rounds[0]?.clause ?? '';
  return {
    plan: {
      unitId,
      year: demo.year,
      number: demo.number,
      issuedOn: demo.issuedOn,
      title: demo.title,
      issuerName: issuer.name,
      issuerShortName: issuer.shortName,
      place: issuer.place,
      provinceName: issuer.province,
      supplementBefore: demo.supplementBefore,
      legalBasis: issued.legalBasis.filter(({ date }) => date <= demo.issuedOn),
      signature: { ...issuer.signatory, name: demo.signatoryName },
      recipients: issued.recipients,
      demo: true,
    },
    targets: issued.targets.map(({ id, ...target }) => ({ ...target, indicatorId: id })),
    rounds: demo.rounds.map((round) => ({ ...round, clause: roundClause })),
    reports: issued.communeReports.map((report) => ({ ...report, dueBefore: null })),
    workAreas: issued.workAreas,
    fundingSources: issued.fundingSources.map(({ id, principal, ...source }, index) => ({
      ...source,
      code: id,
      principal: principal ?? false,
      position: index + 1,
    })),
  };
}
