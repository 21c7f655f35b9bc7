import type { Page } from '../page/context';
import { lastText, valueText } from '../page/values';
import type { Part, State } from '../session/state';

/** What stands in a form for a part, in words: the value, and last year's where there is one. */
export interface EntryText {
  readonly value: string;
  readonly last: string;
}

/** What stands in a form for a part, in words. */
export function entryText(page: Page, state: State, part: Part): EntryText {
  const { t, outline } = page;
  const [kind = '', id = ''] = part.split('/');
  const only = (value: string): EntryText => ({ value: value === '' ? t.print.notEntered : value, last: '' });
  switch (kind) {
    case 'city':
      return only(state.city.trim());
    case 'year':
      return only(state.year.trim());
    case 'category':
      return only(state.category === null ? t.form.categoryOpen : page.name('category', state.category));
    case 'fields':
      return only(t.list(state.fields.map((field) => page.name('field', field))));
    case 'materials':
      return only(state.materials[id] === true ? t.report.materialState.ready : t.report.materialState.missing);
    default: {
      const [figure, draft] = [outline.figures.get(id), state.drafts[id]];
      if (figure === undefined || draft === undefined) return only('');
      const last = lastText(page, draft);
      return { value: valueText(page, figure, draft), last: last === '' ? '' : t.print.last + t.colon + last };
    }
  }
}
