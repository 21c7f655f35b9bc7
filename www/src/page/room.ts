import { useLayoutEffect } from 'preact/hooks';

/** Tells the page, as a property of its style, how much of the window a bar covers that stays in view. */
export function useRoom(bar: { readonly current: HTMLElement | null }, property: '--trial-height' | '--foot-height'): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const page = element?.parentElement;
    if (element === null || page == null) return undefined;
    const tell = (): void => {
      const stays = window.getComputedStyle(element).position === 'sticky';
      page.style.setProperty(property, stays ? `${element.offsetHeight}px` : '0px');
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    // In a low window it does not stay.
    window.addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', tell);
      page.style.removeProperty(property);
    };
  }, [bar, property]);
}
