/** The page that gives the code to embed the form. */
import { useMemo, useState } from 'preact/hooks';
import offered from 'infocity:offered';
import { Radios } from '../form/option-entry';
import { useFilePicker } from '../page/file-picker';
import { LanguageSwitch } from '../page/language-switch';
import { textOf } from '../session/files';
import { inLanguage, langOf, languages, textsIn, type Lang, type Texts } from '../texts';
import { beginning, FORMS, isChecked, langAsked, offeredIn, type Choices, type Form, type Offered } from './choices';
import { codeFor, filesFor, frameCode, headersFor, type Build } from './code';
import { Check, Panel, Select, TextField } from './fields';
import { Paste } from './paste';
import { Preview } from './preview';

const [builtIn] = offered;
const OWN = '+';

interface PageProps {
  readonly build: Build;
  readonly lang: Lang;
  readonly language: (tag: string) => void;
}

export function EmbedPage({ build, lang, language }: PageProps) {
  const [choices, setChoices] = useState<Choices | null>(builtIn === undefined ? null : beginning(builtIn));
  const t = textsIn(lang);
  const own = t.embed;
  if (choices === null) return null;
  const change = (part: Partial<Choices>): void => {
    setChoices({ ...choices, ...part });
  };
  // What the frame and the link are called, in the language that they are asked for.
  const asked = choices.lang === '' && choices.form !== 'frame' ? lang : langOf(choices.lang);
  const title = inLanguage(choices.rulebook.title, asked);
  const { late, lateForm } = textsIn(asked).embed;
  const forFrame = frameCode(choices);
  return (
    <div class="page em" lang={t.language.tag} data-ready="">
      <header class="head">
        <div class="head-top">
          <h1 class="title">{own.title}</h1>
          <LanguageSwitch lang={lang} label={own.lang} choose={language} />
        </div>
        <p class="self-check">{own.about}</p>
      </header>
      <div class="em-columns">
        <Options choices={choices} change={change} lang={lang} t={t} />
        <div>
          <Panel id="em-code-title" title={own.code}>
            <Paste name="code" label={own.code} help={own.codeHelp} code={codeFor(choices, build, title, (form) => late({ form: form(lateForm) }))} t={t} />
          </Panel>
          {forFrame !== null && (
            <Panel id="em-frame-title" title={own.frameCode}>
              <Paste name="frame" label={own.frameCode} help={own.frameCodeHelp} code={forFrame} t={t} />
            </Panel>
          )}
          <Needs choices={choices} build={build} t={t} />
        </div>
      </div>
      <Panel id="em-preview-title" title={own.preview}>
        <p class="em-help">{own.previewHelp}</p>
        <Preview choices={choices} title={title} />
      </Panel>
    </div>
  );
}

interface OptionsProps {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly lang: Lang;
  readonly t: Texts;
}

function Options({ choices, change, lang, t }: OptionsProps) {
  const own = t.embed;
  const { form, rulebook } = choices;
  const isFile = form === 'file';
  const asks = ({ lang: known }: { readonly lang: Lang }): boolean => form !== 'frame' || known !== langOf('');
  const say = (text: Offered['title']): string => inLanguage(text, lang);
  return (
    <Panel id="em-choose" title={own.choose}>
      <div class="em-field">
        <span class="label">{own.form}</span>
        <Radios
          name="form"
          legend={own.form}
          describedBy="em-choose"
          chosen={form}
          choices={FORMS.map((value) => ({ value, label: own.forms[value], help: own.formHelp[value] }))}
          choose={(value) => {
            change({ form: value as Form });
          }}
        />
      </div>
      <RulebookField choices={choices} change={change} lang={lang} t={t} />
      <Select
        id="em-lang"
        label={own.lang}
        value={langAsked(choices)}
        options={[{ value: '', label: own.langDefault[form] }, ...languages.filter(asks).map((known) => ({ value: known.lang, label: known.name }))]}
        choose={(value) => {
          change({ lang: value });
        }}
        help={isFile ? own.onlyLang : undefined}
      />
      {!isFile && (
        <>
          <Select
            id="em-theme"
            label={own.theme}
            value={choices.theme}
            options={[
              { value: '', label: own.themes.system },
              { value: 'light', label: own.themes.light },
              { value: 'dark', label: own.themes.dark },
            ]}
            choose={(theme) => {
              change({ theme });
            }}
          />
          {rulebook.categories.length > 0 && (
            <Select
              id="em-category"
              label={own.category}
              value={choices.category}
              options={[{ value: '', label: own.noCategory }, ...rulebook.categories.map(({ id, label }) => ({ value: id, label: say(label) }))]}
              choose={(category) => {
                change({ category });
              }}
            />
          )}
        </>
      )}
      <TextField
        id="em-folder"
        label={own.folder}
        help={own.folderHelp}
        value={choices.folder}
        change={(folder) => {
          change({ folder });
        }}
      />
      {!isFile && (
        <Check
          id="em-drafts"
          label={own.drafts}
          checked={choices.drafts}
          choose={(drafts) => {
            change({ drafts });
          }}
        />
      )}
      {form === 'frame' && (
        <Check
          id="em-sizes"
          label={own.sizes}
          help={own.sizesHelp}
          checked={choices.sizes}
          choose={(sizes) => {
            change({ sizes });
          }}
        />
      )}
      {(form === 'script' || (form === 'frame' && choices.sizes)) && (
        <Check
          id="em-integrity"
          label={own.integrity}
          help={own.integrityHelp}
          checked={isChecked(choices)}
          choose={(integrity) => {
            change({ integrity });
          }}
        />
      )}
    </Panel>
  );
}

function RulebookField({ choices, change, lang, t }: OptionsProps) {
  const own = t.embed;
  const [opened, setOpened] = useState<Offered | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const all = useMemo(() => (opened === null ? offered : [...offered, opened]), [opened]);
  const take = (rulebook: Offered): void => {
    // A category of another rulebook is none of this one.
    const category = rulebook.categories.some(({ id }) => id === choices.category) ? choices.category : '';
    change({ rulebook, category });
  };
  const [picker, pick] = useFilePicker({
    name: 'rulebook',
    take: ([file]) => {
      if (file === undefined) return;
      void textOf(file).then((text) => {
        const found = typeof text === 'string' ? offeredIn(text) : null;
        setRefused(found === null ? file.name : null);
        if (found === null) return;
        setOpened(found);
        take(found);
      });
    },
  });
  const { form, rulebook } = choices;
  const name = ({ title, version, text }: Offered): string => {
    const words = { title: inLanguage(title, lang), version };
    return text === null ? own.builtIn(words) : own.other(words);
  };
  const note = form === 'file' && rulebook.text !== null && builtIn !== undefined;
  return (
    <>
      {picker}
      <Select
        id="em-rulebook"
        label={own.rulebook}
        value={String(all.indexOf(rulebook))}
        options={[...all.map((known, at) => ({ value: String(at), label: name(known) })), { value: OWN, label: own.ownFile }]}
        choose={(value) => {
          const chosen = all[Number(value)];
          if (chosen !== undefined) take(chosen);
          else {
            // The list shows what is chosen until a file is.
            change({});
            pick();
          }
        }}
        help={note ? own.rulebookInFile({ builtIn: inLanguage(builtIn.title, lang) }) : undefined}
      />
      <div role="status">{refused !== null && <p class="em-refused">{own.notARulebook({ file: refused })}</p>}</div>
    </>
  );
}

function Needs({ choices, build, t }: { choices: Choices; build: Build; t: Texts }) {
  const own = t.embed;
  const { form } = choices;
  const remarks = { script: own.wasm, frame: own.ancestors, file: own.policyInFile };
  return (
    <>
      <Panel id="em-files" title={own.files}>
        <ul class="em-files">
          {filesFor(choices).map((file) => (
            <li key={file}>
              <a href={file} download>
                {file}
              </a>
            </li>
          ))}
        </ul>
        <p class="em-help">{own.filesHelp({ version: build.version })}</p>
      </Panel>
      <Panel id="em-headers" title={own.headers}>
        <p class="em-help">{own.headersHelp}</p>
        <dl class="em-headers">
          {headersFor(choices, build).map(({ of, name, value }) => (
            <>
              <dt>{of ?? own.ofPage}</dt>
              <dd>
                <code>
                  {name}: {value}
                </code>
              </dd>
            </>
          ))}
        </dl>
        <p class="em-help">{remarks[form]}</p>
      </Panel>
    </>
  );
}
