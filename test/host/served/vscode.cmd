@node "%~dp0vscode.js" %*
