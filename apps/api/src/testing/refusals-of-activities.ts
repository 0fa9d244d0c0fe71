/** The same of what was done in the work areas. */
export const refusalsOfActivities: [string, string, Record<string, string>][] = [
  ['activity_once', 'activity', {}],
  ['activity_name_check', 'activity', { name: `repeat('a', 301)` }],
  ['activity_name_keyed', 'activity', { name: `normalize(name, NFD)` }],
  ['activity_ended_after_start', 'activity', { ended_on: 'held_on' }],
  ['activity_participants_check', 'activity', { participants: '0' }],
  ['activity_paper_check', 'activity', { paper: `''` }],
  ['activity_note_check', 'activity', { note: `''` }],
  ['activity_plan_id_work_area_no_fkey', 'activity', { work_area_no: '99' }],
  ['activity_plan_id_work_area_no_fkey', 'activity', { plan_id: '0' }],
  ['activity_unit_id_fkey', 'activity', { unit_id: '0' }],
  ['activity_entered_by_fkey', 'activity', { held_on: 'held_on + 1', entered_by: '0' }],
  ['activity_annulled_by_fkey', 'activity', { annulled_at: 'now()', annulled_reason: `'nhầm'`, annulled_by: '0' }],
  ['activity_annulled_with_reason', 'activity', { annulled_at: 'now()' }],
];
