import { useWorkshop } from './context';
import { builtIn, completeRulebook, emptyRulebook, titleOf } from './built-in';

/** Where a rulebook can come from. */
export function Start({ pickFile, done }: { pickFile: () => void; done: () => void }) {
  const { desk, lang, t } = useWorkshop();
  const own = t.workbench.start;
  return (
    <section class="wb-start" aria-labelledby="wb-start">
      <h2 id="wb-start">{own.title}</h2>
      <ul class="wb-choices">
        <li>
          <button type="button" class="button" data-action="start-file" onClick={pickFile}>
            {own.file}
          </button>
          <span>{own.fileHelp}</span>
        </li>
        {builtIn.map((known) => (
          <li key={known.id}>
            <button
              type="button"
              class="button"
              data-start={known.id}
              onClick={() => {
                desk.open({ kind: 'built_in', name: titleOf(known, lang), text: known.text });
                done();
              }}
            >
              {titleOf(known, lang)}
            </button>
            <span>{own.builtInHelp}</span>
          </li>
        ))}
        <li>
          <button
            type="button"
            class="button"
            data-action="start-empty"
            onClick={() => {
              desk.open({ kind: 'template', name: '', text: emptyRulebook() });
              done();
            }}
          >
            {own.empty}
          </button>
          <span>{own.emptyHelp}</span>
        </li>
        <li>
          <button
            type="button"
            class="button"
            data-action="start-complete"
            onClick={() => {
              desk.open({ kind: 'sample', name: '', text: completeRulebook() });
              done();
            }}
          >
            {own.complete}
          </button>
          <span>{own.completeHelp}</span>
        </li>
      </ul>
      <p class="block-help">{own.paste}</p>
    </section>
  );
}
