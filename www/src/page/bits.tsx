import type { ComponentChildren } from 'preact';
import type { Part } from '../session/state';
import { usePage } from './context';
import { partName } from './shared';

/** A link to the place where something is entered. */
export function PartLink({ part, children }: { part: Part; children?: ComponentChildren }) {
  const page = usePage();
  return (
    <a
      class="link"
      href={`#${part}`}
      onClick={(event) => {
        event.preventDefault();
        page.goTo(part);
      }}
    >
      {children ?? partName(page, part)}
    </a>
  );
}

/** Something that can be opened for more. */
export function More({ summary, children, open }: { summary: ComponentChildren; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
