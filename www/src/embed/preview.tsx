/** What the code comes to: the element itself, the frame, or the link. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InfocityCheckElement } from '../element/types';
import type { Choices } from './choices';
import { fileAddress, frameAddress, wishes } from './code';

interface PreviewProps {
  readonly choices: Choices;
  readonly title: string;
}

/** The element, which stays while its attributes change. It keeps no draft: nothing that is tried out here is to stay. */
function Live({ choices }: { choices: Choices }) {
  const place = useRef<HTMLDivElement>(null);
  const element = useRef<InfocityCheckElement | null>(null);
  const { rulebook } = choices;
  useLayoutEffect(() => {
    element.current ??= document.createElement('infocity-check');
    place.current?.appendChild(element.current);
  }, []);
  useLayoutEffect(() => {
    const wanted = rulebook.text ?? '';
    if (element.current !== null && element.current.rulebook !== wanted) element.current.rulebook = wanted;
  }, [rulebook]);
  useLayoutEffect(() => {
    const wanted = new Map(wishes({ ...choices, drafts: false }));
    for (const name of ['lang', 'theme', 'category', 'drafts']) {
      const value = wanted.get(name);
      if (value === undefined) element.current?.removeAttribute(name);
      else if (element.current?.getAttribute(name) !== value) element.current?.setAttribute(name, value);
    }
  }, [choices]);
  return <div ref={place} class="em-live" />;
}

export function Preview({ choices, title }: PreviewProps) {
  // The files lie beside this page, wherever they will lie.
  const here = { ...choices, folder: '', drafts: false };
  switch (choices.form) {
    case 'script':
      return <Live choices={choices} />;
    case 'frame':
      return <iframe class="em-frame" src={frameAddress(here)} title={title} />;
    case 'file':
      return (
        <p>
          <a href={fileAddress(here)} target="_blank" rel="noopener">
            {title}
          </a>
        </p>
      );
  }
}
