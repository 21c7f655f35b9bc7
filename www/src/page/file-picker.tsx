import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

/** What browsers and programs call a submission or a rulebook. */
export const JSON_FILES = '.json,application/json';

interface FilePickerProps {
  /** Its `data-picker`. */
  readonly name: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** An unseen field for files, to be drawn where it stays, and what opens the browser's own dialog for it. */
export function useFilePicker({ name, accept = JSON_FILES, multiple = false, take }: FilePickerProps): readonly [JSX.Element, () => void] {
  const field = useRef<HTMLInputElement>(null);
  const drawn = (
    <input
      ref={field}
      class="hidden"
      type="file"
      accept={accept}
      multiple={multiple}
      tabIndex={-1}
      aria-hidden="true"
      data-picker={name}
      onChange={(event) => {
        const files = Array.from(event.currentTarget.files ?? []);
        if (files.length > 0) take(files);
        event.currentTarget.value = '';
      }}
    />
  );
  return [drawn, () => field.current?.click()];
}
