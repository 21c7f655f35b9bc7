export function escaped(text: string): string;
export function compact(json: string): string;
