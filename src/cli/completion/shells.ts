import { shellQuoted } from '../../result';
import type { CommandWord, OptionWord } from './word';

const names = (words: readonly { readonly name: string }[]): string => words.map(({ name }) => name).join(' ');

/** Where a word is no option: the contracts of the project, else a file. */
const CONTRACTS = 'for file in contracts/*/contract.ts; do [ -e "$file" ] && basename "$(dirname "$file")"; done';

/** Completion for bash, to be sourced. */
function bash(commands: readonly CommandWord[]): string {
  const cases = commands.map((command) => `    ${command.name}) words='${names(command.options)}' ;;`);
  return `# pactcheck completion for bash: source <(pactcheck completion bash)
_pactcheck() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=''
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words='${names(commands)}'
  elif [[ "$current" != -* ]]; then words="$(${CONTRACTS})"
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _pactcheck pactcheck
_pactcheck_npx() {
  [ "\${COMP_WORDS[1]}" = pactcheck ] || return 0
  COMP_WORDS=("\${COMP_WORDS[@]:1}")
  COMP_CWORD=$((COMP_CWORD - 1))
  if [ "$COMP_CWORD" -gt 0 ]; then _pactcheck; fi
}
complete -o default -F _pactcheck_npx npx
`;
}

/** In the argument of zsh's \`_arguments\` and \`_describe\` these separate or end. */
const zshText = (text: string): string => text.replace(/[[\]:\\]/g, (character) => `\\${character}`);

const zshOption = ({ name, summary, takesValue }: OptionWord): string =>
  shellQuoted(`*${name}[${zshText(summary)}]${takesValue ? ':value:_files' : ''}`);

/** Completion for zsh, to be sourced. */
function zsh(commands: readonly CommandWord[]): string {
  const described = commands.map(({ name, summary }) => `    ${shellQuoted(`${name}:${zshText(summary)}`)}`);
  const cases = commands.map(({ name, options }) => `    ${name}) options=(${options.map(zshOption).join(' ')}) ;;`);
  return `#compdef pactcheck
# pactcheck completion for zsh: source <(pactcheck completion zsh)
_pactcheck_words() {
  local -a contracts
  contracts=($(${CONTRACTS}))
  _alternative "contracts:contract:($contracts)" 'files:file:_files'
}
_pactcheck() {
  local -a commands options
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
  shift words
  (( CURRENT-- ))
  _arguments $options '*:word:_pactcheck_words'
}
compdef _pactcheck pactcheck
_pactcheck_npx() {
  if [[ "$words[2]" == pactcheck ]] && (( CURRENT > 2 )); then
    shift words
    (( CURRENT-- ))
    _pactcheck
  else
    _default
  fi
}
compdef _pactcheck_npx npx
`;
}

const fishOption = (command: string, { name, summary, takesValue }: OptionWord): string =>
  `complete -c pactcheck -n '__fish_seen_subcommand_from ${command}' -l ${name.replace(/^--/, '')}${takesValue ? ' -r' : ''} -d ${shellQuoted(summary)}`;

/** Completion for fish, to be sourced. */
function fish(commands: readonly CommandWord[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c pactcheck -f -n __fish_use_subcommand -a ${name} -d ${shellQuoted(summary)}`,
    ...options.map((option) => fishOption(name, option)),
  ]);
  return `# pactcheck completion for fish: pactcheck completion fish | source
function __pactcheck_contracts
  for file in contracts/*/contract.ts
    basename (dirname $file)
  end
end
complete -c pactcheck -n 'not __fish_use_subcommand' -a '(__pactcheck_contracts)'
${lines.join('\n')}
complete -c npx -n '__fish_seen_subcommand_from pactcheck' -a '(complete -C (string replace -r "^\\s*npx\\s+" "" -- (commandline -cp)))'
`;
}

/** The completion of each shell, by its name. */
export const SHELLS: ReadonlyMap<string, (commands: readonly CommandWord[]) => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);
