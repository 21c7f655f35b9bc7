import { Component, h, type ComponentChild } from 'preact';

function differ(before: object, after: object): boolean {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys(b).some((key) => a[key] !== b[key]) || Object.keys(a).some((key) => !(key in b));
}

/** A component that is drawn again only when one of its properties is another one. */
export function pure<P extends object>(view: (props: P) => ComponentChild): new (props: P) => Component<P> {
  return class Pure extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differ(this.props, next);
    }
    override render(): ComponentChild {
      return h(view, this.props);
    }
  };
}
