// Bundles declare what stands at the top of modules with `var`, even what is `const` in the source: engines then load it
// and test it at every use, instead of compiling it in (a tenth of the time of an analysis). What no chunk assigns again
// is declared `const` here.
import ts from 'typescript'

const isAssignment = (kind) => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment

/** Names that a file gives a value after their declaration, whatever scope they are of. */
function assignedNames(file) {
  const names = new Set()
  const take = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text)
    ts.forEachChild(node, take)
  }
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) take(node.left)
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
        take(node.operand)
    } else if ((ts.isForInStatement(node) || ts.isForOfStatement(node)) && ts.isExpression(node.initializer))
      take(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

/** Names that a declaration binds. */
const boundNames = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)))

function withConstants(code) {
  const file = ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  const assigned = assignedNames(file)
  let out = ''
  let from = 0
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const { declarations, flags } = statement.declarationList
    const constant =
      (flags & ts.NodeFlags.BlockScoped) === 0 &&
      declarations.every(
        ({ name, initializer }) =>
          initializer !== undefined && boundNames(name).every((bound) => !assigned.has(bound)),
      )
    if (!constant) continue
    const at = statement.declarationList.getStart(file)
    out += `${code.slice(from, at)}const`
    from = at + 'var'.length
  }
  return out + code.slice(from)
}

/** Plugin of the bundler. */
export const constants = {
  name: 'constants',
  renderChunk: (code) => ({ code: withConstants(code) }),
}
