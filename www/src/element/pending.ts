/** Something that is waited for, settled from outside. */
export interface Pending {
  readonly promise: Promise<void>;
  readonly settle: () => void;
  isSettled: boolean;
}

export function pending(): Pending {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle, isSettled: false };
}
