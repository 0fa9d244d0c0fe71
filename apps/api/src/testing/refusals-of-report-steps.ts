/** The same of the way of a report. */
export const refusalsOfReportSteps: [string, string, Record<string, string>][] = [
  ['report_step_no_check', 'report_step', { no: '0' }],
  ['report_step_state_check', 'report_step', { no: '2', state: `'lost'` }],
  ['report_step_returned_with_reason', 'report_step', { no: '2', state: `'draft'` }],
  ['report_step_once', 'report_step', {}],
  ['report_step_report_id_fkey', 'report_step', { report_id: '0' }],
  ['report_step_taken_by_fkey', 'report_step', { no: '2', taken_by: '0' }],
  ['report_issue_number_check', 'report_issue', { number: `'5/BC-UBND'` }],
  ['report_issue_signature_lines_check', 'report_issue', { signature_lines: `'{}'` }],
  ['report_issue_signatory_name_check', 'report_issue', { signatory_name: `''` }],
  ['report_issue_pdf_sha256_check', 'report_issue', { pdf_sha256: `''` }],
  ['report_issue_pkey', 'report_issue', {}],
  ['report_issue_number_once', 'report_issue', { report_id: '(select min(id) from report)' }],
  ['report_issue_report_id_fkey', 'report_issue', { report_id: '0', number: `'06/BC-UBND'` }],
  ['report_issue_unit_id_fkey', 'report_issue', { report_id: '(select min(id) from report)', unit_id: '0' }],
];
