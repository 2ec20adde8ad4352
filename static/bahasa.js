// Says Streamlit's fixed English phrases in Bahasa Indonesia; it has no translation of its own.
// The phrases come from indicators/wording/server.py, through the page. Only whole texts are replaced, so
// the app's own sentences are never touched; drawings, code and typed text are left alone.
(() => {
  "use strict";
  const { phrases, patterns } = JSON.parse(document.getElementById("bahasa").textContent);
  const known = new Map(Object.entries(phrases));
  const changing = Object.entries(patterns).map(([pattern, words]) => [new RegExp(pattern), words]);
  const attributes = ["aria-label", "title", "placeholder", "alt", "data-title"];
  const leftAlone = "svg, canvas, code, textarea, script, style, [contenteditable=true]";

  const inBahasa = (text) => {
    const phrase = text.trim();
    if (!phrase || phrase.length > 200) return null;
    if (known.has(phrase)) return known.get(phrase);
    for (const [pattern, words] of changing) {
      if (pattern.test(phrase)) return phrase.replace(pattern, words);
    }
    return null;
  };
  const translateText = (node) => {
    const words = inBahasa(node.nodeValue);
    if (words !== null) node.nodeValue = node.nodeValue.replace(node.nodeValue.trim(), () => words);
  };
  const translateAttributes = (element) => {
    for (const name of attributes) {
      const text = element.getAttribute(name);
      const words = text && inBahasa(text);
      if (words) element.setAttribute(name, words);
    }
  };
  const translateTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      if (root.parentElement && !root.parentElement.closest(leftAlone)) translateText(root);
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(leftAlone)) return;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(leftAlone)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translateTree);
      else if (change.type === "characterData") translateTree(change.target);
      else if (!change.target.closest(leftAlone)) translateAttributes(change.target);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
})();
