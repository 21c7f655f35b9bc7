import { languages, type Lang } from '../texts';

interface LanguageSwitchProps {
  readonly lang: Lang;
  readonly label: string;
  readonly choose: (tag: string) => void;
  /** The languages offered. */
  readonly among?: typeof languages;
}

/** The way to another language: a button where there is one other, a list where there are several. */
export function LanguageSwitch({ lang, label, choose, among = languages }: LanguageSwitchProps) {
  const others = among.filter((language) => language.lang !== lang);
  const [other] = others;
  if (other === undefined) return null;
  if (others.length === 1) {
    return (
      <button
        type="button"
        class="button button-language"
        data-action="language"
        lang={other.tag}
        onClick={() => {
          choose(other.tag);
        }}
      >
        {other.name}
      </button>
    );
  }
  return (
    <select
      class="button button-language"
      data-action="language"
      aria-label={label}
      value={lang}
      onChange={(event) => {
        const chosen = among.find((language) => language.lang === event.currentTarget.value);
        if (chosen !== undefined) choose(chosen.tag);
      }}
    >
      {among.map((language) => (
        <option key={language.lang} value={language.lang} lang={language.tag}>
          {language.name}
        </option>
      ))}
    </select>
  );
}
