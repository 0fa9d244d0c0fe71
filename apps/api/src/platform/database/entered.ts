import { Column } from 'typeorm';

/** Who entered a fact and when. One entered by mistake is annulled with a reason: it stays, and counts nowhere. */
export abstract class Entered {
  /** Null = it came with the plan, or by a command. */
  @Column('integer', { nullable: true })
  enteredBy: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  enteredAt: Date;

  @Column('timestamptz', { nullable: true })
  annulledAt: Date | null;

  @Column('integer', { nullable: true })
  annulledBy: number | null;

  @Column('text', { nullable: true })
  annulledReason: string | null;
}

/** An instant of a column as the API tells it (contracts' `instantSchema`). */
export const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The same of a row `x` as the API tells it; wants `ENTERED_JOINS`. */
export const ENTERED_COLUMNS = `
  author.display_name as "enteredBy", ${utc('x.entered_at')} as "enteredAt",
  case when x.annulled_at is null then null else json_build_object(
    'at', ${utc('x.annulled_at')}, 'by', annuller.display_name, 'reason', x.annulled_reason) end as annulled`;
export const ENTERED_JOINS = `
  left join account author on author.id = x.entered_by
  left join account annuller on annuller.id = x.annulled_by`;
