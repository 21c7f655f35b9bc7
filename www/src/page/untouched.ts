/**
 * Translators and readers' aids put nodes of their own in the place of texts. To draw over that would leave old figures standing
 * beside new ones: so before anything is drawn again, whatever took the place of a node of ours is taken out. What was only
 * added, as a style by an extension, is left alone.
 */
import { options } from 'preact';

const watched = new Set<Untouched>();

/** Draws; in all that is watched, before it stands again what was drawn last. */
export function drawing(draw: () => void): void {
  for (const one of watched) one.putBack();
  try {
    draw();
  } finally {
    for (const one of watched) one.forget();
  }
}

options.debounceRendering = (draw) => {
  void Promise.resolve().then(() => {
    drawing(draw);
  });
};

function putAt(target: Node, nodes: NodeList, before: Node | null, after: Node | null): void {
  let at = before?.parentNode === target ? before : null;
  if (at === null && after?.parentNode === target) at = after.nextSibling;
  nodes.forEach((node) => target.insertBefore(node, at));
}

/** Watches what others do below a node. */
export class Untouched {
  private records: MutationRecord[] = [];
  private readonly observer = new MutationObserver((records) => {
    this.records.push(...records);
  });

  constructor(private readonly root: Node) {}

  start(): void {
    this.observer.observe(this.root, { childList: true, subtree: true });
    watched.add(this);
  }

  stop(): void {
    this.observer.disconnect();
    this.records = [];
    watched.delete(this);
  }

  forget(): void {
    this.observer.takeRecords();
    this.records = [];
  }

  putBack(): void {
    const records = this.records.concat(this.observer.takeRecords());
    const theirs = new Set<Node>();
    const hurt = new Set<Node>();
    for (const { target, addedNodes, removedNodes } of records) {
      removedNodes.forEach((node) => {
        if (!theirs.has(node)) hurt.add(target);
      });
      addedNodes.forEach((node) => theirs.add(node));
    }
    for (const { target, addedNodes, removedNodes, nextSibling, previousSibling } of records.reverse()) {
      if (!hurt.has(target)) continue;
      addedNodes.forEach((node) => {
        if (node.parentNode === target) target.removeChild(node);
      });
      putAt(target, removedNodes, nextSibling, previousSibling);
    }
  }
}
