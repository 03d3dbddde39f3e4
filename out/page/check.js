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

  const fits = ({row, text}, words, wanted) =>
    text.includes(words) && wanted.every(c => row.getAttribute('data-' + c.name).split(' ').includes(c.value));

  const apply = () => {
    const words = plain(form.elements.words.value);
    const wanted = choices.filter(c => c.value !== '');
    let text = status.dataset.text;
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
  const clear = () => { form.reset(); apply(); };

  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.querySelector('button').addEventListener('click', clear);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link.classList.contains('lead')) { // a line of a table of counts leads to what it counts
      form.reset();
      for (const [name, value] of Object.entries(link.dataset)) form.elements[name].value = value;
      apply();
    }
    const target = document.getElementById(link.hash.slice(1));
    if (target && target.hidden) clear(); // a link to a row that the filters hide shows it
  });
  form.hidden = false;
  apply();
})();
