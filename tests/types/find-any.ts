import ts from 'typescript';

/** Where the walk is, and where it was. */
interface Walk {
  readonly checker: ts.TypeChecker;
  /** Whether a file is one's own: what others declare is theirs to mend. */
  readonly isOwn: (file: string) => boolean;
  readonly seen: Set<ts.Type>;
  readonly found: string[];
}

/**
 * The places in the public types of a module where an `any` stands: `Client.api.get(0)`.
 *
 * @param program - The program that the module is in.
 * @param entry - Its file.
 * @param isOwn - Whether the members of what a file declares are looked at.
 */
export function findAny(
  program: ts.Program,
  entry: string,
  isOwn: (file: string) => boolean,
): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is no module`);
  const walk: Walk = { checker, isOwn, seen: new Set(), found: [] };
  for (const alias of checker.getExportsOfModule(module)) {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    if (symbol.declarations?.some(isInternal)) continue;
    if (symbol.flags & ts.SymbolFlags.Type) {
      visit(walk, checker.getDeclaredTypeOfSymbol(symbol), alias.name);
    }
    if (symbol.flags & ts.SymbolFlags.Value) {
      visit(walk, checker.getTypeOfSymbol(symbol), `typeof ${alias.name}`);
    }
  }
  return walk.found;
}

function visit(walk: Walk, type: ts.Type, path: string): void {
  if (type.flags & ts.TypeFlags.Any) walk.found.push(path);
  if (walk.seen.has(type)) return;
  walk.seen.add(type);
  const parts = type.isUnionOrIntersection() ? type.types : [];
  const given = [...(type.aliasTypeArguments ?? []), ...argumentsOf(walk, type)];
  for (const part of [...parts, ...given]) visit(walk, part, path);
  const bound = type.isTypeParameter() ? walk.checker.getBaseConstraintOfType(type) : undefined;
  if (bound) visit(walk, bound, `${path} extends`);
  if (type.flags & ts.TypeFlags.Object && isOpen(walk, type)) visitMembers(walk, type, path);
}

function argumentsOf({ checker }: Walk, type: ts.Type): readonly ts.Type[] {
  const isReference =
    type.flags & ts.TypeFlags.Object &&
    (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference; // by the flag
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : []; // by the flag
}

/** A class of the platform is not looked into; an object made by its `Pick` is. */
function isOpen({ isOwn }: Walk, { symbol }: ts.Type): boolean {
  const isNamed = symbol && symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface);
  if (!isNamed) return true;
  return (symbol.declarations ?? []).some((one) => isOwn(one.getSourceFile().fileName));
}

function visitMembers(walk: Walk, type: ts.Type, path: string): void {
  const { checker, isOwn } = walk;
  for (const member of checker.getPropertiesOfType(type)) {
    // The prototype of a class has `any` for each of its type parameters.
    if (member.flags & ts.SymbolFlags.Prototype) continue;
    const [declaration] = member.declarations ?? [];
    if (declaration && (!isOwn(declaration.getSourceFile().fileName) || isHidden(declaration)))
      continue;
    visit(walk, checker.getTypeOfSymbol(member), `${path}.${member.name}`);
  }
  for (const { type: value } of checker.getIndexInfosOfType(type)) visit(walk, value, `${path}[]`);
  for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
    for (const signature of checker.getSignaturesOfType(type, kind)) {
      visitSignature(walk, signature, path);
    }
  }
}

function visitSignature(walk: Walk, signature: ts.Signature, path: string): void {
  const { checker, isOwn } = walk;
  const file = signature.getDeclaration()?.getSourceFile().fileName;
  if (file !== undefined && !isOwn(file)) return;
  for (const parameter of signature.typeParameters ?? []) {
    visit(walk, parameter, `${path}<${parameter.symbol.name}>`);
  }
  signature.parameters.forEach((parameter, at) => {
    visit(walk, checker.getTypeOfSymbol(parameter), `${path}(${at})`);
  });
  visit(walk, signature.getReturnType(), `${path}()`);
}

function isInternal(declaration: ts.Declaration): boolean {
  const before = declaration.getFullText().slice(0, declaration.getLeadingTriviaWidth());
  return before.includes('@internal');
}

function isHidden(declaration: ts.Declaration): boolean {
  if (isInternal(declaration)) return true;
  const name = ts.getNameOfDeclaration(declaration);
  if (name && ts.isPrivateIdentifier(name)) return true;
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0;
}
