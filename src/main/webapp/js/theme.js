// A classic script in the head, so that the first paint already has the right colours.
(() => {
  const KEY = 'parley.theme';
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY) ?? 'system';
    } catch {
      return 'system'; // storage is off: follow the system
    }
  }

  function show(theme) {
    if (theme === 'system') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
  }

  globalThis.parleyTheme = {
    get current() {
      return stored();
    },
    choose(theme) {
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // it still holds until the page is left
      }
      show(theme);
    },
  };

  addEventListener('storage', (event) => {
    if (event.key === KEY) {
      show(stored());
    }
  });
  show(stored());
})();
