/** The house's own oxlint rules: people's text lives in message catalogues, money never becomes a float, who asks is asked first, no program or pattern is made of a text. */

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
  readonly accessibility?: unknown;
  readonly params?: readonly Node[];
  readonly body?: Node | readonly Node[] | null;
  readonly expression?: Node;
  readonly declarations?: readonly Node[];
  readonly init?: Node | null;
  readonly imported?: Node;
  readonly key?: Node;
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
        // Only a float has these methods.
        if (node.callee?.type === 'MemberExpression' && ['toFixed', 'toPrecision', 'toExponential'].includes(String(node.callee.property?.name))) check(node, node.callee.object);
      },
      UnaryExpression(node: Node) {
        if (node.operator === '+') check(node, node.argument);
      },
    };
  },
};

const WHO = ['viewer', 'visitor'];

/** The call that a statement is, or begins with: `authorize(…);`, `const { id } = signedIn(…);`. */
function callOf(statement: Node | undefined): Node | undefined {
  const found = statement?.type === 'VariableDeclaration' ? statement.declarations?.[0]?.init : statement?.expression;
  return found?.type === 'CallExpression' ? found : undefined;
}

const authorizeFirst = {
  create(context: Context) {
    return {
      // A service method that serves somebody asks first whether it may.
      MethodDefinition(node: Node) {
        const method = node.value as Node | undefined;
        if (node.accessibility === 'private' || method?.params?.[0]?.name !== 'viewer') return;
        const statements = (method.body as Node | null | undefined)?.body as readonly Node[] | undefined;
        const call = callOf(statements?.[0]);
        const asks = ['authorize', 'signedIn'].includes(String(call?.callee?.name)) && call?.arguments?.[0]?.name === 'viewer';
        if (asks) return;
        context.report({ node, message: 'A method for a viewer begins with authorize(viewer, …) or signedIn(viewer); one for anybody calls the parameter `visitor`.' });
      },
    };
  },
};

/** What a controller may call without saying who asks. */
const NO_SERVICE = ['cookie', 'clock', 'dataSource'];

const viewerFirst = {
  create(context: Context) {
    return {
      // this.service.method(…) in a controller: who asks goes first.
      CallExpression(node: Node) {
        const service = node.callee?.type === 'MemberExpression' ? node.callee.object : undefined;
        if (service?.type !== 'MemberExpression' || service.object?.type !== 'ThisExpression') return;
        if (NO_SERVICE.includes(String(service.property?.name)) || WHO.includes(String(node.arguments?.[0]?.name))) return;
        context.report({ node, message: 'A controller tells each service who asks: its first argument is viewer (or visitor).' });
      },
    };
  },
};

const fixedPatterns = {
  create(context: Context) {
    const check = (node: Node): void => {
      if (node.callee?.name !== 'RegExp') return;
      const pattern = node.arguments?.[0];
      const fixed = pattern?.type === 'Literal' || (pattern?.type === 'Identifier' && /^[A-Z][A-Z_]*$/.test(String(pattern.name)));
      if (!fixed) context.report({ node, message: 'A pattern made of a text that came from somewhere can match what it should not, or never end: write it down, and look for a text with includes or strpos.' });
    };
    return { NewExpression: check, CallExpression: check };
  },
};

const noShell = {
  create(context: Context) {
    const message = 'A shell reads what it is given as a program: start the program itself, with spawn or execFile and a list of arguments.';
    return {
      ImportSpecifier(node: Node) {
        if (['exec', 'execSync'].includes(String(node.imported?.name))) context.report({ node, message });
      },
      // { shell: true } of spawn and execFile.
      Property(node: Node) {
        if (node.key?.name === 'shell') context.report({ node, message });
      },
    };
  },
};

export default { meta: { name: 'ocop' }, rules: { 'catalogue-only': catalogueOnly, 'exact-money': exactMoney, 'authorize-first': authorizeFirst, 'viewer-first': viewerFirst, 'fixed-patterns': fixedPatterns, 'no-shell': noShell } };
