import { useLayoutEffect } from 'preact/hooks';

/** Tells the page, as a property of its style, how much of the window a bar covers that stays in view. */
export function useRoom(bar: { readonly current: HTMLElement | null }, property: '--trial-height' | '--foot-height'): void {
  useLayoutEffect(() => {
    const element = bar.current;
    const page = element?.parentElement;
    if (element === null || page == null) return undefined;
    const last = element.lastElementChild as HTMLElement | null;
    const tell = (): void => {
      const { display, position } = window.getComputedStyle(element);
      // In a low window a bar goes with the page, or of several things in it only the last one stays.
      const what = display === 'contents' ? last : position === 'sticky' ? element : null;
      page.style.setProperty(property, `${what === null ? 0 : what.offsetHeight}px`);
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    if (last !== null) observer.observe(last);
    window.addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', tell);
      page.style.removeProperty(property);
    };
  }, [bar, property]);
}
