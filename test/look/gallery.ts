/** A picture in the gallery. */
export type Picture = {
  /** The file, beside the gallery. */
  file: string;
  view: string;
  theme: string;
  language: string;
  /** What was found wrong. */
  faults: readonly string[];
};

/** A page of pictures that needs nothing but these: a grid that is filtered by view, theme and language. */
export function galleryHtml(pictures: readonly Picture[]): string {
  const options = (of: (picture: Picture) => string) =>
    [...new Set(pictures.map(of))].map((name) => `<option>${escaped(name)}</option>`).join('');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What people see</title>
<style>${STYLE}</style>
</head>
<body>
<form>
<label>View <input id="view" type="search" list="views"></label>
<datalist id="views">${options(({ view }) => view)}</datalist>
<label>Theme <select id="theme"><option value="">all</option>${options(({ theme }) => theme)}</select></label>
<label>Language <select id="language"><option value="">all</option>${options(({ language }) => language)}</select></label>
<label><input id="faulty" type="checkbox"> only where something is wrong</label>
<label>Width <input id="width" type="range" min="160" max="1000" value="420"></label>
<output id="shown"></output>
</form>
<main>
${pictures.map(figure).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function figure({ file, view, theme, language, faults }: Picture): string {
  const name = escaped(`${view} · ${theme} · ${language}`);
  const found = faults.map((fault) => `<li>${escaped(fault)}</li>`).join('');
  return [
    `<figure data-view="${escaped(view)}" data-theme="${escaped(theme)}" data-language="${escaped(language)}" data-faults="${faults.length}">`,
    `<figcaption>${name}</figcaption>`,
    found === '' ? '' : `<ul>${found}</ul>`,
    `<a href="${escaped(file)}"><img loading="lazy" src="${escaped(file)}" alt="${name}"></a>`,
    '</figure>',
  ].join('');
}

const STYLE = `
body { margin: 0; font: 14px system-ui, sans-serif; background: #888; }
form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 16px; padding: 8px 16px; background: #fff; color: #000; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(var(--width, 420px), 1fr)); gap: 16px; padding: 16px; align-items: start; }
figure { margin: 0; background: #fff; color: #000; }
figure[hidden] { display: none; }
figcaption { padding: 4px 8px; }
ul { margin: 0; padding: 4px 8px 4px 24px; color: #a00; white-space: pre-wrap; }
img { display: block; width: 100%; }
`;

const SCRIPT = `
const byId = (id) => document.getElementById(id);
const figures = [...document.querySelectorAll('figure')];
function filter() {
  for (const figure of figures) {
    const { view, theme, language, faults } = figure.dataset;
    figure.hidden = !(
      view.includes(byId('view').value.trim()) &&
      ['', theme].includes(byId('theme').value) &&
      ['', language].includes(byId('language').value) &&
      (!byId('faulty').checked || faults !== '0')
    );
  }
  byId('shown').value = figures.filter(({ hidden }) => !hidden).length + ' of ' + figures.length;
  document.querySelector('main').style.setProperty('--width', byId('width').value + 'px');
}
document.querySelector('form').addEventListener('input', filter);
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
filter();
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
