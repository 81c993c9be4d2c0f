/** The shells that can be taught the words of this program. */
export const shells = ['bash', 'zsh', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/**
 * What teaches a shell to complete this program's words. It knows none of them: it asks the program, with the line up to the
 * cursor, so it need not be loaded again when a newer program knows more.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  // An answer with "=" is cut, because bash takes what stands behind one as a word of its own. Where there is no answer, bash
  // offers files.
  bash: `_genesys_oauth() {
  local line="\${COMP_LINE:0:COMP_POINT}" current="" answer=""
  [[ $line == *[[:space:]] ]] || current="\${line##*[[:space:]]}"
  local cut=""
  [[ $current == *=* && $COMP_WORDBREAKS == *=* ]] && cut="\${current%"\${current##*=}"}"
  COMPREPLY=()
  while IFS=$'\\t' read -r answer _; do
    [[ $answer == :files || -z $answer ]] || COMPREPLY+=("\${answer#"$cut"}")
  done < <("\${COMP_WORDS[0]}" completion words "$line" 2> /dev/null)
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2> /dev/null
  return 0
}
complete -o default -F _genesys_oauth genesys-oauth
`,
  zsh: `#compdef genesys-oauth
_genesys_oauth() {
  local -a answers described flags
  local answer word meaning
  answers=("\${(@f)$("\${words[1]}" completion words "\${(j: :)words[1,CURRENT]}" 2> /dev/null)}")
  if [[ "\${answers[1]}" == :files ]]; then
    _files
    return
  fi
  for answer in "\${answers[@]}"; do
    word="\${\${answer%%$'\\t'*}//:/\\\\:}" meaning="\${answer#*$'\\t'}"
    described+=("$word\${meaning:+:$meaning}")
  done
  [[ "\${answers[1]%%$'\\t'*}" == *= ]] && flags=(-S '')
  _describe 'genesys-oauth' described "\${flags[@]}"
}
compdef _genesys_oauth genesys-oauth
`,
  // A line in which the cursor stands behind a blank ends there for PowerShell.
  powershell: `Register-ArgumentCompleter -Native -CommandName genesys-oauth -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $line = $commandAst.ToString()
  $length = [Math]::Min($line.Length, $cursorPosition - $commandAst.Extent.StartOffset)
  $line = $line.Substring(0, $length)
  if ($wordToComplete -eq '') { $line += ' ' }
  $program = $commandAst.CommandElements[0].ToString()
  & $program completion words $line 2> $null | ForEach-Object {
    $answer, $meaning = $_ -split "\`t", 2
    if ($answer -and $answer -ne ':files') {
      if (-not $meaning) { $meaning = $answer }
      [System.Management.Automation.CompletionResult]::new($answer, $answer, 'ParameterValue', $meaning)
    }
  }
}
`,
};
