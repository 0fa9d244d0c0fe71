import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret address of an account's calendar. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn('integer')
  accountId: number;

  @Column('text')
  tokenSha256: string;

  @Column('timestamptz')
  madeAt: Date;
}
