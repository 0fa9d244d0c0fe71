import { toNewPlan } from '../modules/imports/new-plan.js';
import type { PlanFile } from '../modules/imports/plan-file.js';
import type { NewPlan } from '../modules/plans/plans.service.js';
import type { DemoPlan } from './demo-data.js';

/** An invented plan in the frame of the issued one: its issuer, targets, work areas, sources of funds and reports. */
export function toDemoPlan(demo: DemoPlan, issued: PlanFile, unitId: number): NewPlan {
  const roundClause = issued.rounds[0]?.clause ?? '';
  const { issuer } = issued;
  const file: PlanFile = {
    ...issued,
    year: demo.year,
    number: demo.number,
    date: demo.issuedOn,
    title: demo.title,
    issuer: { ...issuer, signatory: { ...issuer.signatory, name: demo.signatoryName } },
    legalBasis: issued.legalBasis.filter(({ date }) => date <= demo.issuedOn),
    rounds: demo.rounds.map((round) => ({ ...round, clause: roundClause })),
    productListSupplementBefore: demo.supplementBefore,
    communeReports: issued.communeReports.map(({ period, name, clause }) => ({ period, name, clause })),
  };
  return toNewPlan(file, unitId, true);
}
