/*
 * What the page can do beyond being read: appearance, contents that follow, links to headings, and finding measures.
 * Plain script, no library. The page is whole without it: every control comes out of a <template> here, with its words.
 */
(() => {
  'use strict'

  const root = document.documentElement
  const made = name => document.getElementById(name).content.firstElementChild.cloneNode(true)
  const put = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
  const named = hash => {
    try { return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null } catch { return null }
  }

  // Goes to where the address points, and stays for some frames: measures that are laid out late move what is below them.
  function go (frames = root.classList.contains('long') ? 12 : 0) {
    named(location.hash)?.scrollIntoView()
    if (frames) requestAnimationFrame(() => go(frames - 1))
  }

  let silence
  function notify (text) {
    const notice = document.querySelector('.notice')
    notice.textContent = text
    clearTimeout(silence)
    silence = setTimeout(() => { notice.textContent = '' }, 5000)
  }

  // ---- Appearance: remembered where the browser allows it, and worn before anything is painted

  const MEMORY = 'osloregion-docs.appearance'
  const recall = () => { try { return localStorage.getItem(MEMORY) } catch { return null } }
  const remember = value => { try { localStorage.setItem(MEMORY, value) } catch { /* for this page only, then */ } }

  function wear (value) {
    if (value === 'light' || value === 'dark') root.dataset.appearance = value
    else delete root.dataset.appearance
  }

  function appearance () {
    if (!CSS.supports('color', 'light-dark(#fff, #000)')) return
    const choice = made('appearance')
    document.querySelector('.hero').append(choice)
    const worn = choice.querySelector(`[value="${root.dataset.appearance ?? 'auto'}"]`)
    worn.checked = true
    choice.addEventListener('change', event => {
      wear(event.target.value)
      remember(event.target.value)
    })
  }

  // ---- Links to headings: beside the heading, not in it, so that its name stays its own

  function links () {
    const pattern = made('link')
    for (const section of document.querySelectorAll('main section[id]')) {
      const heading = section.firstElementChild
      if (!heading || !/^H[2-6]$/.test(heading.tagName)) continue
      const link = pattern.cloneNode()
      link.href = '#' + section.id
      link.setAttribute('aria-label', put(link.ariaLabel, { title: heading.textContent.trim() }))
      const around = document.createElement('div')
      around.className = 'heading'
      heading.replaceWith(around)
      around.append(heading, link)
    }
    document.addEventListener('click', event => {
      const link = event.target.closest('.anchor')
      if (!link || !navigator.clipboard) return
      navigator.clipboard.writeText(link.href).then(() => notify(link.dataset.copied), () => { /* the address bar has it */ })
    })
  }

  // ---- On paper the address stands behind a link, unless its text is that address

  function addresses () {
    const bare = address => address.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/\/$/, '')
    for (const link of document.querySelectorAll('main a[href^="http"]')) {
      if (bare(link.textContent) === bare(link.getAttribute('href'))) link.classList.add('says-where')
    }
  }

  // ---- Contents: open where there is room, and they show where one is

  function contents () {
    const nav = document.querySelector('.contents')
    if (!nav) return
    const details = nav.querySelector('details')
    const wide = matchMedia('(min-width: 64rem)')
    const settle = () => { details.open = wide.matches }
    const fold = () => { if (!wide.matches) details.open = false }
    settle()
    wide.addEventListener('change', settle)
    document.addEventListener('click', event => {
      if (event.target.closest('.contents a') || !nav.contains(event.target)) fold()
    })
    nav.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || wide.matches || !details.open) return
      fold()
      details.querySelector('summary').focus()
    })
    follow(nav)
  }

  const LONG = 100 // entries; of longer contents only the branch that is read is unfolded, and measures are laid out late

  function follow (nav) {
    const entries = new Map()
    for (const link of nav.querySelectorAll('a[href^="#"]')) {
      const section = named(link.hash)
      if (section) entries.set(section, link)
    }
    if (entries.size > LONG) root.classList.add('long')
    const order = [...entries.keys()]
    const rank = new Map(order.map((section, place) => [section, place]))
    const crossing = new Set()
    let atEnd = false
    let current = null

    function mark () {
      // The last of the sections that cross the line is the innermost. At the end of the page the line is out of reach of
      // what stands last: there it is the section that was asked for, or the last one in sight.
      let section = null
      for (const one of crossing) if (!section || rank.get(one) > rank.get(section)) section = one
      if (atEnd) section = asked() ?? order.findLast(one => one.checkVisibility?.() ?? true)
      const link = section ? entries.get(section) : null
      if (link === current) return
      current?.removeAttribute('aria-current')
      for (const list of nav.querySelectorAll('ul.open')) list.classList.remove('open')
      current = link
      nav.querySelector('.here').textContent = link ? link.textContent : ''
      if (!link) return
      link.setAttribute('aria-current', 'true')
      link.parentElement.querySelector(':scope > ul')?.classList.add('open')
      for (let list = link.closest('ul'); nav.contains(list); list = list.parentElement.closest('ul')) list.classList.add('open')
      keepInSight(link, nav)
    }

    function asked () {
      const section = named(location.hash)
      const top = entries.has(section) ? section.getBoundingClientRect().top : -1
      return top >= 0 && top < innerHeight ? section : null
    }

    const line = new IntersectionObserver(changes => {
      for (const change of changes) crossing[change.isIntersecting ? 'add' : 'delete'](change.target)
      mark()
    }, { rootMargin: '-20% 0px -80% 0px' })
    order.forEach(section => line.observe(section))

    const end = new IntersectionObserver(changes => {
      atEnd = changes.at(-1).isIntersecting
      mark()
    }, { threshold: 0.95 })
    end.observe(document.querySelector('footer'))
    addEventListener('hashchange', mark)
  }

  // Scrolls the contents alone; scrollIntoView would take the page along.
  function keepInSight (link, box) {
    const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()]
    if (inner.top < outer.top + 80 || inner.bottom > outer.bottom - 80) {
      box.scrollTop += inner.top - outer.top - outer.height / 3
    }
  }

  // ---- Finding measures

  // Text as it is compared: small letters without accents, every dash a hyphen, every space plain.
  const LETTERS = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', ł: 'l', '\u00a0': ' ', '\u202f': ' ' }
  const plain = text => text.normalize('NFD').replace(/[\p{M}\u00ad]/gu, '').toLowerCase()
    .replace(/[øæœßđðł\u00a0\u202f]/g, letter => LETTERS[letter]).replace(/[\u2010-\u2015\u2212]/g, '-')

  class Measure {
    constructor (section) {
      const area = section.closest('section.measure-area')
      this.section = section
      this.party = (section.dataset.parties ?? '').split('|').filter(Boolean)
      this.timeframe = [section.dataset.timeframe].filter(Boolean)
      this.area = area ? [area.id] : []
    }

    // The texts of the measure, less the labels that all measures have. Read when first asked for: few readers search.
    get texts () {
      const walker = document.createTreeWalker(this.section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
        node.nodeType === Node.TEXT_NODE
          ? NodeFilter.FILTER_ACCEPT
          : node.matches('th, .content-label') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP)
      const texts = []
      while (walker.nextNode()) texts.push({ node: walker.currentNode, text: plain(walker.currentNode.data) })
      Object.defineProperty(this, 'texts', { value: texts })
      return texts
    }

    get whole () {
      const whole = this.texts.map(({ text }) => text).join('')
      Object.defineProperty(this, 'whole', { value: whole })
      return whole
    }
  }

  // Where the words stand in one text, as ranges of the text as it is written.
  function * places (node, text, words) {
    if (!words.some(word => text.includes(word))) return
    const [starts, ends] = [[], []] // for each character of the compared text, the letter that it comes from
    let at = 0
    for (const letter of node.data) {
      const after = at + letter.length
      for (let left = letter < '\u0080' ? 1 : plain(letter).length; left > 0; left--) {
        starts.push(at)
        ends.push(after)
      }
      at = after
    }
    for (const word of words) {
      for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, found + word.length)) {
        const range = new Range()
        range.setStart(node, starts[found])
        range.setEnd(node, ends[found + word.length - 1])
        yield range
      }
    }
  }

  const PAINTED = 1000 // places; more would be slow to paint, and nobody reads as far

  function paint (measures, words) {
    if (!CSS.highlights) return
    CSS.highlights.delete('found')
    const sought = words.filter(word => word.length > 1)
    if (!sought.length) return
    const highlight = new Highlight()
    for (const measure of measures) {
      for (const { node, text } of measure.texts) for (const range of places(node, text, sought)) highlight.add(range)
      if (highlight.size > PAINTED) break
    }
    CSS.highlights.set('found', highlight)
  }

  const CHOICES = ['party', 'timeframe', 'area']

  function filter () {
    const measures = Array.from(document.querySelectorAll('main section.measure'), section => new Measure(section))
    if (!measures.length) return
    const around = made('filter')
    const form = around.querySelector('form')
    const [count, chosen, none] = ['.count', '.chosen', '.none'].map(name => around.querySelector(name))
    const search = form.elements.q
    const selects = CHOICES.map(name => offer(form.elements[name], measures)).filter(Boolean)
    const areas = new Map(Array.from(document.querySelectorAll('main section.measure-area'), area =>
      [area, measures.filter(measure => area.contains(measure.section))]))
    const entry = new Map(Array.from(document.querySelectorAll('.contents a[href^="#"]'), link =>
      [decodeURIComponent(link.hash.slice(1)), link.parentElement]))
    const first = measures[0].section
    const place = first.closest('section.measure-area') ?? first
    place.before(around)

    const show = (section, shown) => {
      if (section.hidden === !shown) return
      section.hidden = !shown
      const line = entry.get(section.id)
      if (line) line.hidden = !shown
    }

    function apply () {
      const words = plain(search.value).split(/\s+/).filter(Boolean)
      const shown = measures.filter(measure => {
        const missed = selects.filter(({ select }) => select.value && !measure[select.name].includes(select.value))
        const fits = words.every(word => measure.whole.includes(word))
        // An option tells how many measures it would leave, the other choices being as they are.
        if (fits) for (const one of selects) if (missed.every(other => other === one)) one.count(measure)
        return fits && !missed.length
      })
      const kept = new Set(shown)
      for (const measure of measures) show(measure.section, kept.has(measure))
      for (const [area, inside] of areas) show(area, inside.some(measure => kept.has(measure)))
      for (const one of selects) one.tell()
      const choices = [search, ...selects.map(({ select }) => select)].filter(field => field.value.trim())
      const numbers = { shown: shown.length, total: measures.length }
      count.textContent = put(count.dataset.pattern, numbers)
      none.hidden = shown.length > 0
      form.querySelector('button').hidden = chosen.hidden = !choices.length
      chosen.textContent = put(chosen.dataset.pattern, { ...numbers, choices: choices.map(said).join('; ') })
      paint(shown, words)
      keep()
    }

    const said = field => {
      const value = field.selectedOptions ? field.selectedOptions[0].dataset.name : `«${field.value.trim()}»`
      return `${field.labels[0].textContent}: ${value}`
    }

    // The choices stand in the address, so that what one sees can be sent to others; what else stands there stays.
    function keep () {
      const address = new URL(location.href)
      for (const field of [search, ...selects.map(({ select }) => select)]) {
        const value = field.value.trim()
        if (value) address.searchParams.set(field.name, value)
        else address.searchParams.delete(field.name)
      }
      if (address.href === location.href) return
      try { history.replaceState(history.state, '', address) } catch { /* some browsers forbid it for a local file */ }
    }

    // A link to a measure that is out of sight takes the choices away: whoever follows it wants to read it.
    function reveal (hash) {
      const target = named(hash)
      if (!target?.closest('[hidden]')) return
      form.reset()
      notify(none.dataset.revealed)
    }

    const asked = new URLSearchParams(location.search)
    for (const field of [search, ...selects.map(({ select }) => select)]) {
      const value = asked.get(field.name) ?? ''
      if (field === search || [...field.options].some(option => option.value === value)) field.value = value
    }

    let pause
    search.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(apply, 150)
    })
    form.addEventListener('change', event => { if (event.target !== search) apply() })
    form.addEventListener('submit', event => event.preventDefault())
    form.addEventListener('reset', event => {
      event.preventDefault()
      for (const field of [search, ...selects.map(({ select }) => select)]) field.value = ''
      clearTimeout(pause)
      if (form.contains(document.activeElement)) search.focus()
      apply()
    })
    document.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#"]')
      if (link) reveal(link.hash)
    })
    addEventListener('hashchange', () => {
      reveal(location.hash)
      go()
    })

    apply()
    reveal(location.hash)
  }

  // A list to choose from; nothing where there is no choice.
  function offer (select, measures) {
    const names = new Set(measures.flatMap(measure => measure[select.name]))
    if (names.size < 2) {
      select.closest('.field').remove()
      return null
    }
    const name = value => select.name === 'area'
      ? document.getElementById(value).querySelector('h2, h3, h4, h5, h6').textContent.trim()
      : value
    const values = [...names]
    if (select.name !== 'area') values.sort(new Intl.Collator(root.lang, { numeric: true }).compare)
    for (const value of values) select.add(new Option(name(value), value))
    const options = Array.from(select.options).slice(1)
    for (const option of select.options) option.dataset.name = option.textContent
    let counts = new Map()
    return {
      select,
      count: measure => { for (const value of measure[select.name]) counts.set(value, (counts.get(value) ?? 0) + 1) },
      tell: () => {
        for (const option of options) {
          const left = counts.get(option.value) ?? 0
          const text = `${option.dataset.name} (${left})`
          if (option.text !== text) option.text = text
          // What would leave nothing is out of the list; where a browser shows it all the same, it cannot be chosen.
          option.hidden = option.disabled = !left && !option.selected
        }
        counts = new Map()
      }
    }
  }

  // What checkers of style sheets do not know yet. Paper gets the whole text at once.
  const MODERN = `
    ::highlight(found) { color: var(--found-ink); background-color: var(--found) }
    @media screen { .long section.measure { content-visibility: auto; contain-intrinsic-size: auto 32rem } }`
  if ('replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(MODERN)
    document.adoptedStyleSheets = [sheet]
  }

  wear(recall())
  root.classList.add('js')
  document.addEventListener('DOMContentLoaded', () => {
    appearance()
    links()
    addresses()
    filter()
    contents()
    root.classList.add('ready')
    go() // once more, since all of this has moved the text
  })
})()
