'use strict';
(() => {
  const form = document.getElementById('filters');
  const status = form.querySelector('[role=status]');
  const choices = [...form.querySelectorAll('select')];
  // A text is found without regard to case, accents and spaces: "hoa hoi" finds "Hòa Hội".
  const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
  const rowsOf = id => [...document.querySelectorAll('#' + id + ' tbody tr')].map(row => ({row, text: plain(row.textContent)}));
  const tables = {findings: rowsOf('findings'), units: rowsOf('units')};
  const squares = [...document.querySelectorAll('a.sq')].map(square => ({square, row: document.getElementById(square.hash.slice(1))}));

  let only = ''; // the one unit that is looked at, "" for all
  const nameOf = unit => document.querySelector('#u' + unit + ' th').firstChild.textContent.trim();

  const fits = ({row, text}, words, wanted) =>
    text.includes(words) && (only === '' || row.dataset.unit === only) && wanted.every(c => row.getAttribute('data-' + c.name).split(' ').includes(c.value));

  const apply = () => {
    const words = plain(form.elements.words.value);
    const wanted = choices.filter(c => c.value !== '');
    let text = (only === '' ? '' : status.dataset.single.replace('{unit}', () => nameOf(only)) + ' ') + status.dataset.text;
    for (const [name, rows] of Object.entries(tables)) {
      let shown = 0;
      for (const entry of rows) {
        entry.row.hidden = !fits(entry, words, wanted);
        if (!entry.row.hidden) shown++;
      }
      text = text.replace('{' + name + '}', shown + '/' + rows.length);
    }
    for (const {square, row} of squares) square.classList.toggle('off', row.hidden);
    status.textContent = text;
  };

  // Each place in the browser's history remembers what was filtered there, so that “back” leads to what was seen.
  const fields = [form.elements.words, ...choices];
  const chosen = () => ({only, values: fields.map(field => field.value)});
  const choose = state => {
    form.reset();
    only = state ? state.only : '';
    if (state) fields.forEach((field, i) => { field.value = state.values[i]; });
    apply();
  };
  const remember = () => history.replaceState(chosen(), '');
  const clear = () => { choose(null); remember(); };
  let following = false; // a link within the page is being followed, which is a new place with the same filters

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('submit', event => event.preventDefault());
  form.querySelector('button').addEventListener('click', clear);
  window.addEventListener('popstate', event => {
    if (following) remember(); else choose(event.state);
    following = false;
  });
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = document.getElementById(link.hash.slice(1));
    if (!link.classList.contains('lead')) {
      if (target && target.hidden) clear(); // a link to a row that the filters hide shows it
      following = link.hash !== location.hash;
      return;
    }
    event.preventDefault(); // a number leads to what it counts
    form.reset();
    only = '';
    for (const [name, value] of Object.entries(link.dataset)) {
      if (name === 'unit') only = value; else form.elements[name].value = value;
    }
    apply();
    history.pushState(chosen(), '', link.hash);
    target.scrollIntoView();
    target.focus({preventScroll: true});
  });
  form.hidden = false;
  choose(history.state);
})();
