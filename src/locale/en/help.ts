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
    'Someone who opens the workbook without the add-in first sees the last values of RUBRIC formulas, because Excel keeps them in the file. As soon as Excel recalculates such a cell (an edit of what it reads, F9 or some versions on opening) it shows #NAME?, for the function lives in the add-in. Before you send a workbook, open Formulas › Prepare to send in the pane: each formula, also inside larger ones, spilled ones and those on hidden sheets, is replaced by an Excel formula that was shown to give the same result, or by its value. You see every change first, and one step puts the formulas back.',
  'help.blank': 'Empty cells in formulas',
  'help.blank.text':
    'Excel hands an empty cell over as 0 or as nothing, depending on the platform. Where an empty cell must not count as 0, write IF(ISBLANK(F6),"",F6) in its place; the formula helper in the pane does so for you. An empty text counts as empty everywhere.',
  'help.policy': 'Which rules the functions follow',
  'help.policy.text':
    'The functions read criteria under the rules of the workbook (Rules in the pane) and with the readings that you chose for open criteria. When they change, the cells are calculated anew.',
  'help.privacy': 'Privacy',
  'help.privacy.text': 'Nothing leaves the workbook. There is no server, no account and no telemetry.',
  'help.parameter': 'Parameter',
  'help.meaning': 'Meaning',
  'help.optional': 'optional',
  'help.examples': 'Examples',
  'help.result': 'Result',
  'help.back': 'Back to help',
} as const;
