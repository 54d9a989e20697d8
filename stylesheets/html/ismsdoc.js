/* Search, filters, sorting and orientation. Plain script, so that it works from a folder on disk; pages are complete without it. */
'use strict';
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });

  /** Text in the form in which it is compared: lower case, without accents, single blanks. */
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

  /** A new element with attributes and children. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /* ---- search ---- */

  const mostResults = 12;

  /** Loads search-index.js once; resolves with its entries { t: title, u: address, k: kind, x: text }, ready for comparing. */
  let index = null;
  function loadIndex() {
    index ??= new Promise((resolve, reject) => {
      const src = document.documentElement.dataset.root + 'search-index.js';
      const script = make('script', { src });
      script.onload = () => resolve((window.ismsdocIndex ?? []).map(prepare));
      script.onerror = reject;
      document.head.append(script);
    });
    return index;
  }

  function prepare(entry) {
    return { ...entry, title: fold(entry.t), text: fold(entry.x) };
  }

  /** How well an entry answers the words of a query; 0 if one of them is missing. */
  function score(entry, query, words) {
    let total = 0;
    for (const word of words) {
      if (entry.title.includes(word)) total += 10;
      else if (entry.text.includes(word)) total += 1;
      else return 0;
    }
    if (entry.title.startsWith(query)) total += 30;
    if (entry.title === query || entry.title.startsWith(query + ' ')) total += 20;
    return total;
  }

  function find(entries, text) {
    const query = fold(text);
    const words = query.split(' ').filter(Boolean);
    if (words.length === 0) return [];
    return entries
      .map((entry) => ({ entry, points: score(entry, query, words) }))
      .filter((hit) => hit.points > 0)
      .sort((a, b) => b.points - a.points)
      .map((hit) => hit.entry);
  }

  /** A piece of an entry's text around the first word, which is marked. */
  function excerpt(entry, word) {
    const text = entry.x;
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [text.slice(0, 110) + (text.length > 110 ? '…' : '')];
    const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 40)));
    const end = at + word.length;
    return [
      (start > 0 ? '…' : '') + text.slice(start, at),
      make('mark', {}, text.slice(at, end)),
      text.slice(end, end + 70) + (text.length > end + 70 ? '…' : ''),
    ];
  }

  function resultLink(entry, number, word, kinds) {
    const href = document.documentElement.dataset.root + entry.u;
    return make('a', { role: 'option', id: 'result-' + number, href, tabindex: '-1', 'aria-selected': 'false' },
      make('small', {}, kinds[entry.k] ?? ''), make('b', {}, entry.t), make('span', {}, ...excerpt(entry, word)));
  }

  function startSearch(form) {
    const field = form.querySelector('input');
    const list = form.querySelector('[role=listbox]');
    const status = form.querySelector('[role=status]');
    const options = () => [...list.querySelectorAll('[role=option]')];
    const selected = () => list.querySelector('[aria-selected=true]');

    function open(isOpen) {
      list.hidden = !isOpen;
      field.setAttribute('aria-expanded', String(isOpen));
      if (!isOpen) select(null);
    }

    function select(option) {
      options().forEach((other) => other.setAttribute('aria-selected', String(other === option)));
      if (option) {
        field.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        field.removeAttribute('aria-activedescendant');
      }
    }

    /** Shows results, or the words that there are none. */
    function show(hits) {
      const word = fold(field.value).split(' ')[0];
      const words = { 0: form.dataset.none, 1: form.dataset.one }[hits.length];
      status.textContent = words ?? form.dataset.many.replace('{count}', hits.length);
      list.replaceChildren(...hits.slice(0, mostResults).map((entry, i) => resultLink(entry, i, word, form.dataset)));
      if (hits.length === 0) list.append(make('p', {}, form.dataset.none));
      open(true);
    }

    function fail() {
      status.textContent = form.dataset.failed;
      list.replaceChildren(make('p', {}, form.dataset.failed));
      open(true);
    }

    function search() {
      if (fold(field.value) === '') {
        status.textContent = '';
        open(false);
        return;
      }
      loadIndex().then((entries) => show(find(entries, field.value)), fail);
    }

    function step(by) {
      const all = options();
      const now = all.indexOf(selected());
      const first = by > 0 ? 0 : all.length - 1;
      if (all.length > 0) select(now < 0 ? all[first] : all[(now + by + all.length) % all.length]);
    }

    const keys = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => (selected() ?? options()[0])?.click(),
      Escape: () => open(false),
    };

    field.addEventListener('focus', () => loadIndex().catch(() => {}), { once: true });
    field.addEventListener('input', search);
    field.addEventListener('keydown', (event) => {
      if (!(event.key in keys)) return;
      if (event.key !== 'Escape' || !list.hidden) event.preventDefault();
      keys[event.key]();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget)) open(false);
    });
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', () => open(false));
    form.hidden = false;
  }

  /* ---- tables: rows, filters, sorting ---- */

  /** The rows of a table, each with the body that it belongs to. */
  function rowsOf(table) {
    return [...table.tBodies].flatMap((body) => [...body.rows]
      .filter((row) => !row.classList.contains('group'))
      .map((row) => ({ row, body, words: fold(row.textContent) })));
  }

  /** Whether a row has the value: as it is, or as one of several words. */
  function hasValue(row, name, value) {
    const own = row.getAttribute('data-' + name) ?? '';
    return own === value || own.split(' ').includes(value);
  }

  function matches({ row, words }, conditions) {
    return conditions.every(([name, value]) =>
      name === 'words' ? words.includes(fold(value)) : hasValue(row, name, value));
  }

  /** What is set in a filter form: pairs of name and value. */
  const conditionsOf = (form) => [...new FormData(form)].filter(([, value]) => value.trim() !== '');

  function startFilters(template) {
    const form = template.content.querySelector('form').cloneNode(true);
    template.replaceWith(form);
    const table = form.nextElementSibling.querySelector('table');
    const rows = rowsOf(table);
    const output = form.querySelector('output');
    const clear = form.querySelector('[type=reset]');

    function apply() {
      const conditions = conditionsOf(form);
      for (const entry of rows) entry.row.hidden = !matches(entry, conditions);
      const shown = rows.filter(({ row }) => !row.hidden);
      const alive = new Set(shown.map(({ body }) => body));
      table.querySelectorAll('tr.group').forEach((row) => { row.hidden = !alive.has(row.parentNode); });
      for (const field of form.querySelectorAll('[name]')) field.classList.toggle('set', field.value !== '');
      clear.hidden = conditions.length === 0;
      output.textContent = output.dataset.text.replace('{shown}', shown.length).replace('{all}', rows.length);
    }

    /** Takes the state from the address, #status=partial&words=zone, or shows the row that it names. */
    function fromAddress() {
      const hash = decodeURIComponent(location.hash.slice(1));
      const target = hash.includes('=') ? null : document.getElementById(hash);
      if (hash.includes('=')) {
        form.reset();
        for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
          const field = form.elements.namedItem(name);
          if (field) field.value = value;
        }
        apply();
        form.scrollIntoView({ behavior: 'instant' });
      } else if (target?.closest('tr')?.hidden) {
        form.reset();
        apply();
        target.scrollIntoView();
      }
    }

    function toAddress() {
      const query = new URLSearchParams(conditionsOf(form)).toString();
      history.replaceState(null, '', query === '' ? location.pathname + location.search : '#' + query);
    }

    form.addEventListener('input', () => { apply(); toAddress(); });
    form.addEventListener('reset', () => setTimeout(() => { apply(); toAddress(); }));
    form.addEventListener('submit', (event) => event.preventDefault());
    window.addEventListener('hashchange', fromAddress);
    apply();
    fromAddress();
  }

  const sortValue = (row, column) => row.cells[column]?.dataset.sort ?? row.cells[column]?.textContent.trim() ?? '';

  /** Order of two rows by a column; those without a value come last either way. */
  function compareRows(a, b, column, direction) {
    const [left, right] = [sortValue(a.row, column), sortValue(b.row, column)];
    if (left === '' || right === '') return (left === '') - (right === '');
    return direction * collator.compare(left, right);
  }

  /** Turns the heads of a table into buttons: up, down, and back to groups. */
  function startSorting(table) {
    const rows = rowsOf(table);
    const bodies = [...table.tBodies];
    const sorted = make('tbody', {});
    const heads = [...table.tHead.rows[0].cells];

    function order(head, direction) {
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      if (direction === 0) {
        sorted.remove();
        rows.forEach(({ row, body }) => body.append(row));
      } else {
        const column = heads.indexOf(head);
        head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
        sorted.append(...[...rows].sort((a, b) => compareRows(a, b, column, direction)).map(({ row }) => row));
        table.append(sorted);
      }
      bodies.forEach((body) => { body.hidden = direction !== 0; });
    }

    const next = { ascending: -1, descending: 0 };
    for (const head of heads) {
      const button = make('button', { type: 'button' }, ...head.childNodes);
      button.addEventListener('click', () => order(head, next[head.getAttribute('aria-sort')] ?? 1));
      head.append(button);
      head.dataset.head = button.textContent; // for print: Chromium leaves out buttons where it repeats the head
    }
  }

  /** A large table that fits its region needs no scrolling there: its head then keeps in view with the page. */
  function startFitting(region) {
    const table = region.querySelector('table');
    const fit = () => region.classList.toggle('fits', table.offsetWidth <= region.clientWidth);
    fit();
    new ResizeObserver(fit).observe(region);
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (region.contains(target)) target.scrollIntoView({ behavior: 'instant' });
  }

  /** A region that scrolls can be reached by the keyboard. */
  function markScrolling(region) {
    if (region.scrollWidth <= region.clientWidth || region.tabIndex === 0) return;
    region.tabIndex = 0;
    region.setAttribute('role', 'group');
    region.setAttribute('aria-label', region.querySelector('caption')?.textContent ?? '');
  }

  /* ---- orientation ---- */

  /** Marks in the list of sections the one that is being read. */
  function startToc(toc) {
    const links = new Map([...toc.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
    const inView = new Set();
    const watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) inView[isIntersecting ? 'add' : 'delete'](target.id);
      const current = [...links.keys()].filter((id) => inView.has(id)).pop();
      if (current === undefined) return;
      links.forEach((link, id) => (id === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    }, { rootMargin: '-15% 0px -75% 0px' });
    for (const id of links.keys()) {
      const section = document.getElementById(decodeURIComponent(id));
      if (section) watcher.observe(section);
    }
  }

  /** Closes the menu when one looks elsewhere. */
  function startMenu(menu) {
    document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener('focusout', (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }

  document.querySelectorAll('form.search').forEach(startSearch);
  document.querySelectorAll('template.filters').forEach(startFilters);
  document.querySelectorAll('.large table').forEach(startSorting);
  document.querySelectorAll('.scroll.large').forEach(startFitting);
  document.querySelectorAll('.scroll:not(.large)').forEach(markScrolling);
  document.querySelectorAll('.toc').forEach(startToc);
  document.querySelectorAll('.menu').forEach(startMenu);
})();
