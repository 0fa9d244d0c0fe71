/** The house's own oxlint rules: people's text lives in message catalogues, money never becomes a float. */

interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly operator?: unknown;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
  readonly argument?: Node;
}

interface Context {
  readonly sourceCode: { getText(node: Node): string };
  report(finding: { node: Node; message: string }): void;
}

// What Vietnamese has beyond ASCII, its marks taken apart from their letters.
const VIETNAMESE = /đ|[\u0300-\u0303\u0306\u0309\u031B\u0323]/iu;
// The currency's own name: it has no other in English.
const CURRENCY = /đồng/gu;
const MONEY = /amount|dong|money/iu;

const hasVietnamese = (text: string): boolean => VIETNAMESE.test(text.normalize('NFC').replace(CURRENCY, '').normalize('NFD'));

const catalogueOnly = {
  create(context: Context) {
    const check = (node: Node, text: unknown): void => {
      if (typeof text !== 'string' || !hasVietnamese(text)) return;
      context.report({ node, message: 'Vietnamese text outside a message catalogue: move it to messages, or list the file with its reason in .oxlintrc.json.' });
    };
    return {
      Literal: (node: Node) => check(node, node.value),
      TemplateElement: (node: Node) => check(node, context.sourceCode.getText(node)),
      JSXText: (node: Node) => check(node, node.value),
    };
  },
};

/** The name by which a function is called: `Number` for `Number(…)`, `parseFloat` for `Number.parseFloat(…)`. */
function calledName({ callee }: Node): unknown {
  return callee?.type === 'MemberExpression' && callee.object?.name === 'Number' ? callee.property?.name : callee?.name;
}

const exactMoney = {
  create(context: Context) {
    const check = (node: Node, converted: Node | undefined): void => {
      if (converted === undefined || !MONEY.test(context.sourceCode.getText(converted))) return;
      context.report({ node, message: 'Money made a float loses đồng: keep bigint in code and a decimal string on the wire.' });
    };
    return {
      CallExpression(node: Node) {
        if (['Number', 'parseFloat', 'parseInt'].includes(String(calledName(node)))) check(node, node.arguments?.[0]);
      },
      UnaryExpression(node: Node) {
        if (node.operator === '+') check(node, node.argument);
      },
    };
  },
};

export default { meta: { name: 'ocop' }, rules: { 'catalogue-only': catalogueOnly, 'exact-money': exactMoney } };
