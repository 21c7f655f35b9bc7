// The custom-elements manifest (https://github.com/webcomponents/custom-elements-manifest), read from what
// src/element/types.ts says of the element: its tags, and the members of its interface.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { www } from './paths.mjs';

const source = join(www, 'src/element/types.ts');

/** What the custom properties are where a host sets none, by their names. */
function defaults() {
  const [, own] = /:host \{([^}]*)\}/.exec(readFileSync(join(www, 'src/styles/tokens.css'), 'utf8'));
  return new Map([...own.matchAll(/(--infocity-[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const said = (comment) => ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim() ?? '';
const described = (description) => (description === '' ? {} : { description });

/** A tag's `{type} name - description`. */
function taken(tag) {
  const [, type, name, description = ''] = /^(?:\{(.*?)\} )?(\S+)(?: - (.*))?$/s.exec(said(tag.comment)) ?? [];
  if (name === undefined) throw new Error(`src/element/types.ts: cannot read @${tag.tagName.text} ${said(tag.comment)}`);
  return { name, ...(type && { type: { text: type } }), ...described(description) };
}

function method(member, file) {
  const parameters = member.parameters.map(({ name, type }) => ({ name: name.text, type: { text: type.getText(file) } }));
  return {
    kind: 'method',
    name: member.name.text,
    ...described(said(ts.getJSDocCommentsAndTags(member)[0]?.comment)),
    ...(parameters.length > 0 && { parameters }),
    return: { type: { text: member.type.getText(file) } },
  };
}

/** Properties and methods, a property with `get` and `set` once: by the type that it reads as. */
function membersOf(declaration, file, attributes) {
  const members = new Map();
  for (const member of declaration.members) {
    const name = member.name.text;
    if (ts.isMethodSignature(member)) members.set(name, method(member, file));
    else if (ts.isSetAccessor(member)) delete members.get(name).readonly;
    else {
      const readonly = ts.isGetAccessor(member) || member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
      members.set(name, {
        kind: 'field',
        name,
        type: { text: member.type.getText(file) },
        ...described(said(ts.getJSDocCommentsAndTags(member)[0]?.comment)),
        ...(readonly && { readonly: true }),
        ...(attributes.has(name) && { attribute: name }),
      });
    }
  }
  return [...members.values()];
}

/** The manifest of a package whose scripts (paths in it) each define the element and export its class. */
export function manifest(scripts) {
  const file = ts.createSourceFile(source, readFileSync(source, 'utf8'), ts.ScriptTarget.Latest, true);
  const declaration = file.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'InfocityCheckElement');
  const tags = ts.getJSDocTags(declaration);
  const all = (name) => tags.filter((tag) => tag.tagName.text === name).map(taken);
  const [{ name: tagName }] = all('tagname');
  const attributes = all('attribute');
  const members = membersOf(declaration, file, new Set(attributes.map(({ name }) => name)));
  const initial = defaults();
  const fields = new Set(members.map(({ name }) => name));
  const element = {
    kind: 'class',
    customElement: true,
    name: 'InfocityCheck',
    tagName,
    ...described(said(ts.getJSDocCommentsAndTags(declaration)[0]?.comment)),
    superclass: { name: 'HTMLElement' },
    // `lang` is a property of every element.
    attributes: attributes.map((attribute) => ({ ...attribute, ...(fields.has(attribute.name) && { fieldName: attribute.name }) })),
    members,
    events: all('fires'),
    cssParts: all('csspart'),
    cssProperties: all('cssproperty').map((property) => ({
      ...property,
      ...(initial.has(property.name) && { default: initial.get(property.name) }),
    })),
  };
  const [first] = scripts;
  return {
    schemaVersion: '2.1.0',
    modules: scripts.map((path) => ({
      kind: 'javascript-module',
      path,
      declarations: path === first ? [element] : [],
      exports: [
        { kind: 'js', name: element.name, declaration: { name: element.name, module: first } },
        { kind: 'custom-element-definition', name: tagName, declaration: { name: element.name, module: first } },
      ],
    })),
  };
}
