// The first that fits: most browsers also claim to be others.
const BROWSERS = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(?:intosh| OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const HAND_HELD = /\b(?:iPhone|iPad|Android|Mobile)\b/;
const PRODUCT = /^[\w.-]{1,40}/; // what programs that are no browser begin with: curl/8.5.0

/** What people call the device behind a `User-Agent`: "Firefox on Linux", or as much of it as can be told. */
export function deviceName(userAgent) {
  const known = [nameIn(BROWSERS, userAgent), nameIn(SYSTEMS, userAgent)].filter(Boolean);
  return known.join(' on ') || PRODUCT.exec(userAgent)?.[0] || 'Unknown device';
}

export function isHandHeld(userAgent) {
  return HAND_HELD.test(userAgent);
}

function nameIn(table, userAgent) {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
