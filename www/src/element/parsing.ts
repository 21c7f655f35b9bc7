function isFollowed(node: Node | null): boolean {
  return node !== null && (node.nextSibling !== null || isFollowed(node.parentNode));
}

/** Whether the parser may still be adding what stands inside an element: nothing follows it yet. */
export function isStillParsed(element: Element): boolean {
  return document.readyState === 'loading' && !isFollowed(element);
}
