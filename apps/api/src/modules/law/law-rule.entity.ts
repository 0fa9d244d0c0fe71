import type { LawTopic, LawValues } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** A provision of the law with the day it came into force. */
@Entity('law_rule')
export class LawRuleEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('text')
  topic: LawTopic;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('text')
  legalBasis: string;

  @Column('jsonb')
  value: LawValues[LawTopic];
}
