// What a submission says beside its figures: city, year, category, fields.

import { usePage } from '../page/context';
import { FaultMessage } from './fault-message';

export function HeadFields() {
  const { store, lang, t } = usePage();
  const { head, rulebook } = store;
  const categories = rulebook.categories ?? [];
  const fields = rulebook.fields ?? [];
  const choosing = categories.filter((category) => category.fields === 'choose').map((category) => category.id);
  const askFields = choosing.length > 0 && (head.category === null || choosing.includes(head.category));
  const yearFaults = store.faults['year'] ?? [];
  return (
    <div>
      <div class="row">
        <div class="field">
          <label class="label" for="head-city">
            {t.head.city}
          </label>
          <input
            id="head-city"
            type="text"
            value={head.city}
            onInput={(event) => {
              store.setCity(event.currentTarget.value);
            }}
          />
        </div>
        <div class="field">
          <label class="label" for="head-year">
            {t.head.year}
          </label>
          <input
            id="head-year"
            type="text"
            inputMode="numeric"
            class="short"
            value={head.year}
            aria-describedby="head-year-help head-year-fault"
            aria-invalid={yearFaults.length > 0}
            onInput={(event) => {
              store.setYear(event.currentTarget.value);
            }}
          />
          <p class="help" id="head-year-help">
            {t.head.yearHelp}
          </p>
          <FaultMessage id="head-year-fault" faults={yearFaults} />
        </div>
      </div>
      {categories.length > 0 && (
        <fieldset class="field">
          <legend class="label">{t.head.category}</legend>
          {[...categories, null].map((category) => (
            <label class="option" key={category?.id ?? ''}>
              <input
                type="radio"
                name="head-category"
                checked={head.category === (category?.id ?? null)}
                onChange={() => {
                  store.setCategory(category?.id ?? null);
                }}
              />
              <span>
                {category?.label[lang] ?? t.head.undecided} <span class="option-help">{category?.help?.[lang]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {askFields && (
        <fieldset class="field">
          <legend class="label">{t.head.fields}</legend>
          {fields.map((field) => (
            <label class="option" key={field.id}>
              <input
                type="checkbox"
                checked={head.fields.includes(field.id)}
                onChange={(event) => {
                  const others = head.fields.filter((id) => id !== field.id);
                  store.setFields(event.currentTarget.checked ? [...others, field.id] : others);
                }}
              />
              <span>
                {field.label[lang]} <span class="option-help">{field.help?.[lang]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
