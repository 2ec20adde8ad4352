// What a style sheet alone cannot do for a printed page. Charts are drawn as wide as the screen and would be cut off on
// paper, so while printing they are told how to shrink; and a dark page is marked, so that it is printed on white.
(() => {
  "use strict";
  const charts = () => document.querySelectorAll(".js-plotly-plot .main-svg");
  const mark = (dark) => document.documentElement.classList.toggle("printed-from-dark", dark);
  addEventListener("beforeprint", () => {
    const app = document.querySelector(".stApp");
    mark(app !== null && getComputedStyle(app).colorScheme === "dark");
    for (const chart of charts()) {
      chart.setAttribute("viewBox", `0 0 ${chart.getAttribute("width")} ${chart.getAttribute("height")}`);
    }
  });
  addEventListener("afterprint", () => {
    mark(false);
    for (const chart of charts()) chart.removeAttribute("viewBox");
  });
})();
