import type { Assessment } from '../boundary';
import { usePage } from '../page/context';
import { Mark, PartTitle, SheetTable } from './parts';

/** The way the application takes, and what has to be handed in. */
export function RouteChapter({ route, materials }: Pick<Assessment, 'route' | 'materials'>) {
  const { t, say, outline } = usePage();
  const { routes = [], materials: asked = [] } = outline.rulebook;
  const taken = routes.find(({ id }) => id === route.channel);
  return (
    <>
      {routes.length > 0 && <PartTitle number={1} title={t.report.steps} />}
      {routes.length > 0 && taken === undefined && <p class="para">{t.result.routeOpen}</p>}
      {taken !== undefined && (
        <>
          <p class="para">
            <strong>{say(taken.label)}</strong> <Mark basis={taken.standing.basis} />
          </p>
          <ol class="items">
            {taken.steps.map((step) => (
              <li key={step.id}>
                <strong>{say(step.label)}</strong> <Mark basis={step.standing.basis} />
                {step.help !== undefined && <p>{say(step.help)}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      {asked.length > 0 && <PartTitle number={routes.length > 0 ? 2 : 1} title={t.report.materials} />}
      {asked.length > 0 && (
        <SheetTable name="materials" heads={[t.report.material, t.report.basis, t.report.status, t.report.explained]}>
          {asked.map(({ id, label, help, standing }) => {
            const state = materials.find((material) => material.id === id)?.state;
            return (
              <tr key={id}>
                <th scope="row">{say(label)}</th>
                <td>
                  <Mark basis={standing.basis} />
                </td>
                <td>{state === undefined ? t.report.none : t.report.materialState[state]}</td>
                <td>{say(help)}</td>
              </tr>
            );
          })}
        </SheetTable>
      )}
    </>
  );
}
