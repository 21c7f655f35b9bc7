// The form: the city, then a section for each dimension, then the materials.

import type { Figure } from '../../generated/engine';
import { usePage } from '../page/context';
import { FigureField } from './figure-field';
import { HeadFields } from './head-fields';

export function Form() {
  const { store, lang, t } = usePage();
  const { rulebook } = store;
  const general = rulebook.figures.filter((figure) => figure.dimension === undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
      }}
      autocomplete="off"
    >
      <Section name={t.sections.city} figures={general}>
        <HeadFields />
      </Section>
      {rulebook.dimensions.map((dimension) => {
        const figures = rulebook.figures.filter((figure) => figure.dimension === dimension.id);
        return figures.length === 0 ? null : (
          <Section key={dimension.id} name={dimension.label[lang]} help={dimension.help?.[lang]} figures={figures} />
        );
      })}
      <Materials />
    </form>
  );
}

interface SectionProps {
  name: string;
  help?: string | undefined;
  figures: Figure[];
  children?: preact.ComponentChildren;
}

function Section({ name, help, figures, children }: SectionProps) {
  const { store, t } = usePage();
  const filled = figures.filter((figure) => store.filled(figure)).length;
  return (
    <section class="section">
      <h2>
        {name} <span class="progress">{t.sections.progress(filled, figures.length)}</span>
      </h2>
      {help !== undefined && <p class="section-help">{help}</p>}
      {children}
      {figures.map((figure) => (
        <FigureField key={figure.id} figure={figure} />
      ))}
    </section>
  );
}

function Materials() {
  const { store, lang, t } = usePage();
  const materials = store.rulebook.materials ?? [];
  if (materials.length === 0) return null;
  const ready = materials.filter((material) => store.materials[material.id]).length;
  return (
    <section class="section">
      <h2>
        {t.sections.materials} <span class="progress">{t.sections.progress(ready, materials.length)}</span>
      </h2>
      {materials.map((material) => (
        <label class="option material" key={material.id}>
          <input
            type="checkbox"
            checked={store.materials[material.id] ?? false}
            onChange={(event) => {
              store.setMaterial(material.id, event.currentTarget.checked);
            }}
          />
          <span>
            {material.label[lang]} <span class="option-help">{material.help[lang]}</span>
          </span>
        </label>
      ))}
    </section>
  );
}
