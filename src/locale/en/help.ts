/** Texts of the help pages that ship with the add-in. */
export const help = {
  'help.title': 'Rubric for Excel: help',
  'help.functions.title': 'RUBRIC functions: reference',
  'help.functions.link': 'All RUBRIC functions with examples',
  'help.what': 'What it does',
  'help.what.text':
    'Rubric finds the review forms in the workbook that is open, reads their scoring criteria as written, checks every entry against them and fills empty grade and total cells with exact decimals. Cells that hold something are never overwritten unasked, and a fill can be taken back in one step.',
  'help.start': 'In three steps',
  'help.start.1':
    'Press Check in the Rubric group on the Home tab. Every form is listed with what is wrong in it; click a finding to go to its cell.',
  'help.start.2': 'Answer the questions where the criteria are open. The answer is kept in the workbook.',
  'help.start.3': 'Press Fill, look through the list of what will be written and why, and apply it.',
  'help.doubt': 'Where a text is open',
  'help.doubt.text':
    'A value on a shared limit belongs to the better tier; 89.5 between 80-89 and 90-100 belongs to the lower band; 82 between “85以上” and “80以下” has no tier. Each of these is shown as a finding and can be changed under Policies. What cannot be read for certain is asked, never guessed.',
  'help.missing': 'If the add-in is missing',
  'help.missing.text':
    'Someone who opens the workbook without the add-in sees the last values of RUBRIC formulas; when Excel recalculates them it shows #NAME?. Before sending a workbook to people who do not have the add-in, fill with values or native formulas instead.',
  'help.blank': 'Empty cells in formulas',
  'help.blank.text':
    'Excel hands an empty cell over as 0 or as nothing, depending on the platform. Where an empty cell must not count as 0, write IF(ISBLANK(F6),"",F6) in its place.',
  'help.privacy': 'Privacy',
  'help.privacy.text': 'Nothing leaves the workbook. There is no server, no account and no telemetry.',
  'help.parameter': 'Parameter',
  'help.meaning': 'Meaning',
  'help.optional': 'optional',
  'help.examples': 'Examples',
  'help.result': 'Result',
  'help.back': 'Back to help',
} as const;
