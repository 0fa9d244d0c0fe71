import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What few lines name. A foreign key is asked at every line, also of one that names nothing: a fifth of loading a million. */
const PARENTS = ['product', 'producer'] as const;
const NAMES = PARENTS.map((parent) => `new.${parent}_id is not null`).join(' or ');

const up = [
  `alter table funding_entry drop constraint funding_entry_reverses_id_fkey, ${PARENTS.map((parent) => `drop constraint funding_entry_${parent}_id_fkey`).join(', ')}`,
  // That a reversal takes back an entry that is there, ledger_summed() asks already; and entries are never deleted.
  `create function ledger_parents() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      ${PARENTS.map((parent) => `if new.${parent}_id is not null then
        perform 1 from ${parent} where id = new.${parent}_id for key share;
        if not found then
          raise exception 'no ${parent} % for a line of the ledger', new.${parent}_id using errcode = 'foreign_key_violation', constraint = 'funding_entry_${parent}';
        end if;
      end if;`).join('\n')}
      return null;
    end
  $$`,
  `create trigger funding_entry_parents after insert on funding_entry for each row when (${NAMES}) execute function ledger_parents()`,
  `create function kept_by_ledger() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from funding_entry where ${PARENTS.map((parent) => `(tg_table_name = '${parent}' and ${parent}_id = old.id)`).join(' or ')}) then
        raise exception 'the ledger has lines of % %', tg_table_name, old.id using errcode = 'foreign_key_violation', constraint = 'funding_entry_' || tg_table_name;
      end if;
      return old;
    end
  $$`,
  ...PARENTS.map((parent) => `create trigger ${parent}_kept_by_ledger before delete on ${parent} for each row execute function kept_by_ledger()`),
];

/** Asks for the product and the producer of a line only where it names one. */
export class LedgerParents1795785000000 implements MigrationInterface {
  name = 'LedgerParents1795785000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const parent of PARENTS) await runner.query(`drop trigger ${parent}_kept_by_ledger on ${parent}`);
    await runner.query('drop trigger funding_entry_parents on funding_entry');
    await runner.query('drop function kept_by_ledger(), ledger_parents()');
    await runner.query(`alter table funding_entry add constraint funding_entry_reverses_id_fkey foreign key (reverses_id) references funding_entry (id),
      ${PARENTS.map((parent) => `add constraint funding_entry_${parent}_id_fkey foreign key (${parent}_id) references ${parent} (id)`).join(', ')}`);
  }
}
