import type { Material } from '../boundary';
import { EnteredMark } from '../compare/entered-mark';
import type { State } from '../session/state';
import { usePage } from '../page/context';
import { Badge } from '../page/marks';
import { pure } from '../page/pure';
import { SectionHead } from './section';

interface MaterialsProps {
  readonly list: readonly Material[];
  readonly ready: State['materials'];
  readonly expanded: boolean;
  readonly toggle: (id: string) => void;
}

/** The documents of the application, each ready or not. */
export const Materials = pure(function Materials({ list, ready, expanded, toggle }: MaterialsProps) {
  const { store, t, say } = usePage();
  const filled = list.filter(({ id }) => ready[id] === true).length;
  return (
    <section class={expanded ? 'section' : 'section section-closed'} data-section="materials">
      <SectionHead id="materials" title={t.form.materials} filled={filled} of={list.length} open={undefined} expanded={expanded} toggle={toggle} />
      <div class="section-body">
        <p class="section-help">{t.form.materialsHelp}</p>
        <ul class="materials">
          {list.map((material) => (
            <li data-part={`materials/${material.id}`}>
              <label class="option">
                <input
                  type="checkbox"
                  checked={ready[material.id] === true}
                  aria-describedby={`m-${material.id}`}
                  onChange={(event) => {
                    store.setMaterial(material.id, event.currentTarget.checked);
                  }}
                />
                <span class="option-text">
                  {say(material.label)} <Badge basis={material.standing.basis} />
                </span>
              </label>
              <p class="option-help" id={`m-${material.id}`}>
                {say(material.help)}
              </p>
              <EnteredMark part={`materials/${material.id}`} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
});
