import { FirstTables1795478400000 } from './1795478400000-first-tables.js';
import { AccountsAndAudit1795500000000 } from './1795500000000-accounts-and-audit.js';
import { ApplicationRole1795500100000 } from './1795500100000-application-role.js';
import { SecondFactorToSetUp1795600000000 } from './1795600000000-second-factor-to-set-up.js';
import { Programme1795700000000 } from './1795700000000-programme.js';
import { CalendarFeed1795710000000 } from './1795710000000-calendar-feed.js';
import { FactsVersion1795720000000 } from './1795720000000-facts-version.js';
import { RevocationsAndCommuneReports1795730000000 } from './1795730000000-revocations-and-commune-reports.js';
import { Ledger1795740000000 } from './1795740000000-ledger.js';
import { Reconciliation1795750000000 } from './1795750000000-reconciliation.js';
import { ReportIssue1795760000000 } from './1795760000000-report-issue.js';
import { ReportCalendar1795770000000 } from './1795770000000-report-calendar.js';
import { ReportTexts1795780000000 } from './1795780000000-report-texts.js';
import { LedgerParents1795785000000 } from './1795785000000-ledger-parents.js';
import { ReportMail1795790000000 } from './1795790000000-report-mail.js';
import { GuessesTakenBack1795795000000 } from './1795795000000-guesses-taken-back.js';
import { PlanOfItsOffice1795800000000 } from './1795800000000-plan-of-its-office.js';
import { PlanCorrected1795805000000 } from './1795805000000-plan-corrected.js';
import { PlanRows1795810000000 } from './1795810000000-plan-rows.js';
import { Activities1795815000000 } from './1795815000000-activities.js';

/** In order; a released migration is never edited. */
export const migrations = [
  FirstTables1795478400000, AccountsAndAudit1795500000000, ApplicationRole1795500100000, SecondFactorToSetUp1795600000000,
  Programme1795700000000, CalendarFeed1795710000000, FactsVersion1795720000000, RevocationsAndCommuneReports1795730000000, Ledger1795740000000,
  Reconciliation1795750000000, ReportIssue1795760000000, ReportCalendar1795770000000,
  ReportTexts1795780000000, LedgerParents1795785000000, ReportMail1795790000000, GuessesTakenBack1795795000000,
  PlanOfItsOffice1795800000000, PlanCorrected1795805000000, PlanRows1795810000000, Activities1795815000000,
];
