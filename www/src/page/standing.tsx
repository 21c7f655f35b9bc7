import type { Standing } from '../boundary';
import { usePage } from './context';
import { Badge } from './marks';

/** What a rule rests on: its kind, the document and place, the words, the reason. */
export function StandingLines({ standing }: { standing: Standing }) {
  const { t, say, outline } = usePage();
  const source = outline.rulebook.sources.find((known) => known.id === standing.source);
  const where = source === undefined ? '' : [say(source.title), source.number, standing.article].filter(Boolean).join(' ');
  return (
    <div class="standing">
      <p>
        <Badge basis={standing.basis} /> {t.basisMeans[standing.basis]}
      </p>
      {where !== '' && <p>{where}</p>}
      {standing.quote !== undefined && (
        <blockquote lang="zh-CN">{standing.quote}</blockquote>
      )}
      {standing.note !== undefined && <p>{say(standing.note)}</p>}
    </div>
  );
}
