/*
 * Tells whoever has a browser that is too old. A classic script in the words of 2009, for such a browser
 * understands no others: it can read neither a module nor the style sheets. Whatever it does not know is not
 * asked of it. The oldest that will do are Chrome 123, Firefox 125 and Safari 17.5.
 */
(function () {
  'use strict';

  function supports() {
    return (
      'noModule' in document.createElement('script') &&
      'popover' in document.documentElement && // Firefox 125
      typeof CSS !== 'undefined' &&
      CSS.supports('color', 'light-dark(red, red)') && // Chrome 123, Safari 17.5
      CSS.supports('selector(:has(a))') &&
      typeof URL.canParse === 'function' &&
      typeof Array.prototype.findLast === 'function' &&
      typeof ''.toWellFormed === 'function'
    );
  }

  function add(parent, name, words) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(words));
    parent.appendChild(element);
  }

  // Its style is set here, for the sheets may say nothing to it.
  function tell() {
    var main = document.createElement('div');
    var style = main.style;
    main.setAttribute('role', 'main');
    add(main, 'h1', 'Your browser is too old for Parley');
    add(main, 'p', 'Parley needs Chrome or Edge 123, Firefox 125, Safari 17.5, or a later version.');
    add(main, 'p', 'Update your browser, then open this page again.');
    style.maxWidth = '420px';
    style.margin = '15vh auto 0';
    style.padding = '0 24px';
    style.fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
    style.fontSize = '16px';
    style.lineHeight = '24px';
    document.documentElement.style.colorScheme = 'light';
    document.documentElement.style.background = document.body.style.background = '#fff';
    document.body.style.color = '#1c2624';
    main.firstChild.style.font = '600 24px/32px ' + style.fontFamily;
    main.firstChild.style.margin = '0 0 12px';
    main.lastChild.style.margin = '8px 0 0';
    document.body.innerHTML = '';
    document.body.appendChild(main);
  }

  function whenThere() {
    if (document.body) {
      tell();
    } else {
      setTimeout(whenThere, 10);
    }
  }

  // Read by js/main.js, which begins nothing where this is true.
  window.parleyTooOld = !supports();
  window.parleyTellTooOld = tell;
  if (window.parleyTooOld) {
    if (document.addEventListener) {
      document.addEventListener('DOMContentLoaded', tell);
    } else {
      whenThere();
    }
  }
})();
