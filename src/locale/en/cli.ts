import type { Texts } from '../format';

/** What the command line says. */
export const cli: Texts = {
  'cli.unknown-command': 'There is no command “{{name}}”. There are: {{known}}. `rubric --help` explains them.',
  'cli.unknown-option': 'The command line was not understood: {{message}}',
  'cli.wrong-value': '--{{name}} cannot be “{{given}}”. It can be: {{known}}.',
  'cli.file-missing': 'There is no file {{file}}.',
  'cli.file-is-folder': '{{file}} is a folder, not a file.',
  'cli.file-unreadable': '{{file}} may not be read by this user.',
  'cli.no-file': 'Which file? For example: rubric {{command}} form.xlsx',
  'cli.one-file': '`rubric {{command}}` takes one file at a time.',
  'cli.no-out': 'Where should the result go? Add --out {{what}}. The originals are never changed.',
  'cli.out-is-original': '{{file}} would be overwritten by its own copy. Choose another folder for --out.',
  'cli.out-not-writable': '{{file}} cannot be written.',
  'cli.same-name':
    'Two files are called {{name}}; their copies would overwrite each other. Fill them one after the other into different folders.',
  'cli.read-line': 'Line {{line}} of the input is no JSON object with a text.',
  'cli.unexpected': 'This should not have happened; please report it:\n{{message}}',
  'cli.empty': '{{file}} is empty: none of its sheets ({{sheets}}) holds anything.',
  'cli.no-forms': 'No review form was found on: {{sheets}}.',
  'cli.question': '{{sheet}}!{{range}} looks like a review form, but it is not certain. Nothing is filled there.',
  'cli.uncalculated':
    '{{formulas}} formulas on “{{sheet}}” have no stored result: open the file in Excel and save it once, then check again.',
  'cli.skipped': 'Sheet “{{sheet}}” was left out: it has more cells than can be read.',
  'cli.form-counts': '{{indicators}} indicators, {{entries}} entries, {{invalid}} of them not valid',
  'cli.totals': 'Totals',
  'cli.total.blank': 'blank',
  'cli.total.right': 'right',
  'cli.total.wrong': 'wrong',
  'cli.not-computable': 'cannot be worked out from what the form says',
  'cli.blocked-by': 'waits for {{cells}}',
  'cli.no-findings': 'Nothing to object.',
  'cli.severity.error': 'Errors: {{count}}',
  'cli.severity.warning': 'Warnings: {{count}}',
  'cli.severity.info': 'Notes: {{count}}',
  'cli.filled': '{{file}}: {{count}} cells filled in the copy {{out}}',
  'cli.planned': '{{file}}: {{count}} cells would be filled; nothing was written',
  'cli.nothing-to-fill': '{{file}}: nothing to fill; the copy is the same as the original',
  'cli.fill-no-forms': '{{file}}: no review form was found; the copy is the same as the original',
  'cli.blocked': '{{cell}} ({{label}}) stays blank: it waits for {{cells}}',
  'cli.summarised': '{{count}} forms → {{out}}',
  'cli.summary': 'Summary',
  'cli.summary.file': 'File',
  'cli.summary.sheet': 'Sheet',
  'cli.summary.form': 'Form',
  'cli.summary.fields': 'Who and when',
  'cli.summary.total': 'Total',
  'cli.summary.rank': 'Rank',
  'cli.summary.grade': 'Grade',
  'cli.summary.coefficient': 'Coefficient',
  'cli.summary.open': 'Still open',
  'cli.help':
    'rubric: finds the review forms in .xlsx files, checks them against their own scoring criteria and fills totals and grades. Originals are never changed.',
  'cli.help.read':
    'rubric read < texts.jsonl\n  Reads scoring criteria, one JSON object a line: {"id", "text", "probes": [{"value", "fullMarks", "target"}]}.',
  'cli.help.inspect':
    'rubric inspect FILE [--strict]\n  Shows the forms of a workbook, their totals and everything that is doubtful.\n  --strict  ends with exit code 1 where there are errors',
  'cli.help.fill':
    'rubric fill FILE… --out DIR [--as native|value|function] [--plan] [--repair]\n  Fills blank totals and grades in copies of the files.\n  --as      native Excel formulas (default), plain values, or RUBRIC_ functions\n  --plan    shows what would be written, writes nothing\n  --repair  also puts wrong totals right, formulas included',
  'cli.help.summary': 'rubric summary FILE… --out FILE.xlsx\n  One row per form: total, rank, grade, coefficient.',
  'cli.help.common':
    'Everywhere: --json for machines, --lang en|zh-CN|zh-TW, --help. Exit codes: 0 done, 1 errors found (--strict), 2 could not run.',
};
