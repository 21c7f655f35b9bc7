import type { Figure, NumberKind } from '../boundary';
import { numberKind } from '../session/outline';
import { usePage, type Page } from '../page/context';
import { quantity } from '../page/shared';
import { StandingLines } from '../page/standing';

/** The values that a number may have, in words. */
export function domain(page: Pick<Page, 't' | 'say' | 'outline'>, kind: NumberKind): string {
  const { t } = page;
  const ends = [
    kind.least === undefined ? '' : t.form.atLeast({ value: quantity(page, kind.least, kind.unit) }),
    kind.most === undefined ? '' : t.form.atMost({ value: quantity(page, kind.most, kind.unit) }),
  ];
  return t.list(ends.filter((end) => end !== ''));
}

/** What there is to know about a figure. */
export function FigureHelp({ figure }: { figure: Figure }) {
  const page = usePage();
  const { t, say } = page;
  const kind = numberKind(figure);
  const range = kind === undefined ? '' : domain(page, kind);
  return (
    <dl class="help-list">
      <dt>{t.form.definition}</dt>
      <dd>{say(figure.help)}</dd>
      {figure.find !== undefined && <dt>{t.form.find}</dt>}
      {figure.find !== undefined && <dd>{say(figure.find)}</dd>}
      {figure.holder !== undefined && <dt>{t.form.holder}</dt>}
      {figure.holder !== undefined && <dd>{say(figure.holder)}</dd>}
      {range !== '' && <dt>{t.form.domain}</dt>}
      {range !== '' && <dd>{range}</dd>}
      <dt>{t.form.standing}</dt>
      <dd>
        <StandingLines standing={figure.standing} />
      </dd>
    </dl>
  );
}
