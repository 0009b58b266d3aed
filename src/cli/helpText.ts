import { tell, type Terminal } from './terminal';

const commands = ['read', 'inspect', 'fill', 'summary', 'template'] as const;

/** What the command line can do; with a command's name, that command alone. */
export function helpText(terminal: Terminal, name: string): string {
  const asked = commands.filter((command) => command === name);
  const paragraphs = (asked.length > 0 ? asked : commands).map((command) => tell(terminal, `cli.help.${command}`));
  return `${[...(asked.length > 0 ? [] : [tell(terminal, 'cli.help')]), ...paragraphs, tell(terminal, 'cli.help.common')].join('\n\n')}\n`;
}
