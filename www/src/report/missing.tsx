import type { Assessment } from '../boundary';
import { usePage } from '../page/context';
import { PartTitle, SheetTable } from './parts';

/** What is missing: figures with what they keep open, then materials. */
export function MissingChapter({ missing, materials }: Pick<Assessment, 'missing' | 'materials'>) {
  const { t, name, outline } = usePage();
  const { figures } = missing;
  const decide = figures.some(({ decides }) => decides.length > 0);
  const heads = [t.report.figure, t.report.state, t.report.openPoints];
  const asksForMaterials = (outline.rulebook.materials ?? []).length > 0;
  if (figures.length + missing.materials.length === 0) return <p class="para">{asksForMaterials ? t.report.noMissing : t.report.noFiguresMissing}</p>;
  return (
    <>
      {asksForMaterials && <PartTitle number={1} title={t.report.missingFigures} />}
      <p class="para">{figures.length === 0 ? t.report.noFiguresMissing : t.report.missingFiguresHelp}</p>
      {figures.length > 0 && (
        <SheetTable name="missing" heads={decide ? [...heads, t.report.decides] : heads}>
          {figures.map(({ id, state, open, decides }) => (
            <tr key={id}>
              <th scope="row">{name('figure', id)}</th>
              <td>{t.missingState[state] === '' ? t.print.notEntered : t.missingState[state]}</td>
              <td class="amount">{Number(open) > 0 ? open : t.report.none}</td>
              {decide && <td>{decides.length === 0 ? t.report.none : t.list(decides.map((requirement) => name('requirement', requirement)))}</td>}
            </tr>
          ))}
        </SheetTable>
      )}
      {asksForMaterials && <PartTitle number={2} title={t.report.missingMaterials} />}
      {asksForMaterials && missing.materials.length === 0 && <p class="para">{t.report.noMaterialsMissing}</p>}
      {missing.materials.length > 0 && (
        <ol class="items">
          {missing.materials.map(({ id }) => {
            const state = materials.find((material) => material.id === id)?.state;
            return (
              <li key={id}>
                {name('material', id)}
                {state === 'may_be_needed' && `${t.colon}${t.report.materialState.may_be_needed}`}
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
